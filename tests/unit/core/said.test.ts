import { expect, test } from 'vitest';
import { newComment, report } from '@/lib/comments/schema';
import { answering, disputing } from '@/lib/earnings/dispute-schema';
import { holding, plea } from '@/lib/earnings/hold-schema';
import { announcing } from '@/lib/earnings/schema';
import { appealDecision, decision, newAppeal, sanctioned } from '@/lib/moderation/schema';
import { confirmations, decided, written } from '@/lib/payouts/schema';

const ID = '018f4c5e-0000-7000-8000-000000000001';
const TYPED = ' It was\0 late.\r\nTwice. ';
const KEPT = 'It was late.\nTwice.';

const asked: Record<string, { parsed: object; words: string }> = {
  comment: { parsed: newComment.parse({ postId: ID, body: TYPED }), words: 'body' },
  report: { parsed: report.parse({ commentId: ID, reason: 'spam', note: TYPED }), words: 'note' },
  decision: { parsed: decision.parse({ commentId: ID, revision: 1, decision: 'approve', note: TYPED }), words: 'note' },
  sanction: { parsed: sanctioned.parse({ handle: 'mai', kind: 'banned', reason: 'spam', note: TYPED }), words: 'note' },
  appeal: { parsed: newAppeal.parse({ eventId: ID, text: TYPED }), words: 'text' },
  'answer to an appeal': { parsed: appealDecision.parse({ appealId: ID, outcome: 'upheld', words: TYPED }), words: 'words' },
  dispute: { parsed: disputing.partial({ line: true }).parse({ epoch: 1, reason: 'other', words: TYPED }), words: 'words' },
  'answer to a dispute': { parsed: answering.parse({ disputeId: ID, outcome: 'declined', answer: TYPED }), words: 'answer' },
  hold: { parsed: holding.parse({ memberId: ID, reason: 'other', note: TYPED }), words: 'note' },
  plea: { parsed: plea.parse({ eventId: ID, text: TYPED }), words: 'text' },
  rule: { parsed: announcing.parse({ version: 1, startsAt: 0, words: TYPED }), words: 'words' },
  payout: { parsed: decided.parse({ payoutId: ID, decision: 'hold', note: TYPED }), words: 'note' },
  destination: { parsed: written.parse({ destination: TYPED }), words: 'destination' },
  confirmations: { parsed: confirmations.parse({ lines: TYPED }), words: 'lines' },
};

test.each(Object.entries(asked))('%s: the words are kept as Postgres takes them', (_, { parsed, words }) => {
  expect(Object.entries(parsed)).toContainEqual([words, KEPT]);
});

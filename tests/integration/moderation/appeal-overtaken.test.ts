import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { decisionsAgainst } from '@/lib/moderation/appeals';
import { appeal } from '@/lib/moderation/commands/appeal';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { undo } from '@/lib/moderation/commands/undo';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { appealMail } from '@/lib/moderation/mails';
import { openAppeals } from '@/lib/moderation/open-appeals';
import { outcomeWords } from '@/lib/moderation/outcome-words';
import { comment, member } from '../../factories/people';
import { refusalOf } from '../../support/refusal';
import { asked, scene, statusOf, toTheEnd } from './swept';

const outcomeOf = async (id: string) => (await db.appeal.findUniqueOrThrow({ where: { id } })).outcome;
const lastEvent = async (commentId: string) =>
  (await db.moderationEvent.findFirstOrThrow({ where: { commentId, toStatus: { not: null } }, orderBy: { seq: 'desc' } })).id;

test('who takes their decision back while it is appealed ends the appeal, and its person is told; they refuse none against themselves', async () => {
  const { judit, pavel, written } = await scene();
  const commentId = written[0]?.id ?? '';
  await decide(judit, { commentId, revision: 1, decision: 'remove', reason: 'unkind' });
  const { id } = await appeal(pavel, { eventId: await lastEvent(commentId), text: 'It was about my own aunt.' });
  await undo(judit, { commentId });
  await undo(judit, { commentId });
  expect([await outcomeOf(id), await statusOf(commentId)]).toEqual(['undone', 'visible']);
  expect((await appealMail(id, null))?.paragraphs).toContain(outcomeWords('en', 'undone', false));
  const again = { commentId, revision: 1, decision: 'remove', reason: 'unkind' };
  expect(await refusalOf(decide(judit, again))).toBe('done');
  expect(await outcomeOf(id)).toBe('undone');
  // The second decision is one of its own.
  expect((await decisionsAgainst(pavel, commentId, new Date()))[0]).toMatchObject({ mayAppeal: true });
});

test('an appeal that waits when a ban takes its comment along is over, and is the ban’s; undone, it waits again', async () => {
  const { judit, pavel, said } = await scene();
  const held = await comment({ post: said, author: pavel, status: 'held' });
  const hidden = { action: 'hidden', rule: 'three-reports', byMachine: true, toStatus: 'held' as const };
  const { id: eventId } = await db.moderationEvent.create({ data: { commentId: held.id, ...hidden } });
  const { id } = await appeal(pavel, { eventId, text: 'It was about my own aunt.' });
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  await toTheEnd(sweepId);
  expect([await outcomeOf(id), await statusOf(held.id)]).toEqual(['with_ban', 'removed']);
  const another = await member({ role: 'moderator' });
  for (const who of [judit, another]) {
    expect((await openAppeals(who)).map((one) => one.id)).not.toContain(id);
    expect(await refusalOf(decideAppeal(who, { appealId: id, outcome: 'reversed' }))).toBe('conflict');
  }
  expect(await statusOf(held.id)).toBe('removed');
  await undoSweep(judit, { sweepId });
  await toTheEnd(sweepId);
  expect([await outcomeOf(id), await statusOf(held.id)]).toEqual([null, 'held']);
  expect((await openAppeals(another)).map((one) => one.id)).toContain(id);
});

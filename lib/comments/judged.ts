import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { log } from '@/lib/core/log';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import type { Example } from '@/lib/relevance/learned/example';
import { languageOf } from '@/lib/relevance/learned/language-of';
import { likeness } from '@/lib/relevance/learned/likeness';
import { type Model, probability } from '@/lib/relevance/learned/model';
import { keptRepeatKey, repeatsOf, wordsOfPost } from '@/lib/relevance/site/example';
import { modelAtHand } from '@/lib/relevance/site/trained';
import type { Facts } from '@/lib/screening/rule';
import { askClassifiers } from './classifier';

/** What a transaction must not wait for. */
export interface AskedAhead {
  model: Model | null;
  outside: Facts['outside'];
  language: string;
  postWords: ReadonlySet<string>;
}

/** Asks the learned filter and the outside classifiers, side by side; none judges whom the blog or the site trusts. */
export async function askAhead(said: { postId: string; body: string; trusted: boolean }): Promise<AskedAhead> {
  const select = { title: true, text: true, blog: { select: { language: true } } } as const;
  const post = await db.post.findUnique({ where: { id: said.postId }, select });
  if (!post) throw new Refused('not-found');
  const language = languageOf(said.body, post.blog.language);
  const known = { language, postWords: wordsOfPost(post) };
  if (said.trusted) return { ...known, model: null, outside: 'off' };
  const [model, outside] = await Promise.all([modelAtHand(), askClassifiers({ text: said.body, language: post.blog.language })]);
  return { ...known, model, outside };
}

interface Sent {
  ahead: AskedAhead;
  member: Member;
  body: string;
  now: Date;
  except?: string;
}

export interface Judged {
  facts: Pick<Facts, 'nearSameOnSite' | 'spamProbability' | 'outside'>;
  /** To be stored with the comment. */
  kept: { repeatKey: string | null; unwanted: number | null };
}

/** What the filters find in a comment, within the transaction that will write it. */
export async function judge(tx: Tx, { ahead, member, body, now, except }: Sent): Promise<Judged> {
  const repeatKey = keptRepeatKey(body);
  const repeats = await repeatsOf(tx, { key: repeatKey, at: now, except });
  const unwanted = estimate(ahead, {
    text: body,
    language: ahead.language,
    repeats,
    similarity: likeness(body, ahead.postWords),
    accountDays: (now.getTime() - member.createdAt.getTime()) / 86_400_000,
  });
  return { facts: { nearSameOnSite: repeats, spamProbability: unwanted, outside: ahead.outside }, kept: { repeatKey, unwanted } };
}

function estimate({ model }: AskedAhead, example: Example): number | null {
  try {
    return model ? probability(model, example) : null;
  } catch (error) {
    log.error({ err: error }, 'the learned filter failed');
    return null;
  }
}

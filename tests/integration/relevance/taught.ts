import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { type Decision, retrain } from '@/lib/relevance/learned/retrain';
import { packed } from '@/lib/relevance/learned/stored';
import { trained } from '@/lib/relevance/site/trained';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { decisions } from '../../unit/relevance/decisions';

/** A blog of Ines with a post, Judit and Ada who moderate the site, and Sade, whose comments have been shown for long. */
export async function scene(language = 'en') {
  const [ines, judit, ada, sade] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Judit Szabo', role: 'moderator' }),
    await member({ name: 'Ada', role: 'moderator' }),
    await member({ name: 'Sade Okafor' }),
  ];
  const place = await blog({ owner: ines, language });
  const [said, before] = [await post({ blog: place, author: ines }), await post({ blog: place, author: ines })];
  for (let nth = 0; nth < 5; nth += 1) await comment({ post: before, author: sade, body: `Earlier ${nth}`, minutesAgo: 60 * 24 * 3 + nth });
  return { ines, judit, ada, sade, place, said };
}

interface Taught {
  by: FactoryMember;
  post: { id: string };
  ofEach: number;
  from?: number;
}

/** `by` approves and removes so many comments of each kind, in turn; answers with their ids. */
export async function teachEach({ by, post: said, ofEach, from = 0 }: Taught): Promise<string[]> {
  const ids: string[] = [];
  const writer = await member({ name: 'Omar Haddad' });
  for (const { text, unwanted } of decisions(from + ofEach).slice(2 * from)) {
    const { id } = await comment({ post: said, author: writer, body: text, status: 'held' });
    await decide(by, verdict(id, unwanted));
    ids.push(id);
  }
  return ids;
}

export const verdict = (commentId: string, unwanted: boolean) =>
  unwanted ? { commentId, revision: 1, decision: 'remove', reason: 'spam' } : { commentId, revision: 1, decision: 'approve' };

/** What the decisions in the database give, learned from nothing in their order. */
export async function retrained(without: ReadonlySet<string> = new Set()): Promise<Buffer> {
  const rows = await db.filterDecision.findMany({ orderBy: { sequence: 'asc' } });
  const all: Decision[] = rows.map((row) => ({ ...row, moderatorId: row.moderatorId ?? '' }));
  return Buffer.from(packed(retrain(all, without)));
}

/** What this process has learned, decision by decision. */
export const learnedHere = async (): Promise<Buffer> => Buffer.from(packed((await trained()).model));

/** As if the process began anew: what it knows comes from Postgres. */
export function startAgain(): void {
  const state = (globalThis as { bulbFilter?: { trained?: unknown } }).bulbFilter;
  if (state) state.trained = undefined;
}

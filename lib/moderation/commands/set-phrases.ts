import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { parsePhrases } from '@/lib/screening/phrase-list';
import { faultKeys } from '../phrase-faults';
import { latestPhrases, mayListPhrases } from '../phrases';
import { phrasesSet } from '../schema';

/**
 * Sets the phrases of a blog, or without one of the site, as a new version. The same lists again change nothing.
 * @throws Refused `invalid` with the faults by line, `conflict` when someone else has changed them since `seen`
 */
export async function setPhrases(member: Member, input: unknown): Promise<void> {
  const { blogId, seen, ...texts } = parse(phrasesSet, input);
  if (!(await mayListPhrases(member, blogId))) throw new Refused('not-allowed');
  await takeTurn('account', member);
  const [banned, suspect] = [parsePhrases(texts.banned), parsePhrases(texts.suspect)];
  const faults = Object.entries({ banned: faultKeys(banned.faults), suspect: faultKeys(suspect.faults) });
  const fields = Object.fromEntries(faults.filter((named): named is [string, string] => named[1] !== undefined));
  if (Object.keys(fields).length > 0) throw new Refused('invalid', { fields });
  const lists = { banned: banned.phrases, suspect: suspect.phrases };
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`phrases of ${blogId ?? 'the site'}`}, 0))`;
    const { version, ...before } = await latestPhrases(tx, blogId);
    if (isSame(before, lists)) return;
    if (version !== seen) throw new Refused('conflict');
    await tx.phraseList.create({ data: { blogId, version: version + 1, ...lists, byId: member.id } });
    await tx.moderationEvent.create({
      data: { actorId: member.id, blogId, action: 'phrases-changed', reason: String(version + 1), byRole: blogId ? 'blog' : 'site' },
    });
    await purge(tx, cacheTag.moderation);
  });
}

interface Lists {
  banned: readonly string[];
  suspect: readonly string[];
}

const isSame = (a: Lists, b: Lists): boolean => JSON.stringify([a.banned, a.suspect]) === JSON.stringify([b.banned, b.suspect]);

import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { isBarred } from '@/lib/accounts/barred';
import { canModerateBlog } from '@/lib/blogs/policy';
import { blogRole } from '@/lib/blogs/queries';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { FIRST_PHRASES, NO_PHRASES, type PhraseLists } from '@/lib/screening/lists';
import { matcherOf } from '@/lib/screening/phrases';
import { said } from '@/lib/screening/tokens';
import { phrasesTried } from './schema';

/** A blog's lists are its own: its owners, editors and moderators write them, the site's moderators only the site's. Not who is barred. */
export async function mayListPhrases(member: Member, blogId: string | null): Promise<boolean> {
  if (blogId === null) return isSiteModerator(member);
  return canModerateBlog(await blogRole(member.id, blogId)) && !(await isBarred(db, { memberId: member.id, blogId }, new Date()));
}

/** The lists that hold in a blog, or for the whole site. */
export async function latestPhrases(tx: Pick<Tx, 'phraseList'>, blogId: string | null): Promise<PhraseLists> {
  const row = await tx.phraseList.findFirst({
    where: { blogId },
    select: { version: true, banned: true, suspect: true },
    orderBy: { version: 'desc' },
  });
  return row ?? (blogId === null ? FIRST_PHRASES : NO_PHRASES);
}

export interface PhraseChange {
  version: number;
  /** How many there were. */
  banned: number;
  suspect: number;
  /** Null for someone who left. */
  by: string | null;
  createdAt: Date;
}

export interface PhrasesView extends PhraseLists {
  changes: PhraseChange[];
}

const SHOWN_CHANGES = 10;

/** The lists with who changed them last, the latest first. @throws Refused `not-found` for who may not change them */
export async function phrasesView(member: Member, blogId: string | null): Promise<PhrasesView> {
  if (!(await mayListPhrases(member, blogId))) throw new Refused('not-found');
  const [lists, rows] = await Promise.all([
    latestPhrases(db, blogId),
    db.phraseList.findMany({
      where: { blogId },
      select: { version: true, banned: true, suspect: true, createdAt: true, by: { select: { name: true } } },
      orderBy: { version: 'desc' },
      take: SHOWN_CHANGES,
    }),
  ]);
  const changes = rows.map(({ version, banned, suspect, createdAt, by }) => ({
    version,
    banned: banned.length,
    suspect: suspect.length,
    by: by?.name ?? null,
    createdAt,
  }));
  return { ...lists, changes };
}

export interface Tried {
  text: string;
  /** The first phrase of each list that the text says, as it was written there; null when it says none. */
  banned: string | null;
  suspect: string | null;
}

/** What the lists as they hold would find in a text; nothing is kept. @throws Refused `not-allowed` for who may not change them */
export async function tryPhrases(member: Member, input: unknown): Promise<Tried> {
  const { blogId, text } = parse(phrasesTried, input);
  if (!(await mayListPhrases(member, blogId))) throw new Refused('not-allowed');
  const { banned, suspect } = await latestPhrases(db, blogId);
  const words = said(text);
  return { text, banned: matcherOf(banned)(words), suspect: matcherOf(suspect)(words) };
}

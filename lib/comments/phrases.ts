import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Tx } from '@/lib/db/client';
import { FIRST_PHRASES, NO_PHRASES, type PhraseLists } from '@/lib/screening/lists';
import type { Facts } from '@/lib/screening/rule';

/** Lists by their row, which never changes: what was made of their phrases is made once. Counted in phrases. */
const known = new LRUCache<string, PhraseLists>({
  maxSize: 50_000,
  sizeCalculation: ({ banned, suspect }) => 1 + banned.length + suspect.length,
});

interface Head {
  id: string;
  blogId: string | null;
}

/** The phrases that hold for comments on this blog. */
export async function phrasesFor(tx: Tx, blogId: string): Promise<Pick<Facts, 'sitePhrases' | 'blogPhrases'>> {
  const heads = await tx.$queryRaw<Head[]>`
    (SELECT id, "blogId" FROM phrase_list WHERE "blogId" = ${blogId}::uuid ORDER BY version DESC LIMIT 1)
    UNION ALL (SELECT id, "blogId" FROM phrase_list WHERE "blogId" IS NULL ORDER BY version DESC LIMIT 1)`;
  const found = new Map<string | null, PhraseLists>();
  for (const head of heads) found.set(head.blogId, await listsAt(tx, head.id));
  return { sitePhrases: found.get(null) ?? FIRST_PHRASES, blogPhrases: found.get(blogId) ?? NO_PHRASES };
}

async function listsAt(tx: Tx, id: string): Promise<PhraseLists> {
  const before = known.get(id);
  if (before) return before;
  const lists = await tx.phraseList.findUniqueOrThrow({ where: { id }, select: { version: true, banned: true, suspect: true } });
  known.set(id, lists);
  return lists;
}

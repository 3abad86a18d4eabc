import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { vote } from '@/lib/comments/commands/vote';
import { db } from '@/lib/db/client';
import { amongAll } from '@/lib/moderation/queue/all';
import { queue } from '@/lib/moderation/queue/page';
import { blog, comment, member, post } from '../../factories/people';

/** Ines runs a blog in which Mai has something waiting. */
async function scene() {
  const [owner, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const place = await blog({ owner });
  const said = await post({ blog: place, author: owner });
  await comment({ post: said, author: mai, status: 'held', body: 'Held', minutesAgo: 300 });
  return { owner, mai, place, said };
}

test('the tab of all finds by words, writer, blog, rule and reason, page by page, within a moderator’s blogs', async () => {
  const { owner, mai, place, said } = await scene();
  const other = await scene();
  const judit = await member({ name: 'Judit', role: 'moderator' });
  const odd = `Zwieback${randomUUID().slice(0, 8)}`;
  const told = [];
  for (let nth = 0; nth < 60; nth += 1)
    told.push(
      await comment({ post: nth % 2 ? said : other.said, author: mai, body: `${odd} is 100% wool_free, ${nth}`, minutesAgo: 500 - nth }),
    );
  const away = await comment({ post: said, author: mai, body: `${odd} was sold`, status: 'removed', minutesAgo: 900 });
  const latest = told.map(({ id }) => id).reverse();
  const found = async (who: typeof owner, asked: object) => (await queue(who, { tab: 'all', ...asked })).items.map(({ id }) => id);
  const here = latest.filter((_, nth) => nth % 2 === 0);
  const first = await queue(judit, { tab: 'all', q: odd.toLowerCase() });
  expect(first.items.map(({ id }) => id)).toEqual(latest.slice(0, 50));
  expect(await found(judit, { q: odd, after: first.next ?? '' })).toEqual([...latest.slice(50), away.id]);
  expect(await found(owner, { q: `${odd} IS 100% wool_f` })).toEqual(here);
  expect(await found(owner, { q: `${odd}%is` })).toEqual([]);
  expect(await found(owner, { q: odd })).toEqual([...here, away.id]);
  expect(await found(judit, { q: odd, blog: `@${place.handle}` })).toEqual([...here, away.id]);
  expect(await found(owner, { q: other.owner.handle })).toEqual([]);
  expect(await found(owner, { q: mai.handle, blog: place.handle })).toHaveLength(32);
  expect(await found(owner, { q: odd, rule: 'newcomer' })).toEqual([]);
  await reportComment(await member(), { commentId: here[3] ?? '', reason: 'unkind' });
  expect(await found(owner, { reason: 'unkind' })).toEqual([here[3]]);
  expect(await found(owner, { reason: 'unkind', q: odd })).toEqual([here[3]]);
  expect(await found(owner, { reason: 'spam' })).toEqual([]);
  await db.comment.update({ where: { id: here[1] ?? '' }, data: { body: 'Something else altogether.' } });
  expect(await found(owner, { q: odd })).not.toContain(here[1]);
});

test('among very many, words are found by their index, which no vote writes anew', async () => {
  const { owner, mai, said } = await scene();
  const rare = await comment({ post: said, author: owner, body: 'Der Zwieback liegt im Schrank.', minutesAgo: 60 * 24 * 365 });
  const asked = { tab: 'all', q: 'zwieback liegt' };
  // Where it need not be asked, since few comments are there, it is not.
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
    return JSON.stringify(await tx.$queryRaw`EXPLAIN ${amongAll(asked, null, 51)}`);
  });
  expect(plan).toContain('Bitmap Index Scan on comment_text_body_idx');
  expect(await db.$queryRaw(amongAll(asked, null, 51))).toEqual([{ id: rare.id }]);
  const written = () => db.$queryRaw`SELECT xmin::text, ctid::text FROM comment_text WHERE "commentId" = ${rare.id}::uuid`;
  const before = await written();
  await vote(mai, { commentId: rare.id, value: 1 });
  expect(await written()).toEqual(before);
});

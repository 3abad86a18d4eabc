import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf } from '@/lib/accounts/archive';
import { leave } from '@/lib/accounts/commands/leave';
import { db } from '@/lib/db/client';
import { appeal } from '@/lib/moderation/commands/appeal';
import { decideMany } from '@/lib/moderation/commands/decide-many';
import { sanction } from '@/lib/moderation/commands/sanction';
import { subscribeMember } from '@/lib/subscriptions/commands';
import { blog, comment, member, post } from '../../factories/people';
import { threadAt } from '../../support/thread';

test('the archive holds what is the person’s and nothing of others', async () => {
  const [ines, khanh] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Khanh Trinh' })];
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: ines });
  await comment({ post: said, author: ines, body: 'My own words.' });
  await comment({ post: said, author: khanh, body: 'The words of Khanh.' });
  await subscribeMember(ines, { blogId: tide.id });
  const files = unzipSync(await archiveOf(ines));
  const text = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['README.txt', 'profile.json', 'posts.json', 'comments.json', 'subscriptions.json']),
  );
  expect(text).toContain('My own words.');
  expect(text).toContain(ines.email);
  expect(text).not.toContain('The words of Khanh.');
  expect(text).not.toContain(khanh.email);
});

test('the archive says what was decided about the person and not by whom; what they decided bears their name', async () => {
  const [ines, khanh, judit] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Khanh Trinh' }),
    await member({ name: 'Judit Szabo', role: 'moderator' }),
  ];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  const { id: commentId } = await comment({ post: said, author: khanh, body: 'Words about a quay.' });
  const batchId = randomUUID();
  await decideMany(ines, { items: [{ commentId, revision: 1 }], decision: 'remove', reason: 'spam', batchId });
  await sanction(judit, { handle: khanh.handle, kind: 'limited', days: '7', reason: 'spam' });
  const archive = async (whose: typeof khanh) =>
    Object.values(unzipSync(await archiveOf(whose)))
      .map((bytes) => strFromU8(bytes))
      .join('\n');
  const [ofKhanh, ofInes] = [await archive(khanh), await archive(ines)];
  expect(ofKhanh).toContain('"action": "removed"');
  expect(ofKhanh).toContain('"action": "limited"');
  for (const trace of [ines.id, judit.id, batchId]) expect(ofKhanh).not.toContain(trace);
  for (const own of [ines.id, batchId]) expect(ofInes).toContain(own);
});

test('leaving erases the person everywhere and keeps the thread readable', async () => {
  const [khanh, hanh] = [await member({ name: 'Khanh Trinh' }), await member({ name: 'Do Hanh', email: 'hanh-leaves@town.example' })];
  const news = await blog({ owner: khanh });
  const said = await post({ blog: news, author: khanh });
  const words = await comment({ post: said, author: hanh, body: 'What stays is what was said.' });
  await comment({ post: said, author: khanh, parent: words, body: 'Indeed.' });
  await subscribeMember(hanh, { blogId: news.id });
  await db.oneTimeLink.create({ data: { purpose: 'sign_in', email: hanh.email } });
  await leave(hanh, { confirm: 'leave' });
  await leave(hanh, { confirm: 'leave' });
  const { branches } = await threadAt(said.id, { view: 'oldest' });
  expect(branches[0]?.comment).toMatchObject({ body: 'What stays is what was said.', author: null });
  expect(await traces(hanh.email, hanh.id, hanh.handle)).toEqual([]);
});

test('whoever was suspended and appealed leaves like anyone', async () => {
  const [judit, mai] = [await member({ name: 'Judit Szabo', role: 'moderator' }), await member({ name: 'Mai Tran' })];
  await sanction(judit, { handle: mai.handle, kind: 'suspended', days: '7', reason: 'spam' });
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { personId: mai.id, action: 'suspended' } });
  await appeal(mai, { eventId, text: 'I never did.' });
  await leave(mai, { confirm: 'leave' });
  expect(await db.member.count({ where: { id: mai.id } })).toBe(0);
  expect(await db.moderationEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ personId: null, sanctionId: null });
});

test('a blog that only the leaver owned goes or stays as they say; an editor takes it over', async () => {
  const [teo, pavel] = [await member({ name: 'Teo' }), await member({ name: 'Pavel M.' })];
  const kept = await blog({ owner: teo, others: [{ member: pavel, role: 'editor' }] });
  await leave(teo, { confirm: 'leave', blogs: 'keep' });
  expect(await db.blogMember.findMany({ where: { blogId: kept.id }, select: { memberId: true, role: true } })).toEqual([
    { memberId: pavel.id, role: 'owner' },
  ]);
  await leave(pavel, { confirm: 'leave', blogs: 'delete' });
  expect(await db.blog.count({ where: { id: kept.id } })).toBe(0);
});

// Every text, id and JSON column of every table.
async function traces(...words: string[]): Promise<string[]> {
  const columns = await db.$queryRaw<{ schema: string; table: string; column: string }[]>`
    SELECT table_schema AS schema, table_name AS table, column_name AS column FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE' AND data_type IN ('text', 'uuid', 'USER-DEFINED', 'character varying', 'jsonb', 'json')`;
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    for (const word of words) {
      const rows = await db.$queryRawUnsafe<{ n: bigint }[]>(
        `SELECT count(*) AS n FROM "${schema}"."${table}" WHERE "${column}"::text ILIKE $1`,
        `%${word}%`,
      );
      if (Number(rows[0]?.n) > 0) found.push(`${table}.${column} holds ${word}`);
    }
  }
  return found;
}

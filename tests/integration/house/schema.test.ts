import { expect, inject, test } from 'vitest';
import { db } from '@/lib/db/client';
import { schemaFiles } from '@/lib/db/migration-files';
import { driftOf, migrate } from '@/lib/db/migrations';
import { seedTown } from '@/prisma/seed';

const url = (): string => process.env.DATABASE_URL ?? '';

test('the schema and the migrations say the same', async () => {
  expect(await driftOf(url())).toBe('');
});

test('a change of the schema without a migration is seen', async () => {
  const files = await schemaFiles();
  const changed = files.map((file) =>
    file.path.endsWith('blogs.prisma') ? { ...file, content: file.content.replace('model Blog {', 'model Blog {\n  motto String?') } : file,
  );
  expect(await driftOf(url(), changed)).toContain('"motto"');
});

test('migrating again changes nothing, and a database newer than the code is refused in one line', async () => {
  expect(await migrate(url())).toEqual([]);
  await db.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ('x', 'x', '29990101000000_later', now(), now(), 1)`;
  await expect(migrate(url())).rejects.toThrow(/newer than this code \(it has 29990101000000_later\)/);
  await db.$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'x'`;
});

test('instants are timestamptz, ids are made by time, every foreign key has its index', async () => {
  const loose = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\_%' AND data_type IN ('timestamp without time zone', 'date')`;
  expect(loose).toEqual([]);
  const bare = await db.$queryRaw<{ name: string }[]>`
    SELECT key.conrelid::regclass || ' ' || key.conname AS name FROM pg_constraint AS key
    WHERE key.contype = 'f' AND key.connamespace = 'public'::regnamespace AND NOT EXISTS (
      SELECT 1 FROM pg_index AS index WHERE index.indrelid = key.conrelid
      AND (index.indkey::int2[])[0:cardinality(key.conkey) - 1] @> key.conkey)`;
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test('the demo town fills an empty database once, whole, with ids of version 7', async () => {
  expect(await seedTown(new Date())).toBe(true);
  expect(await seedTown(new Date())).toBe(false);
  const [members, blogs, posts, languages] = await Promise.all([
    db.member.count(),
    db.blog.count(),
    db.post.findMany({
      where: { publishedAt: { not: null } },
      select: { id: true, commentCount: true, _count: { select: { comments: { where: { status: 'visible' } } } } },
    }),
    db.blog.groupBy({ by: ['language'] }),
  ]);
  expect(members).toBeGreaterThanOrEqual(12);
  expect(blogs).toBe(6);
  expect(posts.length).toBeGreaterThanOrEqual(24);
  expect(languages.length).toBeGreaterThanOrEqual(3);
  expect(posts.every(({ id }) => id[14] === '7')).toBe(true);
  expect(posts.filter(({ commentCount, _count }) => commentCount !== _count.comments)).toEqual([]);
  expect(await db.comment.count({ where: { status: 'held' } })).toBeGreaterThan(0);
  expect(inject('postgres')).toContain('127.0.0.1');
}, 120_000);

test('the database itself refuses what must not be', async () => {
  const wrong: [by: string, attempt: Promise<unknown>][] = [
    [
      'member_email_check',
      db.$executeRaw`INSERT INTO member (id, email, name, handle) VALUES (gen_random_uuid(), 'no address', 'X', 'no-address')`,
    ],
    [
      'member_email_key',
      db.$executeRaw`INSERT INTO member (id, email, name, handle) VALUES (gen_random_uuid(), 'KHANH@town.example', 'X', 'another-khanh')`,
    ],
    [
      'vote_value_check',
      db.$executeRaw`INSERT INTO vote ("commentId", "memberId", value) SELECT comment.id, member.id, 2 FROM comment, member LIMIT 1`,
    ],
    ['post_published_check', db.$executeRaw`UPDATE post SET "publishedAt" = now() WHERE slug IS NULL`],
    ['comment_counts_check', db.$executeRaw`UPDATE comment SET ups = -1`],
  ];
  for (const [by, attempt] of wrong) await expect(attempt).rejects.toThrow(by);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { becomeAdmin } from '@/lib/accounts/commands/become-admin';
import { leave } from '@/lib/accounts/commands/leave';
import { changeProfile } from '@/lib/accounts/commands/profile';
import { findOrWelcome } from '@/lib/accounts/commands/sign-in';
import { changeBlog, endBlogRole, openBlog, setBlogRole } from '@/lib/blogs/commands';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { vote } from '@/lib/comments/commands/vote';
import { env } from '@/lib/core/env';
import { requestStorage } from '@/lib/core/request';
import { newToken, tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { purgeInFront } from '@/lib/jobs/purge-in-front';
import { PURGE_CHANNEL } from '@/lib/jobs/purge-notice';
import { startWork } from '@/lib/jobs/queue';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { decide } from '@/lib/moderation/commands/decide';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { handlers } from '@/lib/notifications/handlers';
import { publishPost, unpublishPost } from '@/lib/posts/commands/publish';
import { react } from '@/lib/posts/commands/react';
import { deletePost, saveDraft, startPost } from '@/lib/posts/commands/write';
import { forgetReading } from '@/lib/reading/commands/forget-reading';
import { endSubscription, subscribeMember } from '@/lib/subscriptions/commands';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { twentyAtOnce } from '../../support/refusal';

interface Heard {
  id: string;
  tags: string[];
  erase: boolean;
}

let heard: Heard[] = [];
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(async () => {
  client.on('notification', ({ payload = '' }) => heard.push(JSON.parse(payload) as Heard));
  await client.connect();
  await client.query(`LISTEN ${PURGE_CHANNEL}`);
});
afterAll(() => client.end());

/** What every process hears of `run`: the tags, with `!` before those that must be gone. */
async function told(run: () => Promise<unknown>): Promise<string[]> {
  await client.query('SELECT 1');
  heard = [];
  await run();
  // What was told before is handed out before this is answered.
  await client.query('SELECT 1');
  return heard.flatMap(({ tags, erase }) => tags.map((tag) => `${erase ? '!' : ''}${tag}`)).sort();
}

async function known(person: FactoryMember, before: { id: string }): Promise<void> {
  for (let nth = 0; nth < 3; nth += 1)
    await comment({ post: before, author: person, body: `Earlier ${nth}`, minutesAgo: 60 * 24 * 3 + nth });
}

test('each command says which pages it changes', async () => {
  const [ines, sade, judit] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Sade Okafor' }),
    await member({ name: 'Judit', role: 'moderator' }),
  ];
  const ada = await member({ name: 'Ada', role: 'admin' });
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: ines });
  await known(sade, await post({ blog: tide, author: ines }));
  const [p, b] = [said.id, tide.id];

  let id = '';
  expect(await told(async () => ({ id } = await postComment(sade, { postId: p, body: 'The third weight was always light.' })))).toEqual([
    `post:${p}`,
  ]);
  expect(await told(() => vote(ines, { commentId: id, value: 1 }))).toEqual([`thread:${p}`]);
  expect(await told(() => vote(ines, { commentId: id, value: 1 })), 'the same vote again').toEqual([]);
  expect(await told(() => editComment(sade, { commentId: id, body: 'The third weight was light.' }))).toEqual([`post:${p}`]);
  const refused = () => editComment(sade, { commentId: id, body: 'Cheap VIAGRA here' }).catch(() => undefined);
  expect(await told(refused), 'an edit that is refused changes nothing').toEqual([]);
  const stranger = await member();
  expect(await told(() => postComment(stranger, { postId: p, body: 'Cheap VIAGRA here' })), 'a rejection is in the public log').toEqual([
    'moderation',
  ]);
  const other = await postComment(sade, { postId: p, body: 'Another.' });
  expect(await told(() => editComment(sade, { commentId: id, body: 'Another.' })), 'an edit that waits takes the words away').toEqual([
    `!post:${p}`,
  ]);
  expect(await told(() => decide(judit, { commentId: other.id, revision: '1', decision: 'remove', reason: 'spam', note: '' }))).toEqual([
    `!post:${p}`,
    // The public log.
    'moderation',
  ]);
  const third = await postComment(sade, { postId: p, body: 'A third.' });
  expect(await told(() => withdrawComment(sade, { commentId: third.id }))).toEqual([`!post:${p}`]);
  expect(await told(() => react(sade, { postId: p, on: '1' }))).toEqual([`thread:${p}`]);
  expect(await told(() => react(sade, { postId: p, on: '1' })), 'the same bulb again').toEqual([]);

  expect(await told(() => subscribeMember(sade, { blogId: b }))).toEqual(['popular', `subscribers:${b}`]);
  expect(await told(() => endSubscription(sade, { blogId: b }))).toEqual(['popular', `subscribers:${b}`]);

  const { postId } = await startPost(ines, { blogId: b });
  expect(
    await told(() =>
      saveDraft(ines, {
        postId,
        version: '0',
        title: 'A draft',
        document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }] },
      }),
    ),
    'a draft is nobody’s page',
  ).toEqual([]);
  expect(await told(() => publishPost(ines, { postId }))).toEqual([`blog:${b}`, 'lists', 'missing', `post:${postId}`]);
  expect(await told(() => unpublishPost(ines, { postId }))).toEqual([`!blog:${b}`, '!lists', `!post:${postId}`]);

  expect(await told(() => publishPost(ines, { postId })), 'published again, what was decided about it names it again').toEqual([
    `blog:${b}`,
    'lists',
    'missing',
    'moderation',
    `post:${postId}`,
  ]);

  expect(await told(() => deletePost(ines, { postId })), 'deleted for good').toEqual([`!blog:${b}`, '!lists', `!post:${postId}`]);

  const fields = { name: 'High Tide', handle: `high-${Date.now()}`, description: '', language: 'en', colour: 'sea' };
  expect(await told(() => changeBlog(ines, { ...fields, blogId: b }))).toEqual([`blog:${b}`, 'missing']);
  expect(await told(() => openBlog(ines, { ...fields, handle: `new-${Date.now()}` }))).toEqual(['lists', 'missing']);
  expect(await told(() => setBlogRole(ines, { blogId: b, handle: judit.handle, role: 'moderator' }))).toEqual([`blog:${b}`]);
  expect(await told(() => endBlogRole(ines, { blogId: b, handle: judit.handle }))).toEqual([`blog:${b}`]);
  expect(await told(() => changeRole(ada, { handle: judit.handle, role: 'member' }))).toEqual([`person:${judit.id}`]);
  expect(await told(() => changeProfile(sade, { name: 'Sade O.', handle: sade.handle, bio: '', language: 'en' }))).toEqual([
    `person:${sade.id}`,
  ]);
  const token = newToken();
  await db.oneTimeLink.create({ data: { purpose: 'become_admin', tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 60_000) } });
  expect(await told(() => becomeAdmin(judit, token, new Date()))).toEqual([`person:${judit.id}`]);
  await subscribeMember(sade, { blogId: b });
  expect(await told(() => leave(sade, { confirm: 'leave', blogs: 'keep' }))).toEqual([
    '!lists',
    `!person:${sade.id}`,
    'earn',
    'popular',
    `subscribers:${b}`,
  ]);
  expect(await told(() => forgetReading(ines, { confirm: 'yes' }, new Date()))).toEqual(['earn']);
  const settings = env() as { ADMIN_EMAIL: string };
  settings.ADMIN_EMAIL = 'late@elsewhere.example';
  const late = await member({ email: settings.ADMIN_EMAIL });
  const signsIn = () => db.$transaction((tx) => findOrWelcome(tx, settings.ADMIN_EMAIL, 'en', new Date()));
  expect([await told(signsIn), await told(signsIn)], 'whom the settings make an admin').toEqual([[`person:${late.id}`], []]);
  settings.ADMIN_EMAIL = '';
});

test('each piece of a sweep says that its words are gone, or back, and that the public log counts them', async () => {
  const [ines, pavel, judit] = [await member(), await member({ name: 'Pavel' }), await member({ name: 'Judit', role: 'moderator' })];
  const said = [
    await post({ blog: await blog({ owner: ines }), author: ines }),
    await post({ blog: await blog({ owner: ines }), author: ines }),
  ];
  for (const one of said) await comment({ post: one, author: pavel, minutesAgo: 10 });
  const { sweepId } = await banAndRemove(judit, { handle: pavel.handle, days: 3, reason: 'spam', note: '' });
  const both = said.map(({ id }) => id).sort();
  const pieces = async () => [await told(() => advanceSweep(sweepId, 1)), await told(() => advanceSweep(sweepId, 1))];
  const gone = await pieces();
  expect(gone.map((tags) => tags[1])).toEqual(['moderation', 'moderation']);
  expect(gone.map((tags) => tags[0]).sort()).toEqual(both.map((id) => `!post:${id}`));
  await advanceSweep(sweepId, 1);
  await undoSweep(judit, { sweepId });
  const back = await pieces();
  expect(back.flat().sort()).toEqual(['moderation', 'moderation', ...both.map((id) => `post:${id}`)].sort());
});

test('nothing is told of what was not committed, and the same sending twenty times at once is told once', async () => {
  expect(
    await told(() =>
      db
        .$transaction(async (tx) => {
          await purge(tx, 'lists');
          throw new Error('not this time');
        })
        .catch(() => undefined),
    ),
  ).toEqual([]);
  const [ines, sade] = [await member(), await member()];
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: ines });
  await known(sade, await post({ blog: tide, author: ines }));
  const input = { postId: said.id, body: 'Twenty at once.', submissionKey: crypto.randomUUID() };
  expect(await told(() => twentyAtOnce(() => postComment(sade, input)))).toEqual([`post:${said.id}`]);
});

test('the request knows what it wrote, for the answer’s head', async () => {
  const context: Parameters<typeof requestStorage.run>[0] = { id: 'one', address: '127.0.0.1' };
  await requestStorage.run(context, () => db.$transaction((tx) => purge(tx, 'lists', 'missing')));
  expect(context.wrote).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), tags: ['lists', 'missing'], erase: false }]);
});

test('a cache in front is told the same, in the words of three of them, and a refusal is tried again', async () => {
  const asked: { method: string | undefined; headers: Record<string, unknown>; body: string }[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    asked.push({ method: request.method, headers: request.headers, body });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { env } = await import('@/lib/core/env');
  const settings = env() as { PURGE_URL: string; PURGE_AS: string; PURGE_KEY: string };
  settings.PURGE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    await purgeInFront(['post:1', 'lists']);
    expect(asked[0]).toMatchObject({
      method: 'PURGE',
      headers: { 'surrogate-key': 'post:1 lists', 'cache-tag': 'post:1,lists', 'xkey-purge': 'post:1 lists' },
    });
    expect(asked[0]?.headers.authorization).toBeUndefined();
    settings.PURGE_KEY = 'k';
    settings.PURGE_AS = 'fastly';
    await purgeInFront(['post:1', 'lists']);
    expect(asked[1]).toMatchObject({ method: 'POST', headers: { 'fastly-key': 'k', 'surrogate-key': 'post:1 lists' }, body: '' });
    settings.PURGE_AS = 'cloudflare';
    await purgeInFront(Array.from({ length: 31 }, (_, nth) => `post:${nth}`));
    expect(asked.slice(2).map(({ headers, body }) => [headers.authorization, JSON.parse(body).tags.length])).toEqual([
      ['Bearer k', 30],
      ['Bearer k', 1],
    ]);
    settings.PURGE_AS = 'purge';
    status = 500;
    await expect(purgeInFront(['lists'])).rejects.toThrow('answered 500');
    // As long as it may keep a page: for a day.
    const [queue] = await db.$queryRaw<{ times: number; most: number }[]>`
      SELECT retry_limit AS times, retry_delay_max AS most FROM pgboss.queue WHERE name = 'cache.purge'`;
    expect(queue).toEqual({ times: 300, most: 300 });
    // The job stands with the write, or not at all.
    const jobs = () => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'cache.purge'`;
    const before = (await jobs())[0]?.n ?? 0;
    await db.$transaction((tx) => purge(tx, 'lists'));
    expect((await jobs())[0]?.n).toBe(before + 2);
  } finally {
    Object.assign(settings, { PURGE_URL: '', PURGE_AS: 'purge', PURGE_KEY: '' });
    server.close();
  }
});

test('a cache in front is told within seconds of what a busy minute writes, in few calls', async () => {
  const [asked, tags] = [[] as string[][], Array.from({ length: 40 }, (_, nth) => `post:${nth}` as const)];
  const work = await startWork({ ...handlers, 'cache.purge': async (data) => void asked.push(data.tags) }, ['cache.purge']);
  const { env } = await import('@/lib/core/env');
  const settings = env() as { PURGE_URL: string };
  settings.PURGE_URL = 'http://127.0.0.1:9/';
  try {
    for (let nth = 0; nth < 200; nth += 1) await db.$transaction((tx) => purge(tx, tags[nth % 40] ?? 'lists'));
    // The first sending of each; the second comes two seconds after it.
    await expect.poll(() => new Set(asked.flat().filter((tag) => tag.startsWith('post:'))).size, { timeout: 5_000 }).toBe(40);
    await expect
      .poll(async () => db.$queryRaw`SELECT FROM pgboss.job WHERE name = 'cache.purge' AND state < 'completed'`, { timeout: 8_000 })
      .toEqual([]);
    expect(asked.length).toBeLessThan(40);
    for (const together of asked) expect(new Set(together).size).toBe(together.length);
  } finally {
    settings.PURGE_URL = '';
    await work.stop();
  }
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { env } from '@/lib/core/env';
import { db } from '@/lib/db/client';
import { setThread } from '@/lib/moderation/commands/thread';
import { member } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { scene } from '../relevance/taught';

const settings = env() as { CLASSIFIER_URL: string[] };
let verdict = '';
let asked: string[] = [];
let meanwhile = async () => {};
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', async () => {
    asked.push(JSON.parse(body).text);
    await meanwhile();
    if (verdict !== '') response.end(JSON.stringify({ verdict }));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  settings.CLASSIFIER_URL = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/`];
});
beforeEach(() => {
  asked = [];
  meanwhile = async () => {};
});
afterAll(() => {
  settings.CLASSIFIER_URL = [];
  server.closeAllConnections();
  server.close();
});

const ruleOf = async (commentId: string) =>
  (await db.moderationEvent.findFirstOrThrow({ where: { commentId, byMachine: true }, orderBy: { id: 'desc' } })).rule;

test('what the outside classifier suspects waits, an edit too; the blog’s own people are not told on', async () => {
  const { sade, ines, said } = await scene();
  verdict = 'suspect';
  const one = await postComment(sade, { postId: said.id, body: 'Suspected from outside.' });
  expect([one.status, await ruleOf(one.id)]).toEqual(['held', 'outside']);
  verdict = 'clean';
  expect((await editComment(sade, { commentId: one.id, body: 'Found clean from outside.' })).status).toBe('visible');
  expect((await postComment(ines, { postId: said.id, body: 'Of the blog itself.' })).status).toBe('visible');
  expect(asked).toEqual(['Suspected from outside.', 'Found clean from outside.']);
});

test('one that does not answer keeps nobody waiting but whom nobody knows', async () => {
  const { sade, said } = await scene();
  const mai = await member({ name: 'Mai Tran', joinedDaysAgo: 0 });
  verdict = '';
  const [known, unknown] = await Promise.all([
    postComment(sade, { postId: said.id, body: 'Is anybody there?' }),
    postComment(mai, { postId: said.id, body: 'I am new here.' }),
  ]);
  expect([known.status, unknown.status, await ruleOf(unknown.id)]).toEqual(['visible', 'held', 'outside']);
});

test('a thread that is locked while a comment is looked at takes it no more, nor an edit', async () => {
  const { sade, judit, said } = await scene();
  verdict = 'clean';
  const { id } = await postComment(sade, { postId: said.id, body: 'Before it was locked.' });
  meanwhile = () => setThread(judit, { postId: said.id, state: 'locked' });
  const late = postComment(sade, { postId: said.id, body: 'Sent before, stored after.' });
  await expect(late).rejects.toMatchObject({ fields: { body: 'thread-locked' } });
  meanwhile = async () => {};
  await setThread(judit, { postId: said.id, state: 'open' });
  meanwhile = () => setThread(judit, { postId: said.id, state: 'locked' });
  await expect(editComment(sade, { commentId: id, body: 'Changed too late.' })).rejects.toMatchObject({
    fields: { body: 'thread-locked' },
  });
});

test('slow mode that begins while a comment is looked at holds for it', async () => {
  const { sade, judit, said } = await scene();
  verdict = 'clean';
  await postComment(sade, { postId: said.id, body: 'The first of two.' });
  meanwhile = () => setThread(judit, { postId: said.id, state: 'open', slowSeconds: '120' });
  await expect(postComment(sade, { postId: said.id, body: 'The second of two.' })).rejects.toMatchObject({ reason: 'too-many' });
});

test('a lock that commits first keeps out the comment that waited for it', async () => {
  const { sade, said, ines } = await scene();
  verdict = 'clean';
  const [locked, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const locking = db.$transaction(async (tx) => {
    await tx.post.update({ where: { id: said.id }, data: { threadState: 'locked' } });
    locked.resolve();
    await go.promise;
  });
  await locked.promise;
  const late = postComment(sade, { postId: said.id, body: 'Screened before the lock, stored after.' });
  const own = postComment(ines, { postId: said.id, body: 'By the blog’s own people, who may.' });
  const settled = Promise.allSettled([late, own]);
  await waiting(2);
  go.resolve();
  await locking;
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  await expect(late).rejects.toMatchObject({ fields: { body: 'thread-locked' } });
  expect(await db.post.findUniqueOrThrow({ where: { id: said.id } })).toMatchObject({ commentCount: 1 });
});

/** Until so many statements wait for a row. */
async function waiting(so: number): Promise<void> {
  const asked = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while ((await asOwner(asked)) < so) await new Promise((resolve) => setTimeout(resolve, 20));
}

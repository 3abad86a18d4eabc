import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { env } from '@/lib/core/env';
import { db } from '@/lib/db/client';
import { member } from '../../factories/people';
import { scene } from '../relevance/taught';

const settings = env() as { CLASSIFIER_URL: string };
let verdict = '';
let asked: string[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    asked.push(JSON.parse(body).text);
    if (verdict !== '') response.end(JSON.stringify({ verdict }));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  settings.CLASSIFIER_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  settings.CLASSIFIER_URL = '';
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

import { expect, test } from 'vitest';
import { cacheTag } from '@/lib/core/cache-tags';
import { type Reason, Refused } from '@/lib/core/refused';
import { currentRequest } from '@/lib/core/request';
import { tokenHash } from '@/lib/core/token';
import { INTERNAL } from '../../../bin/serve/internal';
import { ask } from '../../e2e/support/ask';
import { front, origin } from '../../support/front';

const commentId = '01900000-0000-7000-8000-00000000abcd';
const typed = { vote: `${commentId} 1` };

const send = (port: number, { path = '/api/votes', headers = {}, body = new URLSearchParams(typed).toString() } = {}) =>
  ask(port, path, {
    method: 'POST',
    headers: { ...origin, cookie: 's=token-of-mai', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

const never: Parameters<typeof front>[0] = (_, response) => response.writeHead(500).end('the renderer was asked');
const quick = (does: (hash: string, form: URLSearchParams) => Promise<void>) => ({ quick: { '/api/votes': does, '/api/bulbs': does } });

test.each(['/api/votes', '/api/bulbs'])('%s is done without the renderer, and answered as its action would', async (path) => {
  const asked: unknown[] = [];
  const port = await front(
    never,
    quick(async (hash, form) => void asked.push(hash, Object.fromEntries(form))),
  );
  const { status, text, headers } = await send(port, { path });
  expect([status, JSON.parse(text), headers['cache-control']]).toEqual([200, { kind: 'done', value: null }, 'private, no-store']);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(asked).toEqual([tokenHash('token-of-mai'), typed]);
});

test.each<[Reason, number]>([
  ['not-allowed', 403],
  ['not-found', 404],
  ['invalid', 422],
  ['too-many', 429],
])('a refusal as %s has its status and what was sent', async (reason, expected) => {
  const more = reason === 'too-many' ? { retryAfterSeconds: 7 } : {};
  const port = await front(
    never,
    quick(() => Promise.reject(new Refused(reason, more))),
  );
  const { status, text, headers } = await send(port);
  expect([status, JSON.parse(text), headers['retry-after']]).toMatchObject([
    expected,
    { kind: 'refused', reason, typed },
    reason === 'too-many' ? '7' : undefined,
  ]);
});

test('without a session nothing is done', async () => {
  let done = 0;
  const port = await front(
    never,
    quick(async () => {
      done += 1;
    }),
  );
  const { status, text } = await send(port, { headers: { cookie: '' } });
  expect([status, JSON.parse(text).reason, done]).toEqual([401, 'sign-in-needed', 0]);
});

test('what another site sends is not looked at', async () => {
  let done = 0;
  const port = await front(
    never,
    quick(async () => {
      done += 1;
    }),
  );
  for (const headers of [{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
    expect((await send(port, { headers: headers as Record<string, string> })).status).toBe(403);
  expect(done).toBe(0);
});

test('too much at once is said in a line, and nobody waits behind it for long', async () => {
  let done = 0;
  const held = Promise.withResolvers<void>();
  const port = await front(
    never,
    quick(async () => {
      await held.promise;
      done += 1;
    }),
  );
  // Two are let in, two wait, and the fifth is refused.
  const sent = Array.from({ length: 5 }, () => send(port));
  const first = await Promise.race(sent);
  expect([first.status, first.text, first.headers['retry-after']]).toEqual([503, 'bulb: busy 2', '2']);
  expect((await ask(port, '/api/viewer')).status).toBe(200);
  held.resolve();
  const all = await Promise.all(sent);
  expect([all.filter(({ status }) => status === 200).length, done]).toEqual([4, 4]);
});

test('what is too large, or no form, is refused in words that the form shows', async () => {
  const port = await front(
    never,
    quick(async (_hash, form) => {
      if (!form.has('vote')) throw new Refused('invalid');
    }),
  );
  const large = await send(port, { body: `vote=${'x'.repeat(2_000)}` });
  expect([large.status, large.text]).toEqual([413, 'bulb: too-large']);
  const none = await send(port, { headers: { 'content-type': 'application/json' }, body: '{}' });
  expect([none.status, JSON.parse(none.text).reason]).toEqual([422, 'invalid']);
});

test('who asks too often is told in a line how long to wait', async () => {
  const port = await front(
    never,
    quick(async () => undefined),
    '10',
  );
  const answers = [await send(port), await send(port), await send(port)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers[2]?.text).toMatch(/^bulb: too-many \d+$/);
});

test('its writer is shown it at once: what it changed is known before the answer, and named in it', async () => {
  let value = 0;
  const port = await front(
    (_, response) => {
      response.setHeader(INTERNAL.tags, cacheTag.thread('1'));
      response.setHeader('cache-control', 'public, max-age=0, s-maxage=60, stale-while-revalidate=600');
      response.end(`${value}`);
    },
    quick(async () => {
      value += 1;
      const request = currentRequest();
      request.wrote = [{ id: commentId, tags: [cacheTag.thread('1')], erase: false }];
    }),
  );
  expect((await ask(port, '/@low-tide')).text).toBe('0');
  const { headers } = await send(port);
  const cookie = headers['set-cookie']?.split(';')[0] ?? '';
  expect(cookie).toBe(`bulb-wrote=${commentId}`);
  expect((await ask(port, '/@low-tide', { headers: { cookie } })).text).toBe('1');
});

test('of what may not have been saved the form says so, and nobody is told that it was', async () => {
  let renders = 0;
  const port = await front(
    (_, response) => {
      renders += 1;
      response.setHeader(INTERNAL.tags, cacheTag.thread('1'));
      response.setHeader('cache-control', 'public, max-age=0, s-maxage=60, stale-while-revalidate=600');
      response.end('page');
    },
    quick(async () => {
      const request = currentRequest();
      request.wrote = [{ id: commentId, tags: [cacheTag.thread('1')], erase: true }];
      request.fault = 'unsure';
      throw new Error('the answer was lost');
    }),
  );
  await ask(port, '/@low-tide');
  const { status, text, headers } = await send(port);
  expect([status, JSON.parse(text), headers['retry-after']]).toMatchObject([503, { kind: 'refused', reason: 'unsure', typed }, '5']);
  await ask(port, '/@low-tide');
  expect(renders).toBe(1);
});

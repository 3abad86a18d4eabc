import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { log } from '@/lib/core/log';
import { type Reason, Refused } from '@/lib/core/refused';
import { tokenHash } from '@/lib/core/token';
import { makeLimits } from '../../../bin/serve/limits';
import { ask } from '../../e2e/support/ask';
import { front, origin } from '../../support/front';

describe('the beats of a page that is measured', () => {
  const session = '11b954f6-914b-4ad9-8c1a-bd29bbbd93f4';
  const postId = '01900000-0000-7000-8000-00000000abcd';
  const beat = { session, seq: 1, seen: [0, 3] };
  const send = (port: number, body: unknown, headers: Record<string, string> = {}) =>
    ask(port, '/api/reading', {
      method: 'POST',
      headers: { ...origin, cookie: 's=token-of-mai', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const never = () => front((_, response) => response.writeHead(500).end('the renderer was asked'));

  test('are taken without the renderer, and answered for nobody else', async () => {
    const asked: unknown[] = [];
    const port = await front((_, response) => response.writeHead(500).end(), {
      openReading: async (...what) => {
        asked.push(what);
        return { seq: 0, today: 30 };
      },
      takeBeat: async (...what) => {
        asked.push(what);
        return { seq: 1, taken: true, counted: true, today: 40 };
      },
    });
    const opened = await send(port, { session, post: postId });
    expect([opened.status, JSON.parse(opened.text), opened.headers['cache-control']]).toEqual([
      200,
      { seq: 0, today: 30 },
      'private, no-store',
    ]);
    const taken = await send(port, beat);
    expect([taken.status, JSON.parse(taken.text)]).toEqual([200, { seq: 1, taken: true, counted: true, today: 40 }]);
    const hash = tokenHash('token-of-mai');
    expect(asked).toEqual([
      [hash, { session, post: postId }],
      [hash, beat],
    ]);
  });

  test.each<[string, unknown, Record<string, string>, number, string]>([
    ['without a session', beat, { cookie: '' }, 401, 'sign-in-needed'],
    ['that are no JSON', '{', {}, 400, 'invalid'],
    ['that are no object', '[1]', {}, 400, 'invalid'],
    ['that are too large', { ...beat, more: 'x'.repeat(2_000) }, {}, 413, 'too-large'],
  ])('%s are refused', async (_what, body, headers, status, reason) => {
    const answer = await send(await never(), body, headers);
    expect([answer.status, JSON.parse(answer.text).reason]).toEqual([status, reason]);
  });

  test.each<[Reason, number]>([
    ['invalid', 400],
    ['sign-in-needed', 401],
    ['not-allowed', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['too-many', 429],
  ])('that the command refuses as %s are answered %s', async (reason, status) => {
    const refuse = async () => {
      throw new Refused(reason, reason === 'too-many' ? { retryAfterSeconds: 7 } : {});
    };
    const port = await front((_, response) => response.end(), { openReading: refuse, takeBeat: refuse });
    const answer = await send(port, { session, post: postId });
    expect([answer.status, JSON.parse(answer.text), answer.headers['retry-after']]).toEqual([
      status,
      { reason },
      reason === 'too-many' ? '7' : undefined,
    ]);
  });

  test('out of order or too early are a conflict that says which is next', async () => {
    const port = await front((_, response) => response.end(), {
      takeBeat: async () => ({ seq: 4, taken: false, counted: false, today: 40 }),
    });
    const { status, text } = await send(port, beat);
    expect([status, JSON.parse(text)]).toMatchObject([409, { reason: 'conflict', seq: 4, today: 40 }]);
  });

  test('from another site are not looked at', async () => {
    let asked = 0;
    const port = await front((_, response) => response.end(), {
      takeBeat: async () => {
        asked += 1;
        return { seq: 1, taken: true, counted: true, today: 10 };
      },
    });
    for (const headers of [{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }] as Record<
      string,
      string
    >[])
      expect((await send(port, beat, headers)).status).toBe(403);
    expect(asked).toBe(0);
  });

  test('of forty tabs behind one address get through where forty forms would not', async () => {
    const limited = makeLimits(600);
    // Six a minute and tab.
    for (let nth = 0; nth < 240; nth += 1) expect(await limited('192.0.2.1', false)).toBeNull();
    let refused = 0;
    for (let nth = 0; nth < 240; nth += 1) refused += Number((await limited('192.0.2.1', true)) !== null);
    expect(refused).toBe(120);
    const port = await front((_, response) => response.end(), {}, '20');
    // A fifth of twenty forms a minute is four.
    const beats = await Promise.all(Array.from({ length: 8 }, () => send(port, beat)));
    expect(beats.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const forms = await Promise.all(
      Array.from({ length: 8 }, () => ask(port, '/settings', { method: 'POST', headers: origin, body: 'x' })),
    );
    expect(forms.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  test('leave no post beside a person in the log, whatever becomes of them', async () => {
    const said: unknown[] = [];
    for (const level of ['info', 'warn', 'error'] as const)
      vi.spyOn(log, level).mockImplementation((...what: unknown[]) => void said.push(what));
    const port = await front((_, response) => response.end(), {
      takeBeat: async () => {
        throw new Error('the database is away');
      },
    });
    await send(port, { session, post: postId });
    await send(port, beat);
    await ask(port, `/api/viewer?post=${postId}`, { headers: { cookie: 's=token-of-mai' } });
    await expect.poll(() => said.length).toBeGreaterThanOrEqual(4);
    vi.restoreAllMocks();
    const text = said.map((what) => inspect(what, { depth: 5 })).join('\n');
    expect(text).toContain('/api/reading');
    for (const secret of [postId, session, 'token-of-mai', tokenHash('token-of-mai'), 'seen']) expect(text).not.toContain(secret);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { next } from '@/lib/accounts/schema';
import { answer } from '@/lib/core/answer';
import { environment, environmentFaults } from '@/lib/core/env';
import { isUuid, keyOrDerived } from '@/lib/core/keys';
import { parse } from '@/lib/core/parse';
import { REFUSALS, Refused } from '@/lib/core/refused';
import { requestStorage } from '@/lib/core/request';
import { newToken, sign, signatureHolds } from '@/lib/core/token';

describe('the environment', () => {
  test('gives one clear line for each wrong variable', () => {
    expect(environmentFaults({ PORT: 'many', DATABASE_URL: 'mysql://x', SECRET: 'short', SITE_URL: '' })).toEqual([
      'DATABASE_URL: must start with postgres:// or postgresql://',
      expect.stringMatching(/^PORT: /),
      'SECRET: must have at least 32 characters',
    ]);
    expect(environmentFaults({})).toEqual([]);
  });

  test('is listed whole in .env.example, which is itself without fault', () => {
    const lines = readFileSync(path.resolve(import.meta.dirname, '../../../.env.example'), 'utf8').split('\n');
    const listed = new Map(
      lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]),
    );
    expect(Object.keys(environment.shape).filter((name) => !listed.has(name))).toEqual([]);
    expect(environmentFaults(Object.fromEntries(listed))).toEqual([]);
    const defaults = environment.parse({});
    for (const [name, value] of listed) {
      if (value !== '' && name in defaults) expect(String(defaults[name as keyof typeof defaults]), name).toBe(value);
    }
  });
});

test('a wrong field is named, an unknown one dropped', () => {
  const schema = z.object({ name: z.string().min(1, 'required'), age: z.number().max(3) });
  expect(() => parse(schema, { name: '', age: 9 })).toThrow(expect.objectContaining({ fields: { name: 'required', age: 'too-long' } }));
  expect(parse(schema, { name: 'x', age: 1, evil: true })).toEqual({ name: 'x', age: 1 });
});

test.each(Object.entries(REFUSALS))('a form refused for %s answers %i and keeps what was typed', async (reason, status) => {
  const form = new FormData();
  form.set('body', 'My words');
  form.set('$ACTION_ID', 'x');
  const context = { id: 'a', address: '127.0.0.1', status: 200 };
  const given = await requestStorage.run(context, () =>
    answer(form, async () => {
      throw new Refused(reason as keyof typeof REFUSALS, { retryAfterSeconds: 7 });
    }),
  );
  expect(given).toMatchObject({ kind: 'refused', reason, typed: { body: 'My words' } });
  expect(context).toMatchObject({ status, headers: { 'retry-after': '7' } });
});

test('a key is the form’s own, or follows from what was sent', () => {
  const own = '01900000-0000-7000-8000-000000000000';
  expect(keyOrDerived(own, 'x')).toBe(own);
  expect(keyOrDerived('', 'a', 'b')).toBe(keyOrDerived(undefined, 'a', 'b'));
  expect(keyOrDerived('', 'a', 'b')).not.toBe(keyOrDerived('', 'ab', ''));
  expect(isUuid(keyOrDerived('nonsense', 'x'))).toBe(true);
});

test('a signature holds for its text and its purpose only', () => {
  const secret = newToken();
  const signature = sign(secret, 'unsubscribe', 'one');
  expect(signatureHolds(secret, 'unsubscribe', 'one', signature)).toBe(true);
  expect(signatureHolds(secret, 'unsubscribe', 'two', signature)).toBe(false);
  expect(signatureHolds(secret, 'other', 'one', signature)).toBe(false);
  expect(signatureHolds(newToken(), 'unsubscribe', 'one', signature)).toBe(false);
});

test.each([
  ['/earn', '/earn'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/@kt-online/x?comment=1#c-1', '/@kt-online/x?comment=1#c-1'],
])('after signing in, %s leads to %s', (asked, path) => expect(next.parse(asked)).toBe(path));

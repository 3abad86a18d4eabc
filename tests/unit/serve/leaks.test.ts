import { expect, test } from 'vitest';
import { isShared, leaksIn } from '../../support/leaks';

const secrets = { address: 'sade@town.example', session: 'tok_123' };
const page = { address: '/', status: 200, headers: { 'cache-control': 'public, max-age=0, s-maxage=60' }, text: '<p>Hello</p>' };

test('planted leaks are found', () => {
  expect(leaksIn({ ...page, text: 'Hello sade@town.example' }, secrets)).toEqual(['/ tells address']);
  expect(leaksIn({ ...page, headers: { ...page.headers, 'x-for': 'tok_123' } }, secrets)).toEqual(['/ tells session']);
  expect(leaksIn({ ...page, headers: { ...page.headers, 'set-cookie': 'a=1' } }, secrets)).toEqual(['/ sets a cookie']);
  expect(leaksIn({ ...page, headers: { ...page.headers, vary: 'Cookie' } }, secrets)).toEqual(['/ varies by cookie']);
  expect(leaksIn({ ...page, status: 403 }, secrets)).toEqual(['/ shares a refusal for long']);
  expect(leaksIn({ ...page, status: 503 }, secrets)).toContain('/ shares an error');
});

test('what is for one person alone may tell what is theirs', () => {
  expect(isShared({ headers: { 'cache-control': 'private, no-store' } })).toBe(false);
  expect(isShared({ headers: {} })).toBe(false);
  expect(leaksIn({ ...page, headers: { 'cache-control': 'private, no-store' }, text: 'sade@town.example' }, secrets)).toEqual([]);
  expect(leaksIn(page, secrets)).toEqual([]);
});

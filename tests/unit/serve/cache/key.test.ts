import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../../bin/serve/cache/key';

const id = '01a20f3b-49c0-72ec-b88a-f5aef29610b0';
const url = (asked: string, data = false) => keyOf(asked, data)?.url ?? null;

test('public pages and files have a key; what is a person’s own has none', () => {
  for (const page of [
    '/',
    '/@kt-online',
    '/@kt-online/a-post',
    '/tags/world',
    '/search?q=a',
    '/earn',
    '/earn/ar',
    '/trust',
    '/trust/vi',
    '/moderation',
    '/moderation/ar',
  ])
    expect(url(page), page).toBe(page);
  for (const file of [`/media/${id}`, '/_next/static/chunks/a-b_c~1.js', '/_next/static/media/x.p.0.woff2']) expect(url(file)).toBe(file);
  for (const own of [
    '/settings',
    '/write',
    '/admin',
    '/api/viewer',
    '/sign-in',
    `/comments/${id}`,
    '/studio/@kt-online',
    '/inbox',
    '/theme.js',
  ])
    expect(url(own), own).toBeNull();
});

test('one page has one key, however its address is spelled', () => {
  expect(url('/%40kt-online/%61-post')).toBe('/@kt-online/a-post');
  expect(url('/tags/v%C4%83n%20h%C3%B3a')).toBe(url('/tags/văn hóa'));
  expect(url('/@kt-online/a-post?utm_source=x&view=newest&fbclid=1')).toBe('/@kt-online/a-post?view=newest');
  expect(url('/@kt-online/a-post?all=1&view=newest')).toBe(url('/@kt-online/a-post?view=newest&all=1'));
  expect(url('/?before=1795553092007_01a20f3b-49c0-72ec-b88a-f5aef29610b0#x')).toBe(`/?before=1795553092007_${id}`);
});

test('what a page does not know makes no answer of its own', () => {
  for (const query of [
    'view=relevant',
    'view=nonsense',
    'all=2',
    'comment=1',
    'comment[]=x',
    'view=newest%00',
    'before=x',
    'a'.repeat(1500),
  ])
    expect(url(`/@kt-online/a-post?${query}`), query).toBe('/@kt-online/a-post');
  expect(url('/@kt-online/a-post?view=newest&view=oldest')).toBe('/@kt-online/a-post?view=newest');
  expect(url('/earn?q=x')).toBe('/earn');
  expect(url(`/media/${id}?w=20`)).toBe(`/media/${id}`);
});

test('an address that could be read in two ways, or is too long, is not shared', () => {
  for (const odd of [
    '//evil.example/@kt-online',
    '/@kt-online//a-post',
    '/@kt-online/a-post/',
    '/@kt-online/..',
    '/@kt-online/%2e%2e',
    '/@kt-online/a%2fpost',
    '/@kt-online/a%5cpost',
    '/@kt-online/a%00',
    '/@kt-online/%0d%0aset-cookie:x',
    '/@kt-online/%zz',
    '/_next/static/../../secret',
    '/_next/static/%2e%2e/x.js',
    'http://evil.example/@kt-online',
    `/@kt-online/${'a'.repeat(2_100)}`,
  ])
    expect(url(odd), odd).toBeNull();
});

describe('the router’s data', () => {
  test('has a key of its own beside the page’s', () => {
    const [page, data] = [keyOf('/@kt-online?before=x', false), keyOf('/@kt-online?_rsc=1a2b3', true)];
    expect(page?.id).not.toBe(data?.id);
    expect(data?.url).toBe('/@kt-online?_rsc=');
    expect(url('/@kt-online/a-post?view=oldest&_rsc=9', true)).toBe('/@kt-online/a-post?view=oldest&_rsc=');
  });

  test('is not asked of files', () => expect(url(`/media/${id}`, true)).toBeNull());
});

import { describe, expect, test } from 'vitest';
import { networkOf } from '@/lib/core/network';
import { clientAddress } from '../../../bin/serve/address';
import { csp, scriptHashes } from '../../../bin/serve/csp';
import { refusalOf } from '../../../bin/serve/refusals';

const site = { siteHost: 'blogs.example', embeddedPort: null };
const embedded = { siteHost: 'localhost:3000', embeddedPort: 3000 };
const post = (headers: Record<string, string>, path = '/sign-in') => ({ method: 'POST', path, headers });

describe('a write', () => {
  test.each([
    ['from this site', { host: 'blogs.example', origin: 'https://blogs.example' }, undefined],
    ['without an origin, with a referer of this site', { host: 'blogs.example', referer: 'https://blogs.example/x' }, undefined],
    ['from elsewhere', { host: 'blogs.example', origin: 'https://evil.example' }, 403],
    ['that says nothing of where it comes from', { host: 'blogs.example' }, 403],
    ['from a sandboxed page', { host: 'blogs.example', origin: 'null' }, 403],
    ['that the browser calls cross-site', { host: 'blogs.example', origin: 'https://blogs.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['that is too large', { host: 'blogs.example', origin: 'https://blogs.example', 'content-length': '2097153' }, 413],
  ])('%s', (_what, headers, status) => expect(refusalOf(post(headers), site)?.status).toBe(status));

  test('of a mail program that unsubscribes, or a verifier, needs no origin', () => {
    expect(refusalOf(post({ host: 'blogs.example' }, '/api/unsubscribe'), site)).toBeNull();
    expect(refusalOf(post({ host: 'blogs.example' }, '/api/proofs'), site)).toBeNull();
    expect(refusalOf(post({ host: 'blogs.example' }, '/api/proofs/x'), site)?.status).toBe(403);
    expect(refusalOf({ ...post({ host: 'blogs.example' }, '/api/unsubscribe'), method: 'DELETE' }, site)?.status).toBe(403);
  });
});

test('the embedded mode answers to this machine’s own names only', () => {
  const asked = (host: string) => refusalOf({ method: 'GET', path: '/', headers: { host } }, embedded)?.status;
  expect(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'].map(asked)).toEqual([undefined, undefined, undefined]);
  expect(['evil.example:3000', 'localhost:3001', 'localhost.evil.example:3000', ''].map(asked)).toEqual([421, 421, 421, 421]);
});

test('the policy names no inline script but those of the page', () => {
  const hashes = scriptHashes('<script>alert(1)</script><script src="/x.js"></script><script id="a">let x</script>');
  expect(hashes).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='", expect.stringMatching(/^'sha256-/)]);
  const policy = csp({ scripts: hashes, dev: false, forms: [] });
  expect(policy).toContain("frame-ancestors 'none'");
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe');
});

test('the client’s address is what the trusted proxies saw, and nothing that it claims itself', () => {
  expect(clientAddress('::ffff:10.0.0.1', '1.1.1.1', 0)).toBe('10.0.0.1');
  expect(clientAddress('10.0.0.1', '6.6.6.6, 2.2.2.2', 1)).toBe('2.2.2.2');
  expect(clientAddress('10.0.0.1', 'nonsense', 1)).toBe('10.0.0.1');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::');
});

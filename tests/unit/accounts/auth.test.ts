import { afterEach, expect, test, vi } from 'vitest';
import { authOptions, outsideProviders } from '@/lib/accounts/auth';

vi.hoisted(() => {
  Object.assign(process.env, { GITHUB_ID: 'x', GITHUB_SECRET: 'y', GOOGLE_ID: 'x', GOOGLE_SECRET: '' });
});
vi.mock('next/headers', () => ({ cookies: async () => ({ set: () => undefined }) }));
afterEach(() => vi.unstubAllGlobals());

type SignIn = (given: { account: { provider: string; access_token: string }; profile: object }) => Promise<boolean>;
const signIn = authOptions().callbacks?.signIn as unknown as SignIn;
const at = (provider: string, profile: object) => signIn({ account: { provider, access_token: 'token' }, profile });

test('a way of signing in elsewhere is there when both of its variables are', () => {
  expect(outsideProviders().map(({ id }) => id)).toEqual(['github']);
  expect(authOptions().session?.strategy).toBe('database');
});

test('Google lets in whom it verified', async () => {
  expect(await at('google', { email: 'ines@town.example', email_verified: true })).toBe(true);
  expect(await at('google', { email: 'ines@town.example', email_verified: false })).toBe(false);
  expect(await at('google', { email: 'ines@town.example' })).toBe(false);
});

test('GitHub lets in by an address that its list calls verified', async () => {
  const addresses = [
    { email: 'Ines@town.example', verified: true },
    { email: 'victim@town.example', verified: false },
  ];
  vi.stubGlobal('fetch', async () => Response.json(addresses));
  expect(await at('github', { email: 'ines@town.example' })).toBe(true);
  expect(await at('github', { email: 'victim@town.example' })).toBe(false);
  expect(await at('github', {})).toBe(false);
  vi.stubGlobal('fetch', async () => new Response('no', { status: 401 }));
  expect(await at('github', { email: 'ines@town.example' })).toBe(false);
});

test('nobody comes in by another way', async () =>
  expect(await at('elsewhere', { email: 'ines@town.example', email_verified: true })).toBe(false));

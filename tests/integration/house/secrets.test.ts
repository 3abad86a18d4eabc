import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareSecrets } from '../../../bin/setup/secrets';
import { asOwner } from '../../support/owner';
import { twentyAtOnce } from '../../support/refusal';

const NAMES = ['SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'] as const;
const url = process.env.DATABASE_URL ?? '';
const before = NAMES.map((name) => process.env[name]);
beforeEach(async () => {
  await asOwner('DELETE FROM site_secret');
  for (const name of NAMES) delete process.env[name];
});
afterEach(() => {
  NAMES.forEach((name, nth) => {
    process.env[name] = before[nth] ?? '';
  });
});

test('machines that start at once over one Postgres have the same secrets, and keep them', async () => {
  await twentyAtOnce(() => shareSecrets(url));
  const made = NAMES.map((name) => process.env[name]);
  expect(made[0]).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(made[1] ?? '', 'base64').length).toBe(32);
  for (const name of NAMES) delete process.env[name];
  await shareSecrets(url);
  expect(NAMES.map((name) => process.env[name])).toEqual(made);
  expect(await asOwner('SELECT FROM site_secret')).toBe(2);
});

test('what the operator sets is what is used, and lies nowhere in the database; a machine without it says so', async () => {
  await shareSecrets(url);
  process.env.SECRET = 'the-operators-own-secret-of-some-length';
  await shareSecrets(url);
  await shareSecrets(url);
  expect(process.env.SECRET).toBe('the-operators-own-secret-of-some-length');
  expect(await asOwner(`SELECT FROM site_secret WHERE name = 'SECRET' OR value LIKE '%operators-own%'`)).toBe(0);
  delete process.env.SECRET;
  await expect(shareSecrets(url)).rejects.toThrow('SECRET is set on another machine of this site, or was on this one: set it here too.');
});

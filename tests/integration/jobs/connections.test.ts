import { expect, test } from 'vitest';
import { allowedFor, connectionsLack, connectionsOf } from '../../../bin/setup/connections';

test('more web processes than Postgres has connections for are said so at the start', async () => {
  const url = process.env.DATABASE_URL ?? '';
  expect(connectionsOf(1)).toBe(38);
  expect(await connectionsLack(url, 1)).toBeNull();
  expect(await connectionsLack(url, 4)).toMatch(/^4 web processes and the worker may ask for 107 connections; this Postgres allows 97\./);
});

test('the embedded Postgres allows as many as its processes may ask for, and some for people', () => {
  expect([1, 4, 16].map(allowedFor)).toEqual([100, 127, 403]);
});

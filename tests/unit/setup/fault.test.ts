import { expect, test } from 'vitest';
import { MigrationRefused } from '@/lib/db/migrations';
import { lineOf } from '../../../bin/fault';
import { nodeFault } from '../../../bin/install.mjs';

const coded = (code: string): Error => Object.assign(new Error('deep inside'), { code });

test.each([
  ['a full disk', coded('ENOSPC'), 'The disk is full: free some space and run this again.'],
  [
    'a full disk that Postgres tells of',
    new Error('could not extend file: No space left on device'),
    'The disk is full: free some space and run this again.',
  ],
  ['a Postgres that is away', coded('ECONNREFUSED'), 'The database does not answer: is DATABASE_URL right, and does the server run?'],
  ['a wrong password', coded('28P01'), 'The database refused the name or password in DATABASE_URL.'],
  ['a database that is not there', coded('3D000'), 'The database named in DATABASE_URL does not exist: create it first.'],
  ['a newer database', new MigrationRefused('The database is newer than this code.'), 'The database is newer than this code.'],
])('%s is one line that says what to do', (_what, error, line) => expect(lineOf(error)).toBe(line));

test('an old Node is told which one is needed', () => {
  expect(nodeFault('18.20.4')).toBe('BULB needs Node 20 or newer to start; this is 18.20.4. Get one from https://nodejs.org.');
  expect([nodeFault('20.0.0'), nodeFault('24.21.0')]).toEqual([null, null]);
});

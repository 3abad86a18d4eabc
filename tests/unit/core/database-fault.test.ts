import { expect, test } from 'vitest';
import { databaseFault } from '@/lib/core/database-fault';

const error = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  ['away', error('ECONNREFUSED'), ''],
  ['away', error('ECONNREFUSED'), 'COMMIT'],
  ['away', error('57P01'), 'SELECT 1'],
  ['away', error('08006'), ''],
  ['away', new Error('Connection terminated unexpectedly'), 'SELECT 1'],
  ['unsure', new Error('Connection terminated unexpectedly'), 'COMMIT'],
  ['unsure', error('57P01'), 'commit'],
  ['busy', error('53300'), ''],
  ['busy', new Error('timeout exceeded when trying to connect'), ''],
  ['busy', error('P2028', 'Transaction API error: Unable to start a transaction in the given time.'), ''],
  ['slow', error('57014'), 'SELECT pg_sleep(60)'],
  ['slow', error('55P03'), ''],
  ['slow', new Error('Query read timeout'), ''],
  ['full', error('53100'), 'INSERT'],
  ['full', error('ENOSPC'), ''],
  [null, error('23505'), 'INSERT'],
  [null, new TypeError('x is not a function'), ''],
  [null, 'not even an error', ''],
])('%s: %s %s', (fault, thrown, statement) => expect(databaseFault(thrown, statement)).toBe(fault));

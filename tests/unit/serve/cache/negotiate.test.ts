import { expect, test } from 'vitest';
import { encodingFor, matches } from '../../../../bin/serve/cache/negotiate';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br;q=0', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['GZIP ; q=1.0', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
  ['', 'identity'],
  ['br;q=nonsense', 'identity'],
  [`br${', x'.repeat(100)}`, 'identity'],
])('Accept-Encoding: %s → %s', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));

test('If-None-Match names the body it was given, weakly compared, in a list, or any', () => {
  for (const asked of ['"a-br"', 'W/"a-br"', '"x", "a-br"', '*']) expect(matches(asked, '"a-br"'), asked).toBe(true);
  for (const asked of ['"a"', '"a-gzip"', 'a-br', '"xa-br"', '']) expect(matches(asked, '"a-br"'), asked).toBe(false);
});

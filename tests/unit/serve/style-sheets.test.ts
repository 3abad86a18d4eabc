import { expect, test } from 'vitest';
import { withStyles } from '../../../bin/serve/style-sheets';

test('a sheet that is there no more leaves the page its link', () => {
  const page = Buffer.from('<link rel="stylesheet" href="/_next/static/css/gone-for-good.css" data-precedence="next"/><p>Words</p>');
  expect(withStyles(page)).toBe(page);
});

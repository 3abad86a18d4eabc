import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { withStyles } from '../../../bin/serve/style-sheets';
import { root } from '../../../bin/setup/data';

mkdirSync(path.join(root, '.data'), { recursive: true });
const build = mkdtempSync(path.join(root, '.data/test-styles-'));
mkdirSync(path.join(build, 'static/css'), { recursive: true });
writeFileSync(path.join(build, 'static/css/known.css'), 'p{color:red;background:url(dot.png)}');
vi.stubEnv('NEXT_DIST_DIR', path.relative(root, build));
afterAll(() => rmSync(build, { recursive: true }));

const link = (name: string) => `<link rel="stylesheet" href="/_next/static/css/${name}.css" data-precedence="next"/>`;
const page = (head: string, body: string) => Buffer.from(`<html><head>${head}</head><body>${body}</body></html>`);

test('the rules of a page stand in its head, its link sleeps beside them, and nothing else of it changes', () => {
  const words = `<p>Lời nói · كلام ${link('known')}</p>`;
  expect(withStyles(page(link('known'), words)).toString()).toBe(
    page(
      `<style>p{color:red;background:url(/_next/static/css/dot.png)}</style>${link('known').replace(' href=', ' disabled="" data-href=')}`,
      words,
    ).toString(),
  );
});

test('a sheet that is there no more leaves the page its link', () => {
  const old = page(link('gone-for-good'), '<p>Words</p>');
  expect(withStyles(old)).toBe(old);
});

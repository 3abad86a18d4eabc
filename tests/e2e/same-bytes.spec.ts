import { expect, test } from '@playwright/test';
import { KT_POST, signInAs } from './support/person';

const PUBLIC = [
  '/',
  '/@kt-online',
  KT_POST,
  `${KT_POST}?view=newest`,
  '/@ben-song',
  '/@ala-mahl',
  '/tags/world',
  '/search?q=pipeline',
  '/earn',
];

/**
 * A page with the rows of Next's payload in one order: the framework writes them as they happen to be ready, so two
 * renderings for the very same stranger may differ in that, and in nothing else.
 */
function ordered(html: string): string {
  const rows: string[] = [];
  const rest = html.replace(/<script>self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs, (_all, json: string) => {
    rows.push((JSON.parse(json) as [number, string])[1]);
    return '';
  });
  return `${rest}\n${rows.join('').split('\n').sort().join('\n')}`;
}

for (const handle of ['khanh', 'ada', 'mai-tran']) {
  test(`A public page is the same for ${handle} as for a stranger, and anyone may keep it`, async ({ browser, page }) => {
    await signInAs(page, handle);
    const stranger = await browser.newContext();
    for (const path of PUBLIC) {
      const [own, open] = [await page.request.get(path), await stranger.request.get(path)];
      expect(ordered(await own.text()), path).toBe(ordered(await open.text()));
      expect(own.headers()['cache-control'], path).toMatch(/^public, s-maxage=\d+/);
      expect(own.headers()['set-cookie'], path).toBeUndefined();
      const policy = own.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("'sha256-");
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe-inline');
    }
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name.endsWith('session-token'))).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    for (const path of ['/settings', '/studio', '/api/viewer']) {
      expect((await page.request.get(path)).headers()['cache-control'], path).toBe('private, no-store');
    }
    await stranger.close();
  });
}

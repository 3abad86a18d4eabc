import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { KT_POST, signInAs } from './support/person';
import { ready, root, type Start, start } from './support/run';

// A town of its own: what other journeys write would change the pages between two looks.
test.describe.configure({ mode: 'serial', timeout: 180_000 });
const port = 51_000 + Math.floor(Math.random() * 9000);
test.use({ baseURL: `http://localhost:${port}` });
let running: Start;
let data = '';

test.beforeAll(async () => {
  data = mkdtempSync(path.join(root, '.data/e2e-'));
  running = start({ PORT: String(port), BULB_DATA_DIR: data, REQUEST_LIMIT: '0' });
  await ready(running);
});
test.afterAll(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  rmSync(data, { recursive: true, force: true });
});

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
// Next writes the rows of its payload as they happen to be ready, so even one stranger gets one page in two or three
// orders. What is somebody's own would be in none of a stranger's.
const TRIES = 30;

async function strangerGets(stranger: APIRequestContext, address: string, wanted: string): Promise<boolean> {
  for (let nth = 0; nth < TRIES; nth += 1) if ((await (await stranger.get(address)).text()) === wanted) return true;
  return false;
}

for (const handle of ['khanh', 'ada', 'mai-tran']) {
  test(`A public page is the same bytes for ${handle} as for a stranger, and anyone may keep it`, async ({ browser, page }) => {
    await signInAs(page, handle);
    const stranger = await browser.newContext();
    for (const address of PUBLIC) {
      const own = await page.request.get(address);
      expect(
        await strangerGets(stranger.request, `http://localhost:${port}${address}`, await own.text()),
        `${address} as ${handle} gets it`,
      ).toBe(true);
      expect(own.headers()['cache-control'], address).toMatch(/^public, s-maxage=\d+/);
      expect(own.headers()['set-cookie'], address).toBeUndefined();
      const policy = own.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("'sha256-");
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe-inline');
    }
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name.endsWith('session-token'))).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    for (const address of ['/settings', '/studio', '/api/viewer']) {
      expect((await page.request.get(address)).headers()['cache-control'], address).toBe('private, no-store');
    }
    await stranger.close();
  });
}

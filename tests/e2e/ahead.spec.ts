import { expect, test } from '@playwright/test';
import { KT_POST } from './support/person';
import { listenForComplaints } from './support/pictures';

test('Pages are made ready on intent, and nothing at all with Save-Data', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const page = await context.newPage();
  const complaints = listenForComplaints(page);
  const session = await context.newCDPSession(page);
  const rules: string[] = [];
  const attempts: string[] = [];
  session.on('Preload.ruleSetUpdated', ({ ruleSet }) => rules.push(ruleSet.errorMessage ?? 'fine'));
  session.on('Preload.prerenderStatusUpdated', ({ key }) => attempts.push(key.url));
  session.on('Preload.prefetchStatusUpdated', ({ key }) => attempts.push(key.url));
  await session.send('Preload.enable');
  await page.goto('/');
  await expect.poll(() => rules).toEqual(['fine']);
  // Nothing tells of what a browser does not fetch ahead; so too below.
  await page.waitForTimeout(1_000);
  expect(attempts).toEqual([]);
  await page.getByRole('link', { name: /An old habit/ }).hover();
  await expect.poll(() => attempts.some((url) => url.endsWith(KT_POST)), { timeout: 5_000 }).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();

  const saving = await browser.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { 'save-data': 'on' } });
  const frugal = await saving.newPage();
  await frugal.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked: string[] = [];
  await frugal.goto('/');
  frugal.on('request', (request) => asked.push(request.url()));
  await frugal.getByRole('link', { name: /An old habit/ }).hover();
  await frugal.waitForTimeout(800);
  expect(await frugal.locator('script[type=speculationrules]').count()).toBe(0);
  expect(asked.filter((url) => url.includes('/@'))).toEqual([]);
  await saving.close();
});

test('With Save-Data no font is fetched for the next page, and nobody asks for new comments by themselves', async ({
  browser,
  baseURL,
}) => {
  for (const saveData of [false, true]) {
    const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.addInitScript((value) => Object.defineProperty(navigator, 'connection', { value: { saveData: value } }), saveData);
    await page.clock.install();
    const asked = { fonts: 0, comments: 0 };
    page.on('request', (request) => {
      if (request.resourceType() === 'font') asked.fonts += 1;
      if (request.url().includes('/api/new-comments')) asked.comments += 1;
    });
    await page.goto(KT_POST, { waitUntil: 'load' });
    await page.clock.runFor(25_000);
    // What was asked for by then is under way.
    await page.waitForTimeout(500);
    if (saveData) expect(asked).toEqual({ fonts: 0, comments: 0 });
    else {
      expect(asked.fonts).toBeGreaterThan(0);
      expect(asked.comments).toBeGreaterThan(0);
    }
    await context.close();
  }
});

test('A browser without speculation rules fetches on hovering, once', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLScriptElement.supports = () => false;
  });
  await page.goto('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const link = page.getByRole('link', { name: /An old habit/ });
  await link.hover();
  await expect.poll(() => asked.filter((path) => path === KT_POST).length).toBe(1);
  await page.mouse.move(5, 5);
  await link.hover();
  // A second asking would be there by now.
  await page.waitForTimeout(400);
  expect(asked.filter((path) => path === KT_POST).length).toBe(1);
});

import { expect, type Page, test } from '@playwright/test';
import { decisionsAbout, holdComments } from './support/database';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';
import { keysWaited, openQueue, timeKeys } from './support/queue';

// A town of its own, with the limits that any site has: two quick moderators share one address here.
const port = 28_000 + Math.floor(Math.random() * 700);
const data = ownTown(port, { REQUEST_LIMIT: '600' });

const DECISIONS = '**/api/moderation/decisions';
/** What is promised; it takes seconds. */
const MOST_WAITING = 180_000;

const hold = (marker: string, count: number) =>
  holdComments(
    data(),
    'the-price-of-rice-in-five-hands',
    marker.toLowerCase(),
    Array.from({ length: count }, (_, nth) => `${marker} ${nth}: which tables are these, please?`),
  );
const done = (page: Page) => page.locator('[data-standing="done"]');
const waiting = (page: Page) => page.locator('[data-standing="waiting"]');

test('Judit clears 200 items by keyboard alone and waits for seconds in all', async ({ page }) => {
  const marker = `Heap${Date.now()}`;
  await hold(marker, 200);
  const complaints = listenForComplaints(page);
  let sendings = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') sendings += 1;
  });
  await signInAs(page, 'judit');
  const begun = Date.now();
  await openQueue(page, marker);
  const opened = Date.now() - begun;
  await timeKeys(page);
  await page.keyboard.press('j');
  let keys = 0;
  for (let nth = 0; nth < 200; nth += 1) {
    if (nth % 10 === 4) {
      await page.keyboard.press('r');
      await page.keyboard.press('3');
      await page.keyboard.press('Enter');
    } else await page.keyboard.press('a');
    keys = await keysWaited(page, nth + 1);
  }
  const last = Date.now();
  await expect(done(page)).toHaveCount(200, { timeout: 120_000 });
  const saved = Date.now() - last;
  console.log(
    `200 items: ${opened} ms to open, ${Math.round(keys)} ms for the next ones, ${saved} ms until all is saved; ${sendings} writes`,
  );
  expect(opened + keys + saved).toBeLessThan(MOST_WAITING);
  await expect(page.getByRole('link', { name: 'Go on' })).toBeFocused();
  const decided = await decisionsAbout(data(), marker);
  expect(decided.filter((one) => one === 'judit approved')).toHaveLength(180);
  expect(decided.filter((one) => one === 'judit removed')).toHaveLength(20);
  expect(complaints).toEqual([]);
});

test('Judit and Ada clear the same 60 at once: each is decided once, and each is told what the other did', async ({ browser, page }) => {
  const marker = `Shared${Date.now()}`;
  await hold(marker, 60);
  const ada = await (await browser.newContext()).newPage();
  await signInAs(ada, 'ada');
  await signInAs(page, 'judit');
  await Promise.all([openQueue(ada, marker), openQueue(page, marker)]);
  const clear = async (desk: Page, keys: readonly string[]) => {
    await desk.keyboard.press('j');
    for (let nth = 0; nth < 80 && (await waiting(desk).count()) > 0; nth += 1) {
      for (const key of keys) await desk.keyboard.press(key);
      // Quicker than any hand, and slow enough that both are at it at once.
      await desk.waitForTimeout(40);
    }
    await expect(desk.locator('[data-standing="sending"], [data-standing="waiting"]')).toHaveCount(0, { timeout: 60_000 });
  };
  // Judit takes every second one first, and then what Ada has not reached.
  await Promise.all([clear(page, ['a', 'j']), clear(ada, ['r', '1', 'Enter'])]);
  const decided = await decisionsAbout(data(), marker);
  const [hers, adas] = ['judit approved', 'ada removed'].map((made) => decided.filter((one) => one === made).length);
  expect((hers ?? 0) + (adas ?? 0)).toBe(60);
  expect(Math.min(hers ?? 0, adas ?? 0)).toBeGreaterThan(0);
  console.log(`60 items of two: Judit decided ${hers}, Ada ${adas}`);
  await expect(done(page)).toHaveCount(hers ?? 0);
  await expect(done(ada)).toHaveCount(adas ?? 0);
  // What the other had decided before the second page came is not in it.
  const told = async (desk: Page, words: RegExp, own: number | undefined) => {
    const all = await desk.locator('li[data-standing]').count();
    await expect(desk.locator('[data-standing="told"]').filter({ hasText: words })).toHaveCount(all - (own ?? 0));
  };
  await told(page, /Ada .* removed it/, hers);
  await told(ada, /Judit .* approved it/, adas);
  await page.screenshot({ path: 'test-results/pictures/clear-shared.png' });
  await ada.context().close();
});

test('What could not be sent comes back with its reason and words; nothing is lost and nothing done twice', async ({ page }) => {
  const marker = `Lost${Date.now()}`;
  await hold(marker, 6);
  await signInAs(page, 'judit');
  await openQueue(page, marker);
  await page.route(DECISIONS, (route) => route.abort());
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.press('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Read it');
  // A busy browser says only now that the reasons opened.
  await page.getByRole('article').first().locator('details[open]').dispatchEvent('toggle');
  await page.keyboard.type(' aloud.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await expect(page.getByText('No answer yet. It is sent again; keep this page open.')).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: /No answer came/ })).toHaveCount(2, { timeout: 15_000 });
  await expect(waiting(page)).toHaveCount(6);
  const first = page.getByRole('article').first();
  await expect(first.getByRole('radio', { name: 'Unkind' })).toBeChecked();
  await expect(first.getByRole('textbox', { name: 'Words to the person' })).toHaveValue('Read it aloud.');
  await lookAt(page, 'queue-unsent');
  await page.unroute(DECISIONS);
  await first.getByRole('button', { name: 'Remove the comment' }).click();
  await expect(done(page)).toHaveCount(1);

  // The server decides and its answer is lost: the same is sent again.
  let lost = 0;
  await page.route(DECISIONS, async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await page.keyboard.press('u');
  await expect(done(page)).toHaveCount(2, { timeout: 15_000 });
  await expect(waiting(page)).toHaveCount(4);
  await page.unroute(DECISIONS);
  await expect(page.locator('[data-standing="sending"]')).toHaveCount(0);

  // Leaving at once sends what waits.
  for (const key of ['a', 'a', 'a', 'a']) await page.keyboard.press(key);
  await page.goto('/');
  await expect.poll(async () => (await decisionsAbout(data(), marker)).filter((one) => one.endsWith('approved')).length).toBe(5);
  const decided = await decisionsAbout(data(), marker);
  expect(decided[0]).toBe('judit removed');
  expect(decided.filter((one) => one === 'judit approved, judit approved')).toEqual([]);
});

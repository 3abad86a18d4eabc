import { expect, type Page, test } from '@playwright/test';
import { holdComments } from './support/database';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';
import { openQueue } from './support/queue';

// A town of its own: what is decided here by the dozen would fill the pages and the log of other journeys.
const port = 32_000 + Math.floor(Math.random() * 700);
const data = ownTown(port);

const POST = '/@kt-online/the-price-of-rice-in-five-hands';
const SLUG = POST.split('/').at(-1) ?? '';
const THIRTY = 30;
/** 200 ordinary items take under three minutes of waiting. */
const WAITING_PER_ITEM = 180_000 / 200;

const hold = (marker: string, count: number) =>
  holdComments(
    data(),
    SLUG,
    marker.toLowerCase(),
    Array.from({ length: count }, (_, nth) => `${marker} ${nth}: which tables are these, please?`),
  );

/** Notes when each key was pressed, when an item folded and when the server had answered. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const marks: { id: string; standing: string; at: number }[] = [];
    const presses: number[] = [];
    Object.assign(window, { marks, presses });
    document.addEventListener('keydown', ({ key }) => /^(a|Enter)$/.test(key) && presses.push(performance.now()), true);
    new MutationObserver((changes) => {
      const at = performance.now();
      for (const { target } of changes)
        if (target instanceof HTMLLIElement) marks.push({ id: target.id, standing: target.dataset.standing ?? '', at });
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof HTMLLIElement) marks.push({ id: node.id, standing: node.dataset.standing ?? '', at });
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-standing'] });
  });

async function waited(page: Page): Promise<{ folded: number; confirmed: number }> {
  return page.evaluate(() => {
    const { marks, presses } = window as unknown as { marks: { id: string; standing: string; at: number }[]; presses: number[] };
    const folds = marks.filter(({ standing }) => standing === 'sending');
    const sum = (times: number[]) => times.reduce((all, one) => all + one, 0);
    const before = (at: number) => Math.max(...presses.filter((press) => press <= at));
    return {
      folded: sum(folds.map(({ at }) => at - before(at))),
      // From the first key to the server's last word: decisions are sent behind one another, and their waits overlap.
      confirmed:
        Math.max(...folds.map(({ id }) => marks.find((one) => one.id === id && one.standing === 'done')?.at ?? 1e9)) - Math.min(...presses),
    };
  });
}

for (const [width, height] of [
  [390, 844],
  [1280, 900],
] as const) {
  test(`Judit clears thirty items by keyboard alone at ${width} px`, async ({ page }) => {
    const marker = `Thirty${width}x${Date.now()}`;
    await hold(marker, THIRTY);
    const complaints = listenForComplaints(page);
    await signInAs(page, 'judit');
    await page.setViewportSize({ width, height });
    await openQueue(page, marker);
    await measure(page);
    await page.keyboard.press('j');
    await expect(page.getByRole('article').first()).toBeFocused();
    for (let nth = 0; nth < THIRTY; nth += 1) {
      if (nth % 10 === 4) {
        await page.keyboard.press('r');
        await page.keyboard.press('3');
        if (nth === 4) await page.screenshot({ path: `test-results/pictures/queue-reasons-${width}.png` });
        await page.keyboard.press('Enter');
      } else await page.keyboard.press('a');
      await expect(page.getByRole('article')).toHaveCount(THIRTY - 1 - nth);
      if (nth === 9) await page.screenshot({ path: `test-results/pictures/queue-half-${width}.png` });
    }
    await expect(page.locator('[data-standing="done"]')).toHaveCount(THIRTY, { timeout: WAITING_PER_ITEM * THIRTY });
    const { folded, confirmed } = await waited(page);
    console.log(
      `${THIRTY} items at ${width} px: ${Math.round(folded)} ms until folded, ${Math.round(confirmed)} ms until confirmed, in all`,
    );
    expect(confirmed).toBeLessThan(WAITING_PER_ITEM * THIRTY);
    await expect(page.getByRole('link', { name: 'Go on' })).toBeFocused();
    await page.screenshot({ path: `test-results/pictures/queue-cleared-${width}.png` });
    await page.reload();
    await expect(page.getByText('All is read')).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test('On a keyboard of other letters the keys are where they were, and one held down decides once', async ({ page }) => {
  const marker = `Layout${Date.now()}`;
  await hold(marker, 4);
  await signInAs(page, 'judit');
  await openQueue(page, marker);
  // As an Arabic layout sends J and A.
  const press = (key: string, code: string, repeat = false) =>
    page.evaluate(
      (init) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })),
      { key, code, repeat },
    );
  await press('ت', 'KeyJ');
  await expect(page.getByRole('article').first()).toBeFocused();
  await press('ش', 'KeyA');
  for (let nth = 0; nth < 5; nth += 1) await press('ش', 'KeyA', true);
  await expect(page.locator('[data-standing="done"]')).toHaveCount(1);
  await expect(page.getByRole('article')).toHaveCount(3);
});

test('Judit selects two, removes both at once, and takes it back with one key', async ({ page }) => {
  const marker = `Bulk${Date.now()}`;
  await hold(marker, 4);
  await signInAs(page, 'judit');
  await openQueue(page, marker);
  const articles = page.getByRole('article');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('Selected: 2')).toBeVisible();
  await lookAt(page, 'queue-bulk');
  // Colours that are still on their way to the other scheme would be in the picture.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  // Nothing that a key or Tab leads to is under the bar.
  const bar = page.locator('#bulk').locator('..');
  for (let presses = 0; presses < 24; presses += 1) {
    await page.keyboard.press('Tab');
    const under = await page.evaluate(() => {
      const [at, over] = [document.activeElement, document.querySelector('#bulk')?.parentElement];
      if (!at || !over || over.contains(at) || at.contains(over)) return '';
      const [own, its] = [at.getBoundingClientRect(), over.getBoundingClientRect()];
      return own.bottom > its.top + 1 && own.top < its.bottom - 1 ? (at.textContent ?? 'something') : '';
    });
    expect(under).toBe('');
  }
  expect((await bar.boundingBox())?.height).toBeLessThan(90);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `test-results/pictures/queue-bulk-bar-390-${scheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await articles.nth(1).focus();
  await page.keyboard.press('r');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-standing="done"]')).toHaveCount(2);
  await expect(articles.first()).toBeFocused();
  await page.keyboard.press('u');
  await expect(articles).toHaveCount(4);
  // In a field, keys are letters.
  await page.keyboard.press('/');
  await page.keyboard.type('ajar');
  await expect(page.getByRole('searchbox')).toHaveValue(/ajar/);
  await expect(articles).toHaveCount(4);
  await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.screenshot({ path: 'test-results/pictures/queue-keys.png' });
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-sending]')).toHaveCount(0);
  await page.reload();
  await expect(articles).toHaveCount(4);
});

test('Two moderators on one item: each sees the other, the second is told, and it is done once', async ({ browser, page }) => {
  const marker = `Both${Date.now()}`;
  await hold(marker, 2);
  const ada = await (await browser.newContext()).newPage();
  await signInAs(ada, 'ada');
  await openQueue(ada, marker);
  await ada.keyboard.press('j');
  const looked = ada.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().includes('/api/moderation/queue'),
  );
  await looked;
  await signInAs(page, 'judit');
  await openQueue(page, marker);
  await expect(page.getByText(/^Ada .* is looking at this\.$/)).toBeVisible();
  await lookAt(page, 'queue-looking');
  await ada.keyboard.press('a');
  await expect(ada.locator('[data-standing="done"]')).toHaveCount(1);
  const first = page.getByRole('article').first();
  // The page asks every ten seconds; a press before that is answered with who was quicker.
  await page.keyboard.press('j');
  await first.getByRole('button', { name: 'Approve' }).click();
  await expect(page.locator('[data-standing="told"]')).toContainText(/Ada .* approved it/);
  await page.screenshot({ path: 'test-results/pictures/queue-told.png' });
  // What is decided elsewhere shows by itself.
  await ada.keyboard.press('a');
  await expect(page.locator('[data-standing="told"]')).toHaveCount(2, { timeout: 15_000 });
  await ada.context().close();
});

test('From right to left, on a phone, nothing is wider than the screen', async ({ page }) => {
  const marker = `Rtl${Date.now()}`;
  await hold(marker, 3);
  await signInAs(page, 'judit');
  await openQueue(page, marker);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: 'test-results/pictures/queue-rtl-390.png' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Judit approves one, removes two at once, is asked for the reason, and undoes', async ({ page }) => {
    const marker = `Plain${Date.now()}`;
    await hold(marker, 3);
    await signInAs(page, 'judit');
    await page.goto(`/admin?q=${marker}`);
    const articles = page.getByRole('article');
    await articles.first().getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('One comment is approved.')).toBeVisible();
    await expect(articles).toHaveCount(2);
    for (const nth of [0, 1]) await articles.nth(nth).getByRole('checkbox', { name: 'Select' }).check();
    const bulk = page.locator('#bulk');
    await bulk.getByText('Remove', { exact: true }).click();
    await bulk.getByRole('radio', { name: 'Spam' }).check();
    await bulk.getByRole('button', { name: 'Remove the comment' }).click();
    await expect(page.getByText('2 comments are removed.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(articles).toHaveCount(2);
    await articles.first().getByText('Remove', { exact: true }).click();
    await articles.first().getByRole('button', { name: 'Remove the comment' }).click();
    await expect(page.getByText('This is needed.').first()).toBeVisible();
  });
});

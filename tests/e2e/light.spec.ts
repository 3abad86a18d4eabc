import { expect, type Page, test } from '@playwright/test';
import { launchWithout } from './support/browser';
import { KT_POST, signInAs } from './support/person';
import { listenForComplaints } from './support/pictures';

/** Bytes of script that came over the network, and that run out of the page itself. */
async function watchScripts(page: Page): Promise<{ fetched: () => number; names: string[] }> {
  let bytes = 0;
  const names: string[] = [];
  page.on('requestfinished', async (request) => {
    if (request.resourceType() !== 'script') return;
    names.push(request.url());
    bytes += (await request.sizes()).responseBodySize;
  });
  return { fetched: () => bytes, names };
}

const inlineBytes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('script:not([src]):not([type])')].reduce((sum, script) => sum + (script.textContent ?? '').length, 0),
  );

test('A reader is sent no framework until they need it, and at most 160 kB then', async ({ page }) => {
  const complaints = listenForComplaints(page);
  const scripts = await watchScripts(page);
  for (const address of [KT_POST, '/', '/@kt-online']) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 2_000);
    await page.locator('main').click({ position: { x: 5, y: 5 } });
    // Nothing tells of scripts that do not come.
    await page.waitForTimeout(300);
    expect(scripts.names, address).toEqual([]);
    expect(await inlineBytes(page), address).toBeLessThan(15_000);
  }
  // A search is a way to another page.
  await page.goto('/search');
  await page.getByRole('main').getByRole('searchbox').fill('tide');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/q=tide/);
  expect(scripts.names).toEqual([]);
  await page.goto(KT_POST);
  await page.getByRole('textbox', { name: 'Your comment' }).focus();
  await expect.poll(() => scripts.names.length).toBeGreaterThan(5);
  await page.waitForLoadState('networkidle');
  expect(scripts.fetched()).toBeLessThan(160_000);
  expect(complaints).toEqual([]);
});

test('While a telephone is busy, comments far from the screen are laid out when they come near, and all are there to be read, found and linked', async ({
  page,
}) => {
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto(KT_POST);
  const all = page.locator('article[id^="c-"]').filter({ has: page.locator('.comment-head') });
  const last = all.last();
  const laidOut = () => last.locator('.comment-head').evaluate((line) => line.checkVisibility({ contentVisibilityAuto: true }));
  expect(await all.count()).toBeGreaterThan(10);
  expect(await laidOut()).toBe(false);
  // A screen reader and a search in the page have its words all the same.
  expect(await page.locator('main').ariaSnapshot()).toContain(((await last.locator('.comment-body').textContent()) ?? '').slice(0, 30));
  const id = await last.getAttribute('id');
  await page.goto(`${KT_POST}#${id}`);
  await expect(last).toBeInViewport();
  expect(await laidOut()).toBe(true);
  const { top } = await last.evaluate((article) => article.getBoundingClientRect());
  // What came near meanwhile is laid out by the second frame, and has moved nothing.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await last.evaluate((article) => article.getBoundingClientRect().top)).toBeCloseTo(top, -1);
  // On paper nothing is left out.
  await page.goto(KT_POST);
  await page.emulateMedia({ media: 'print' });
  expect(await laidOut()).toBe(true);
});

test('The theme is chosen without the framework, and stays chosen on every page', async ({ page }) => {
  const scripts = await watchScripts(page);
  await page.goto('/');
  const dark = page.getByRole('button', { name: 'Dark' });
  await dark.click();
  await expect(dark).toHaveAttribute('aria-pressed', 'true');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const night = await paper();
  expect(scripts.names).toEqual([]);
  await page.goto(KT_POST);
  expect(await paper()).toBe(night);
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  expect(await paper()).toBe(night);
  await page.getByRole('button', { name: 'Light' }).click();
  expect(await paper()).not.toBe(night);
});

test('A server that is away does not take the words along', async ({ page }) => {
  await page.goto(KT_POST);
  const field = page.getByRole('textbox', { name: 'Your comment' });
  await field.fill('Said into the void.');
  await page.waitForLoadState('networkidle');
  await page.route(`**${KT_POST}`, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('No answer came: the connection or our server is away.')).toBeVisible();
  await expect(field).toHaveValue('Said into the void.');
});

const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 1_500);
      }),
  );

test('Someone signed in has the scripts at once, untouched; and when a page wakes, nothing on it moves', async ({ page, browser }) => {
  const scripts = await watchScripts(page);
  await page.goto(KT_POST);
  // By itself, so that no shift is excused by what was pressed just before.
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('article[id^="c-"] button')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true })),
  );
  await expect.poll(() => scripts.names.length).toBeGreaterThan(5);
  await page.waitForLoadState('networkidle');
  expect(await shifts(page)).toBe(0);
  const context = await browser.newContext();
  const own = await context.newPage();
  await signInAs(own, 'khanh');
  const theirs = await watchScripts(own);
  await own.goto(KT_POST, { waitUntil: 'networkidle' });
  expect(theirs.names.length).toBeGreaterThan(5);
  expect(theirs.fetched()).toBeLessThan(160_000);
  await context.close();
});

test('Whoever goes to the end of a long page at once presses what they saw there', async ({ page }) => {
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(KT_POST);
    // A telephone does it in its own time, after the page is there.
    await expect(page.locator('.comment').last()).toHaveCSS('content-visibility', 'visible');
    const moved = await page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const last = [...document.querySelectorAll('.comment')].at(-1);
      const places: number[] = [];
      last?.scrollIntoView({ behavior: 'instant' });
      for (let nth = 0; nth < 30; nth += 1) {
        await frame();
        places.push(last?.getBoundingClientRect().top ?? Number.NaN);
      }
      return Math.max(...places) - Math.min(...places);
    });
    expect(moved, `at ${width}`).toBeLessThan(1);
  }
});

test('Nothing moves while a page comes, for a stranger and for someone signed in', async ({ page, browser }) => {
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const address of ['/', KT_POST, '/@kt-online']) {
      await page.goto(address);
      expect(await shifts(page), `${address} at ${width}`).toBe(0);
    }
  }
  const context = await browser.newContext();
  const own = await context.newPage();
  await signInAs(own, 'sade');
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    await own.setViewportSize({ width, height });
    for (const address of ['/', KT_POST, '/@plain-machines']) {
      await own.goto(address);
      expect(await shifts(own), `${address} for sade at ${width}`).toBe(0);
    }
  }
  await context.close();
});

/** Why a browser that keeps pages for going back did not keep one, as far as the page is to blame. */
async function notKept(page: Page, leave: () => Promise<unknown>): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const reasons: string[] = [];
  await session.send('Page.enable');
  session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    // What is circumstantial is the browser's own: one without windows keeps none at all.
    for (const { type, reason } of notRestoredExplanations) if (type !== 'Circumstantial') reasons.push(reason);
  });
  await leave();
  await page.goBack({ waitUntil: 'commit' });
  // The browser says its reasons after the page is back, and nothing when it has none.
  // What came near meanwhile is laid out by the second frame, and has moved nothing.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return reasons;
}

test('No page of ours keeps a browser from keeping it for going back', async ({ baseURL }) => {
  const browser = await launchWithout('--disable-back-forward-cache');
  try {
    const page = await browser.newPage({ baseURL: baseURL ?? '' });
    const leave = () => page.goto('/earn');
    for (const address of ['/', KT_POST, '/@kt-online', '/tags/world']) {
      await page.goto(address);
      expect(await notKept(page, leave), address).toEqual([]);
    }
    await page.goto('/');
    await page.evaluate(() => addEventListener('unload', () => undefined));
    expect(await notKept(page, leave)).toContain('UnloadHandlerExistsInMainFrame');
  } finally {
    await browser.close();
  }
});

test('Beside a scrollbar that takes room, a picture wider than its column does not make the page scroll sideways', async ({ baseURL }) => {
  const browser = await launchWithout('--hide-scrollbars');
  try {
    const page = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 800, height: 700 } });
    await page.goto('/@low-tide/eleven-words-for-fog');
    const room = () => page.evaluate(() => document.documentElement.clientWidth);
    expect(await room()).toBeLessThan(800);
    await expect.poll(() => page.evaluate(() => document.querySelector('.prose figure')?.clientWidth)).toBe(await room());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(await room());
  } finally {
    await browser.close();
  }
});

import { expect, type Page, test } from '@playwright/test';
import { launchWithout } from './support/browser';
import { readBy, readFor, townClient } from './support/database';
import { doJob } from './support/earning';
import { ownTown } from './support/own-town';
import { KT_POST, signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

// A town of its own: what is measured of its people is looked at.
const port = 23_200 + Math.floor(Math.random() * 700);
const dataOf = ownTown(port);
const SLUG = 'russian-president-visits-china';

const question = (page: Page) => page.getByRole('heading', { name: 'May we measure your reading?' });
const yes = (page: Page) => page.getByRole('button', { name: 'Yes, measure it' });
const no = (page: Page) => page.getByRole('button', { name: 'No, do not measure it' });
const measured = (page: Page) => page.getByText('Your reading here is measured.');

/** What the page says to the server of its being read. */
function beatsOf(page: Page): { sent: Record<string, unknown>[]; answered: number[] } {
  const [sent, answered]: [Record<string, unknown>[], number[]] = [[], []];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/reading')) sent.push(request.postDataJSON() as Record<string, unknown>);
  });
  page.on('response', (response) => {
    if (response.url().endsWith('/api/reading')) answered.push(response.status());
  });
  return { sent, answered };
}

/** Brings the post's first words into view, as somebody does who begins to read. */
async function beginToRead(page: Page): Promise<void> {
  await page.locator('[data-blocks] > *').first().scrollIntoViewIfNeeded();
  await page.mouse.move(200 + Math.random() * 50, 300);
}

/** Which of the scripts that a page is sent are the tracker's. */
function trackersOf(page: Page): string[] {
  const found: string[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    if ((await response.text().catch(() => '')).includes('/api/reading')) found.push(response.url());
  });
  return found;
}

async function ask<T extends object>(text: string): Promise<T[]> {
  const client = await townClient(dataOf());
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

test('Teo is asked once, says yes, reads, and sees what was measured; then he deletes it and switches it off', async ({ page }) => {
  const complaints = listenForComplaints(page);
  const [beats, trackers] = [beatsOf(page), trackersOf(page)];
  await signInAs(page, 'teo');
  await page.goto(KT_POST);
  await expect(question(page)).toBeVisible();
  await lookAt(page, 'reading-asked');
  expect([beats.sent, trackers]).toEqual([[], []]);
  const [one, other] = [await yes(page).boundingBox(), await no(page).boundingBox()];
  expect([other?.height, await no(page).getAttribute('class')]).toEqual([one?.height, await yes(page).getAttribute('class')]);
  await yes(page).click();
  await expect(measured(page)).toBeVisible();
  await expect(question(page)).toHaveCount(0);
  await expect.poll(() => trackers.length).toBe(1);

  // Untouched and elsewhere on the page nothing is said.
  await page.waitForTimeout(11_500);
  expect(beats.sent).toEqual([]);
  await expect(async () => {
    await beginToRead(page);
    expect(beats.sent.length).toBe(1);
  }).toPass({ timeout: 20_000 });
  expect(beats.sent[0]).toEqual({ session: expect.any(String), post: expect.any(String) });
  await expect(async () => {
    await page.mouse.move(200 + Math.random() * 50, 300);
    await expect(page.getByText(/^\+0\.[23] min today$/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  expect(beats.answered.every((status) => status === 200)).toBe(true);
  expect(beats.sent[1]).toMatchObject({ session: beats.sent[0]?.session, seq: 1 });
  const [{ seen = '' } = {}] = await ask<{ seen: string }>('SELECT seen::text FROM reading_session');
  expect(seen).toMatch(/^\{\[0,\d+\)\}$/);

  await readFor(dataOf(), 'teo', [
    { slug: SLUG, minutes: 4, daysAgo: 1 },
    { slug: SLUG, minutes: 3, daysAgo: 2 },
  ]);
  await page.reload();
  await lookAt(page, 'reading-today');
  await page.getByRole('button', { name: 'Hide this' }).click();
  await expect(page.getByText(/min today$/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: /Give a bulb|You gave/ })).toBeVisible();
  await expect(page.getByText(/min today$/)).toHaveCount(0);

  await page.goto('/settings#reading');
  const own = page.locator('#reading');
  await expect(own.getByText('Your reading is measured.')).toBeVisible();
  const lines = own.getByRole('list', { name: 'What was measured, for your eyes alone' }).getByRole('listitem');
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(1)).toContainText('4:00 min measured');
  await own.getByRole('button', { name: /^Show/ }).click();
  await lookAt(page, 'reading-settings');
  await own.getByRole('button', { name: 'Delete what was measured' }).click();
  await expect(lines).toHaveCount(3);
  await expect(own.getByText('This is needed.')).toBeVisible();
  await own.getByRole('checkbox').check();
  await own.getByRole('button', { name: 'Delete what was measured' }).click();
  await expect(own.getByText('Nothing was measured in the last weeks.')).toBeVisible();
  await own.getByRole('button', { name: 'Switch it off' }).click();
  await expect(own.getByText('Your reading is not measured.', { exact: true })).toBeVisible();
  await lookAt(page, 'reading-settings-off');

  beats.sent.length = 0;
  trackers.length = 0;
  await page.goto(KT_POST);
  await expect(page.getByRole('button', { name: /Give a bulb|You gave/ })).toBeVisible();
  await page.mouse.wheel(0, 300);
  // Nothing tells of what does not come: so long a tracker would have taken at most.
  await page.waitForTimeout(1_500);
  expect([await question(page).count(), beats.sent, trackers]).toEqual([0, [], []]);
  expect(complaints).toEqual([]);
});

test('Pavel says no: it costs him nothing else, nothing is sent, and he is not asked again', async ({ page }) => {
  const [beats, trackers] = [beatsOf(page), trackersOf(page)];
  await signInAs(page, 'pavel-m');
  await page.goto(KT_POST);
  await no(page).click();
  await expect(page.getByText('Nothing is measured. Your settings have the switch.')).toBeVisible();
  await page.goto('/@low-tide');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.waitForURL(/@low-tide\/./);
  await page.mouse.wheel(0, 900);
  const save = page.getByRole('button', { name: /^Saved?$/ });
  await expect(save).toHaveText('Save');
  await save.click();
  await expect(save).toHaveText('Saved');
  expect([await question(page).count(), beats.sent, trackers]).toEqual([0, [], []]);
});

test('A stranger is sent nothing of it, and the page is the same bytes for who is measured', async ({ page, browser }) => {
  const trackers = trackersOf(page);
  await page.goto(KT_POST);
  await page.getByRole('textbox', { name: 'Your comment' }).focus();
  await page.waitForLoadState('networkidle');
  expect([await question(page).count(), trackers]).toEqual([0, []]);
  const theirs = await browser.newContext();
  const own = await theirs.newPage();
  await signInAs(own, 'hanh');
  await own.goto(KT_POST);
  await yes(own).click();
  await expect(measured(own)).toBeVisible();
  expect(await (await own.request.get(KT_POST)).text()).toBe(await (await page.request.get(KT_POST)).text());
  await theirs.close();
});

test('Where beats or the tracker are blocked, one line says so and the page works', async ({ browser }) => {
  for (const what of ['beats', 'tracker']) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await signInAs(page, 'hanh');
    if (what === 'beats') await page.route('**/api/reading', (route) => route.abort());
    else
      await page.route('**/_next/static/**/*.js', async (route) => {
        const answer = await route.fetch();
        const text = await answer.text();
        await (text.includes('/api/reading') ? route.abort() : route.fulfill({ response: answer, body: text }));
      });
    await page.goto(KT_POST);
    await expect(page.getByRole('button', { name: /Give a bulb|You gave/ })).toBeVisible();
    await expect(async () => {
      await beginToRead(page);
      await expect(page.getByText('Your reading is not measured just now. The page works all the same.')).toBeVisible({ timeout: 500 });
    }, what).toPass({ timeout: 20_000 });
    const react = page.getByRole('button', { name: /Give a bulb|You gave/ });
    const before = await react.getAttribute('aria-pressed');
    await react.click();
    await expect(react).toHaveAttribute('aria-pressed', before === 'true' ? 'false' : 'true');
    await context.close();
  }
});

test('A page that is measured is kept for going back, and goes on from there', async () => {
  const browser = await launchWithout('--disable-back-forward-cache');
  try {
    const page = await browser.newPage({ baseURL: `http://localhost:${port}` });
    const beats = beatsOf(page);
    await signInAs(page, 'salma');
    await page.goto(KT_POST);
    await yes(page).click();
    await expect(measured(page)).toBeVisible();
    const readOn = () =>
      expect(async () => {
        await beginToRead(page);
        expect(beats.sent.length).toBeGreaterThan(0);
      }).toPass({ timeout: 20_000 });
    await readOn();
    const session = await page.context().newCDPSession(page);
    const reasons: string[] = [];
    await session.send('Page.enable');
    session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
      for (const { type, reason } of notRestoredExplanations) if (type !== 'Circumstantial') reasons.push(reason);
    });
    await page.goto('/earn');
    await page.goBack({ waitUntil: 'commit' });
    // The browser says its reasons after the page is back, and nothing when it has none.
    await page.waitForTimeout(500);
    expect(reasons).toEqual([]);
    beats.sent.length = 0;
    await readOn();
  } finally {
    await browser.close();
  }
});

test('Without JavaScript the settings have it all', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, 'ada');
  await page.goto('/settings');
  const own = page.locator('#reading');
  await expect(own.getByText(/You have not said yet/)).toBeVisible();
  await expect(own.getByRole('button', { name: 'No, do not measure it' })).toBeVisible();
  await own.getByRole('button', { name: 'Yes, measure it' }).click();
  await expect(own.getByText('Your reading is measured.')).toBeVisible();
  await readFor(dataOf(), 'ada', [{ slug: SLUG, minutes: 2, daysAgo: 1 }]);
  await page.goto('/settings');
  await expect(own.getByRole('listitem')).toHaveCount(1);
  await own.getByRole('checkbox').check();
  await own.getByRole('button', { name: 'Delete what was measured' }).click();
  await expect(own.getByText('Nothing was measured in the last weeks.')).toBeVisible();
  await own.getByRole('button', { name: 'Switch it off' }).click();
  await expect(own.getByText('Your reading is not measured.', { exact: true })).toBeVisible();
  await context.close();
});

test('Khanh is told how long a post was read by five others, and nothing of four', async ({ page }) => {
  await readBy(dataOf(), SLUG, ['ines', 'sade', 'ada', 'hanh', 'khanh', 'le-an']);
  await signInAs(page, 'khanh');
  await page.goto('/studio/@kt-online');
  const row = page.getByRole('row').filter({ hasText: 'An old habit' });
  // What writers are told is added to at night.
  await doJob(dataOf(), 'reading.thin');
  await page.reload();
  await expect(row).toContainText('too few to say');
  await readBy(dataOf(), SLUG, ['salma']);
  await doJob(dataOf(), 'reading.thin');
  await page.reload();
  await expect(row).toContainText('5 min, 5 readers');
  await lookAt(page, 'studio-reading');
});

test('Yusuf reads it all from right to left', async ({ page }) => {
  await signInAs(page, 'yusuf');
  await readFor(dataOf(), 'yusuf', [{ slug: SLUG, minutes: 4, daysAgo: 1 }]);
  await page.goto('/@ala-mahl');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.waitForURL(/@ala-mahl\/./);
  await expect(page.getByRole('heading', { name: 'هل تسمح لنا بقياس قراءتك؟' })).toBeVisible();
  await lookAt(page, 'reading-asked-ar');
  await page.getByRole('button', { name: 'نعم، قيسوها' }).click();
  await page.goto('/settings');
  await expect(page.locator('#reading').getByRole('listitem')).toHaveCount(1);
  await lookAt(page, 'reading-settings-ar');
});

import { expect, type Page, test } from '@playwright/test';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';
import { article, crowd, makeThread } from './support/thread';

// A town of its own: the threads of other journeys would grow and heat.
const port = 19_200 + Math.floor(Math.random() * 700);
const data = ownTown(port);
test.use({ actionTimeout: 15_000 });

/** Lets so much time pass in a page that it asks for what is new. */
async function untilItAsks(page: Page): Promise<number> {
  const asked = page.waitForResponse(/\/api\/new-comments/);
  await page.clock.fastForward(120_000);
  const { count } = (await (await asked).json()) as { count: number };
  return count;
}

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your comment' });

async function say(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
}

/** Where what is looked at stands on the screen. */
const tops = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('article[id^="c-"]')].map((one) => Math.round(one.getBoundingClientRect().top)));

test('What three others write waits behind a button; nothing moves before it is pressed', async ({ browser, page }) => {
  test.setTimeout(240_000);
  const slug = 'sleeping-across-three-gauges';
  const path = `/@kt-online/${slug}`;
  await makeThread(data(), slug, crowd(14, 'I slept on the upper berth, as in carriage'));
  const complaints = listenForComplaints(page);
  await page.clock.install();
  const above = await page.context().newPage();
  await above.clock.install();
  await above.goto(path);
  await above.locator('#comments').scrollIntoViewIfNeeded();
  await above.evaluate(() => document.querySelector('#comments')?.scrollIntoView());
  const hanh = await (await browser.newContext()).newPage();
  await hanh.clock.install();
  await signInAs(hanh, 'hanh');
  await hanh.goto(path);
  await page.goto(path);
  await page.evaluate(() => document.querySelectorAll('article[id^="c-"]')[6]?.scrollIntoView({ block: 'center' }));
  const said: string[] = [];
  for (const handle of ['sade', 'teo', 'salma']) {
    const writer = await (await browser.newContext()).newPage();
    await signInAs(writer, handle);
    await writer.goto(path);
    const words = `The gauge changes at night, says ${handle} (${Date.now()}).`;
    said.push(words);
    await say(writer, words);
    await expect(writer.getByText('Your comment is here.')).toBeVisible();
    await expect(article(writer, words)).toBeVisible();
    await writer.context().close();
  }
  // What somebody says herself is at its place at once; what the three said waits all the same, and her own is no news to her.
  const own = `In carriage nine it did not change (${Date.now()}).`;
  await say(hanh, own);
  await expect(article(hanh, own)).toBeVisible();
  for (const words of said) await expect(article(hanh, words)).toHaveCount(0);
  const before = new Map([[page, await tops(page)]]);
  // Whoever reads looks before anything else is said: a page goes on asking, and counts what came since.
  await above.bringToFront();
  before.set(above, await tops(above));
  expect(await untilItAsks(above)).toBe(4);
  await expect(above.getByRole('link', { name: '4 new comments' })).toBeVisible();
  expect(await tops(above)).toEqual(before.get(above));
  await above.screenshot({ path: 'test-results/pictures/new-comments-above.png' });
  await page.bringToFront();
  const more = page.getByRole('link', { name: '4 new comments' });
  expect(await untilItAsks(page)).toBe(4);
  await expect(more).toBeVisible();
  expect(await tops(page)).toEqual(before.get(page));
  for (const words of said) await expect(article(page, words)).toHaveCount(0);
  await page.screenshot({ path: 'test-results/pictures/new-comments-1280.png' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches && innerWidth)).toBe(390);
  await page.screenshot({ path: 'test-results/pictures/new-comments-390-dark.png' });
  await more.click();
  for (const words of said) await expect(article(page, words)).toBeVisible();
  await hanh.bringToFront();
  expect(await untilItAsks(hanh)).toBe(3);
  for (const words of said) await expect(article(hanh, words)).toHaveCount(0);
  await hanh.getByRole('link', { name: '3 new comments' }).click();
  for (const words of said) await expect(article(hanh, words)).toBeVisible();
  // On the page that the button leads to it leads on, whatever she says herself meanwhile.
  const teo = await (await browser.newContext()).newPage();
  await signInAs(teo, 'teo');
  await teo.goto(path);
  const later = `The last gauge is the narrowest (${Date.now()}).`;
  await say(teo, later);
  await expect(teo.getByText('Your comment is here.')).toBeVisible();
  await teo.context().close();
  await hanh.bringToFront();
  await say(hanh, 'I slept through that one.');
  await expect(article(hanh, 'I slept through that one.')).toBeVisible();
  await expect(article(hanh, later)).toHaveCount(0);
  expect(await untilItAsks(hanh)).toBe(1);
  await hanh.getByRole('link', { name: '1 new comment' }).click();
  await expect(article(hanh, later)).toBeVisible();
  await hanh.context().close();
  expect(complaints).toEqual([]);
});

test('What Sade writes shows at once where its place is on another page', async ({ page }) => {
  const slug = 'what-a-container-ship-waits-for';
  await makeThread(data(), slug, crowd(90, 'A ship waits for its papers, as I saw in port'));
  await page.clock.install();
  await signInAs(page, 'sade');
  await page.goto(`/@kt-online/${slug}?view=oldest`);
  const words = `It waits for the tide too (${Date.now()}).`;
  const at = page.url();
  await say(page, words);
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  const own = page.getByRole('list', { name: 'Your comments' }).getByRole('listitem').filter({ hasText: words });
  await expect(own).toBeVisible();
  await expect(own.getByText('This is yours; readers see it at its place.')).toBeVisible();
  await expect(article(page, words)).toHaveCount(0);
  expect(page.url()).toBe(at);
  await lookAt(page, 'own-elsewhere');
  // It is no news to the one who wrote it: the page asks, and is told of none.
  expect(await untilItAsks(page)).toBe(0);
  await expect(page.getByRole('link', { name: /new comment/ })).toHaveCount(0);
  await page.goto(`/@kt-online/${slug}?view=newest`);
  await expect(article(page, words)).toBeVisible();
});

test('What is new in a long thread leads to itself with what it answers, wherever that stands', async ({ browser, page }) => {
  const slug = 'the-price-of-rice-in-five-hands';
  const path = `/@kt-online/${slug}`;
  const old = 'Old rice is cheaper in my street, as every winter.';
  await makeThread(data(), slug, [{ by: 'reader-1', body: old, downs: 2 }, ...crowd(90, 'Rice was dearer at our market, as in stall')]);
  await page.clock.install();
  await page.goto(path);
  await expect(article(page, old)).toHaveCount(0);
  const teo = await (await browser.newContext()).newPage();
  await signInAs(teo, 'teo');
  await teo.goto(`${path}?view=oldest`);
  const words = `Old rice cooks dry (${Date.now()}).`;
  await article(teo, old).getByRole('link', { name: 'Reply' }).first().click();
  await teo.getByRole('textbox', { name: 'Reply' }).fill(words);
  await article(teo, old).getByRole('button', { name: 'Post', exact: true }).click();
  await expect(article(teo, words).first()).toBeVisible();
  await page.bringToFront();
  expect(await untilItAsks(page)).toBe(1);
  await page.getByRole('link', { name: '1 new comment' }).click();
  await expect(page.getByText('What is new, with what it answers.')).toBeVisible();
  for (const shown of [old, words]) await expect(article(page, shown).first()).toBeVisible();
  await lookAt(page, 'new-comments-long');
  await page.getByRole('link', { name: 'See all of it' }).click();
  await expect(page.getByText('What is new, with what it answers.')).toHaveCount(0);
});

test('A thread in which many write at once slows by itself and says so; whoever must wait keeps the words', async ({ browser, page }) => {
  const slug = 'my-mothers-tide-table';
  const path = `/@low-tide/${slug}`;
  await makeThread(
    data(),
    slug,
    crowd(35, 'The table was wrong by an hour in year').map((one, nth) => ({ ...one, secondsAgo: nth })),
  );
  const people = new Map<string, Page>();
  for (const handle of ['teo', 'salma', 'yusuf', 'hanh', 'sade']) {
    const own = await (await browser.newContext()).newPage();
    people.set(handle, own);
    await signInAs(own, handle);
    await own.goto(path);
    await expect(own.getByText(/This discussion is slowed/)).toHaveCount(0);
    await say(own, `The moon chose the hour, says ${handle} (${Date.now()}).`);
    await expect(own.getByText('Your comment is here.')).toBeVisible();
  }
  const sade = people.get('sade') as Page;
  const slowed = /This discussion is slowed: one comment in 30 seconds for each person\./;
  await expect(sade.getByText(slowed)).toBeVisible();
  await say(sade, 'And another thing about the moon.');
  await expect(sade.getByText(/Try again in \d+ seconds\./)).toBeVisible();
  await expect(composer(sade)).toHaveValue('And another thing about the moon.');
  // Others see it within a second.
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(slowed)).toContainText('Very many comments come at once.', { timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await lookAt(sade, 'heated-wait');
  await lookAt(page, 'heated');
  await sade.reload();
  await expect(composer(sade)).toHaveValue('And another thing about the moon.');
  await signInAs(page, 'judit');
  await page.goto('/admin/log');
  await expect(page.getByRole('row').filter({ hasText: 'slowed' }).first()).toContainText('very many comments at once');
  for (const own of people.values()) await own.context().close();
});

test('The order of comments that a reader chooses holds for the next post, says so in its address, and ends by choosing again', async ({
  page,
}) => {
  const [first, next] = ['/@kt-online/sleeping-across-three-gauges', '/@low-tide/my-mothers-tide-table'];
  // The address may change while it is opened.
  const open = (path: string) => page.goto(path).catch(() => undefined);
  await open(first);
  await page.getByRole('link', { name: 'Oldest' }).click();
  await expect(page).toHaveURL(/view=oldest/);
  await open(next);
  await expect(page).toHaveURL(new RegExp(`${next}\\?view=oldest$`));
  await expect(page.getByRole('link', { name: 'Oldest' })).toHaveAttribute('aria-current', 'page');
  // Whatever an address says itself holds.
  await open(`${next}?all=1`);
  await expect(page.getByRole('link', { name: 'Most relevant' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Most relevant' }).click();
  await expect(page).toHaveURL(new RegExp(`${next}#comments$`));
  await open(first);
  await expect(page).toHaveURL(new RegExp(`${first}$`));
  await expect(page.getByRole('link', { name: 'Most relevant' })).toHaveAttribute('aria-current', 'page');
});

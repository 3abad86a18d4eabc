import { expect, type Page, test } from '@playwright/test';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';
import { makeThread, removeComments, type Wanted } from './support/thread';

// A town of its own: the threads of other journeys would grow and heat.
const port = 29_600 + Math.floor(Math.random() * 700);
const data = ownTown(port);
test.use({ actionTimeout: 15_000 });

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your comment' });
const article = (page: Page, words: string) => page.locator('article[id^="c-"]').filter({ hasText: words });

async function say(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
}

const crowd = (count: number, words: string): Wanted[] =>
  Array.from({ length: count }, (_, nth) => ({ by: `reader-${nth + 1}`, body: `${words} ${nth + 1}.`, ups: nth % 7, downs: nth % 2 }));

/** Where what is looked at stands on the screen. */
const tops = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('article[id^="c-"]')].map((one) => Math.round(one.getBoundingClientRect().top)));

test('What three others write waits behind a button; nothing moves before it is pressed', async ({ browser, page }) => {
  const slug = 'sleeping-across-three-gauges';
  const path = `/@kt-online/${slug}`;
  await makeThread(data(), slug, crowd(14, 'I slept on the upper berth, as in carriage'));
  const complaints = listenForComplaints(page);
  const above = await page.context().newPage();
  await above.goto(path);
  await above.locator('#comments').scrollIntoViewIfNeeded();
  await above.evaluate(() => document.querySelector('#comments')?.scrollIntoView());
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
  const before = new Map([[page, await tops(page)]]);
  await above.bringToFront();
  before.set(above, await tops(above));
  await expect(above.getByRole('link', { name: '3 new comments' })).toBeVisible({ timeout: 60_000 });
  expect(await tops(above)).toEqual(before.get(above));
  await above.screenshot({ path: 'test-results/pictures/new-comments-above.png' });
  await page.bringToFront();
  const more = page.getByRole('link', { name: '3 new comments' });
  await expect(more).toBeVisible({ timeout: 60_000 });
  expect(await tops(page)).toEqual(before.get(page));
  for (const words of said) await expect(article(page, words)).toHaveCount(0);
  await page.screenshot({ path: 'test-results/pictures/new-comments-1280.png' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches && innerWidth)).toBe(390);
  await page.screenshot({ path: 'test-results/pictures/new-comments-390-dark.png' });
  await more.click();
  for (const words of said) await expect(article(page, words)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('What Sade writes shows at once where its place is on another page', async ({ page }) => {
  const slug = 'what-a-container-ship-waits-for';
  await makeThread(data(), slug, crowd(90, 'A ship waits for its papers, as I saw in port'));
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
  const asked = await page.waitForResponse(/\/api\/new-comments/, { timeout: 60_000 });
  expect(await asked.json()).toEqual({ count: 0 });
  await expect(page.getByRole('link', { name: /new comment/ })).toHaveCount(0);
  await page.goto(`/@kt-online/${slug}?view=newest`);
  await expect(article(page, words)).toBeVisible();
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
  await page.goto(path);
  await expect(page.getByText(slowed)).toContainText('Very many comments come at once.');
  await say(sade, 'And another thing about the moon.');
  await expect(sade.getByText(/Try again in \d+ seconds\./)).toBeVisible();
  await expect(composer(sade)).toHaveValue('And another thing about the moon.');
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

const NET = '/@low-tide/a-net-is-mostly-holes';
const AGAINST: Wanted[] = [
  ...['reader-1', 'reader-2', 'reader-3', 'teo'].map((by, nth) => ({ by, body: `Nets are for fools ${nth}.`, ups: 1, downs: 9 })),
  ...['reader-4', 'teo'].map((by, nth) => ({ by, body: `You know nothing of nets ${nth}.`, reportWeight: 8 })),
  ...['reader-5', 'teo'].map((by, nth) => ({ by, body: `Cheap nets at my stall ${nth}.`, unwanted: 0.97 })),
];
const ROOT = 'My father knotted his own';

/** All that a list of pages shows: goes on while there is a way on. */
async function pagesOf(page: Page, next: string, read: () => Promise<string[]>): Promise<string[]> {
  const all = await read();
  for (let pages = 0; pages < 20; pages += 1) {
    const link = page.getByRole('link', { name: next, exact: true });
    if ((await link.count()) === 0) return all;
    const from = page.url();
    await link.click();
    await page.waitForURL((url) => String(url) !== from);
    all.push(...(await read()));
  }
  throw new Error('the pages have no end');
}

test('A long thread: what is left out is counted, explained, shown by Show all, and its writer knows why', async ({ page }) => {
  await makeThread(data(), 'a-net-is-mostly-holes', [
    ...crowd(70, 'A net remembers its hands, as I was told in boat'),
    ...AGAINST,
    { by: 'hanh', body: ROOT, ups: 40 },
    ...Array.from({ length: 45 }, (_, nth) => ({ by: `reader-${nth + 1}`, body: `So did mine, knot ${nth + 1}.`, under: ROOT })),
  ]);
  await page.goto(NET);
  await expect(page.getByRole('heading', { name: `${70 + AGAINST.length + 46} comments` })).toBeVisible();
  await expect(page.getByText(`${AGAINST.length} are not shown.`)).toBeVisible();
  await page.getByText('Why?', { exact: true }).click();
  await expect(page.getByText(/In a discussion of ten comments or more, this view leaves out two kinds/)).toBeVisible();
  await lookAt(page, 'long-thread');
  const lines = () => page.getByText(/A comment is left out here: .*/).allTextContents();
  const left = (await pagesOf(page, 'More comments', lines)).map((line) => /: (.*)\./.exec(line)?.[1]).toSorted();
  expect(left).toEqual(
    [
      ...Array(4).fill('more readers voted it down than up'),
      ...Array(2).fill('moderators upheld reports about it'),
      ...Array(2).fill('it looks like what moderators of this site remove'),
    ].toSorted(),
  );
  await page.goto(NET);
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page.getByText(`${AGAINST.length} of them are shown here all the same.`)).toBeVisible();
  await lookAt(page, 'show-all');
  const bodies = () => page.locator('article[id^="c-"] .comment-body').allTextContents();
  const shown = await pagesOf(page, 'More comments', bodies);
  for (const { body } of AGAINST) expect(shown.filter((one) => one === body)).toHaveLength(1);
  for (let nth = 1; nth <= 70; nth += 1)
    expect(shown.filter((one) => one === `A net remembers its hands, as I was told in boat ${nth}.`)).toHaveLength(1);
});

test('The answers that do not fit are counted and paged, none twice and none left out', async ({ page }) => {
  await page.goto(NET);
  await page.getByRole('link', { name: '42 more replies' }).click();
  await expect(page.getByText('A link led to this comment. It is part of a longer discussion.')).toBeVisible();
  await lookAt(page, 'more-replies');
  const knots = () => page.locator('article[id^="c-"] .comment-body').filter({ hasText: 'So did mine' }).allTextContents();
  const all = await pagesOf(page, 'More replies', knots);
  expect(all).toEqual(Array.from({ length: 45 }, (_, nth) => `So did mine, knot ${nth + 1}.`));
  await page.getByRole('link', { name: 'From the first reply' }).click();
  await expect(article(page, 'So did mine, knot 1.')).toBeVisible();
});

test('Teo sees at his own comments that readers find them under Show all, why, and what would change it', async ({ page }) => {
  await signInAs(page, 'teo');
  const ids: (string | null)[] = [];
  for (const [body, words] of [
    ['Nets are for fools 3.', 'Readers see this under Show all: more of them voted it down than up. Up votes bring it back.'],
    ['You know nothing of nets 1.', 'Readers see this under Show all: moderators upheld reports about it. Up votes bring it back.'],
    [
      'Cheap nets at my stall 1.',
      'Readers see this under Show all: it looks like what moderators of this site remove. Three up votes or a moderator bring it back.',
    ],
  ] as const) {
    await page.goto(`${NET}?view=newest`);
    const own = article(page, body);
    for (let pages = 0; pages < 8 && (await own.count()) === 0; pages += 1) await page.getByRole('link', { name: 'More comments' }).click();
    await expect(own.getByText(words)).toBeVisible();
    ids.push(await own.getAttribute('id'));
  }
  await lookAt(page, 'own-left-out');
  // In the view that leaves it out he has his words where others have a line, and his comment's own page says it too.
  await page.goto(NET);
  const mine = page.locator(`article[id="${ids[0]}"]`);
  for (let pages = 0; pages < 8 && (await mine.count()) === 0; pages += 1) await page.getByRole('link', { name: 'More comments' }).click();
  const why = 'Readers see this under Show all: more of them voted it down than up. Up votes bring it back.';
  await expect(mine.getByText(why)).toBeVisible();
  await lookAt(page, 'own-line');
  await mine.getByRole('link', { name: 'More' }).click();
  await expect(page.getByText(why)).toBeVisible();
  await lookAt(page, 'own-page');
});

test('What is deep, long, of another script or gone stays readable on the narrowest phone; a link to what is gone says so', async ({
  page,
}) => {
  const slug = 'what-a-container-ship-waits-for';
  const deep = Array.from({ length: 7 }, (_, nth) => `Deck ${nth + 1} of the ship`);
  const arabic = 'السفينة تنتظر المد، كما قال أبي: "اصبر" (ثم اصبر).';
  await makeThread(data(), slug, [
    ...deep.map((body, nth) => ({ by: `sailor-${nth + 1}`, body, ...(nth > 0 ? { under: deep[nth - 1] ?? '' } : {}) })),
    { by: 'salma', body: arabic },
    { by: 'teo', body: `https://example.org/${'very-long-'.repeat(60)} and ${'W'.repeat(400)}` },
    { by: 'teo', body: 'Taken away, with an answer' },
    { by: 'sade', body: 'An answer to what is away', under: 'Taken away, with an answer' },
    { by: 'teo', body: 'Taken away, alone' },
  ]);
  const gone = await removeComments(data(), slug, 'Taken away%');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`/@kt-online/${slug}?view=oldest#comments`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  // From the fifth on they stand in one column, and say whom they answer.
  const left = async (words: string) => (await article(page, words).boundingBox())?.x ?? 0;
  const lefts = await Promise.all(deep.map(left));
  expect(new Set(lefts.slice(0, 5)).size).toBe(5);
  expect(new Set(lefts.slice(4)).size).toBe(1);
  await expect(article(page, deep[6] ?? '').getByText('In reply to Sailor 6')).toBeVisible();
  expect(
    await article(page, 'السفينة')
      .getByText('السفينة')
      .evaluate((one) => getComputedStyle(one.closest('[dir]') ?? one).direction),
  ).toBe('rtl');
  // A branch is folded away and unfolded by keyboard alone; what is around it stays.
  const fold = page.locator(`article:has-text("${deep[0]}") + details > summary`);
  await fold.focus();
  await page.keyboard.press('Enter');
  for (const body of deep.slice(1)) await expect(page.getByText(body)).toBeHidden();
  await expect(page.getByText(deep[0] ?? '')).toBeVisible();
  await expect(page.getByText('An answer to what is away')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(deep[6] ?? '')).toBeVisible();
  await expect(page.getByText('Taken away')).toHaveCount(0);
  await expect(page.getByText('This link leads to a comment that is not shown here.')).toHaveCount(0);
  await lookAt(page, 'thread-hostile');

  const [kept, away] = [gone.find(({ answered }) => answered), gone.find(({ answered }) => !answered)];
  for (const id of [away?.id ?? '', crypto.randomUUID()]) {
    await page.goto(`/@kt-online/${slug}?comment=${id}#comments`);
    await expect(page.getByText('This link leads to a comment that is not shown here.')).toBeVisible();
    await expect(page.getByText(deep[0] ?? '')).toBeVisible();
  }
  await lookAt(page, 'thread-link-to-nothing');
  await page.goto(`/@kt-online/${slug}?comment=${kept?.id}#comments`);
  await expect(page.getByText('This link leads to a comment that is not shown here.')).toHaveCount(0);
  await expect(page.getByText('An answer to what is away')).toBeVisible();
});

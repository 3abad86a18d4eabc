import { expect, type Page, test } from '@playwright/test';
import { townClient } from './support/database';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { lookAt } from './support/pictures';
import { article, crowd, makeThread, removeComments, type Wanted } from './support/thread';

// A town of its own: the threads of other journeys would grow and heat.
const port = 29_600 + Math.floor(Math.random() * 700);
const data = ownTown(port);
test.use({ actionTimeout: 15_000 });

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

test('A part of the thread that a link leads to leaves out by the same rule, says so, and shows all of it too', async ({ page }) => {
  const town = await townClient(data());
  const { rows } = await town.query('SELECT id FROM comment WHERE body = $1', [AGAINST[3]?.body]);
  await town.end();
  await page.goto(`${NET}?comment=${rows[0]?.id}#comments`);
  await expect(article(page, AGAINST[3]?.body ?? '')).toBeVisible();
  const lines = page.getByText(/A comment is left out here: /);
  const left = await lines.count();
  expect(left).toBeGreaterThan(0);
  await expect(page.getByText(left === 1 ? '1 is not shown.' : `${left} are not shown.`)).toBeVisible();
  await page.getByText('Why?', { exact: true }).click();
  await expect(page.getByText(/this view leaves out two kinds/)).toBeVisible();
  await lookAt(page, 'part-of-a-thread');
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/comment=.*all=1/);
  await expect(lines).toHaveCount(0);
  await expect(article(page, AGAINST[2]?.body ?? '')).toBeVisible();
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

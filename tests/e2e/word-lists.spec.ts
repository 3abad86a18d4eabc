import { expect, type Page, test } from '@playwright/test';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

/** No other journey locks this one's discussion. */
const TIDES = '/@low-tide/my-mothers-tide-table';
const WORDS = '/studio/@low-tide/words';

test.describe.configure({ mode: 'serial' });

async function save(page: Page, lists: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(lists)) await page.getByRole('textbox', { name }).fill(text);
  await page.getByRole('button', { name: 'Save the lists' }).click();
}

async function say(page: Page, words: string): Promise<void> {
  await page.goto(TIDES);
  await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
}

test('Ines writes her blog’s lists: a bad line is named, a text is tried, and who says such a thing there is refused', async ({
  browser,
  page,
}) => {
  const complaints = listenForComplaints(page);
  await signInAs(page, 'ines');
  await page.goto('/studio/@low-tide');
  await page.getByRole('link', { name: 'Word lists' }).click();
  await expect(page.getByText('Nobody has changed them yet.')).toBeVisible();
  await lookAt(page, 'words-empty');
  await save(page, { 'Banned phrases': 'weight thie*\na\nwe*ight', 'Suspect phrases': 'harbour tax' });
  await expect(page.getByText('Line 2: a phrase needs two letters or digits. Line 3: * may only stand at the end.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Banned phrases' })).toHaveValue('weight thie*\na\nwe*ight');
  await expect(page.getByRole('textbox', { name: 'Suspect phrases' })).toHaveValue('harbour tax');
  await lookAt(page, 'words-wrong');
  await save(page, { 'Banned phrases': 'weight thie*' });
  await expect(page.getByText('Saved. Comments from now on are looked at by these lists.')).toBeVisible();
  await expect(page.getByText(/Version \d+, by Ines Duarte, .*: 1 banned, 1 suspect\./).first()).toBeVisible();
  const trying = page.getByRole('textbox', { name: 'Text', exact: true });
  await trying.fill('They are W3IGHT thieves.');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('Rejected: it says “weight thie*”.')).toBeVisible();
  await expect(trying).toHaveValue('They are W3IGHT thieves.');
  await lookAt(page, 'words');
  await trying.fill('Who pays the harbour tax?');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('Shown and reported: it says “harbour tax”.')).toBeVisible();
  await trying.fill('The fog came in.');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('No phrase of these lists is in it.')).toBeVisible();
  const sade = await (await browser.newContext()).newPage();
  await signInAs(sade, 'sade');
  await say(sade, `The w3ight thieves of ${Date.now()}`);
  await expect(sade.getByText('This was not posted: it holds words that are not taken here.').first()).toBeVisible();
  await sade.context().close();
  expect(complaints).toEqual([]);
});

test('Without JavaScript: the lists are written and a text is tried; an old page cannot undo what came after it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const [page, old] = [await context.newPage(), await context.newPage()];
  await signInAs(page, 'ines');
  await old.goto(WORDS);
  await page.goto(WORDS);
  await save(page, { 'Banned phrases': 'weight thie*', 'Suspect phrases': '' });
  await expect(page.getByText('Saved. Comments from now on')).toBeVisible();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('A weight thief.');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('Rejected: it says “weight thie*”.')).toBeVisible();
  await save(old, { 'Banned phrases': 'anchor' });
  await expect(old.getByText('Someone changed this in the meantime.')).toBeVisible();
  await expect(old.getByRole('textbox', { name: 'Banned phrases' })).toHaveValue('anchor');
  await page.goto(WORDS);
  await save(page, { 'Banned phrases': '' });
  await expect(page.getByText('Saved. Comments from now on')).toBeVisible();
  await context.close();
});

test('A writer of a blog and a stranger have no such page; the site’s lists are its moderators’', async ({ page, browser }) => {
  await signInAs(page, 'pavel-m');
  expect((await page.goto('/studio/@kt-online/words'))?.status()).toBe(404);
  await signInAs(page, 'khanh');
  expect((await page.goto(WORDS))?.status()).toBe(404);
  expect((await page.goto('/studio/@kt-online/words'))?.status()).toBe(200);
  expect((await page.goto('/admin/words'))?.status()).toBe(404);
  const judit = await (await browser.newContext()).newPage();
  await signInAs(judit, 'judit');
  await judit.goto('/admin');
  await judit.getByRole('link', { name: 'Word lists' }).click();
  await expect(judit.getByRole('textbox', { name: 'Banned phrases' })).toHaveValue(/viagra/);
  await lookAt(judit, 'words-site');
  await judit.context().close();
});

test('Yusuf closes the discussion of his post and opens it again, in Arabic, from under it and from the studio', async ({
  browser,
  page,
}) => {
  await signInAs(page, 'yusuf');
  await page.goto('/@ala-mahl/asmaa-al-raml');
  await expect(page.getByRole('link', { name: 'إشراف على هذا النقاش' })).toBeVisible();
  await lookAt(page, 'post-of-writer');
  await page.getByRole('link', { name: 'إشراف على هذا النقاش' }).click();
  await expect(page.getByRole('combobox')).toHaveCount(1);
  await expect(page.getByRole('option')).toHaveCount(2);
  await lookAt(page, 'thread-of-writer');
  await page.getByRole('combobox').selectOption('closed');
  await page.getByRole('button', { name: 'حفظ' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'حُفظ' })).toBeVisible();
  const stranger = await (await browser.newContext()).newPage();
  await expect(async () => {
    await stranger.goto('/@ala-mahl/asmaa-al-raml');
    await expect(stranger.getByRole('textbox', { name: 'تعليقك' })).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await page.goto('/studio/@ala-mahl');
  await page.getByRole('link', { name: /أسماء الرمل.*من يكتب/ }).click();
  await page.getByRole('combobox').selectOption('open');
  await page.getByRole('button', { name: 'حفظ' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'حُفظ' })).toBeVisible();
  await stranger.context().close();
});

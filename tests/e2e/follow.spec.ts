import { expect, type Page, test } from '@playwright/test';
import { crowdThread } from './support/database';
import { ownTown } from './support/own-town';
import { KT_POST, signInAs, tabTo } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

// A town of its own: what other journeys write would change the page between two looks, and here a thread grows long.
const port = 20_800 + Math.floor(Math.random() * 700);
const dataOf = ownTown(port);

const LEFT_OUT = 'Everyone knows it is all theatre. Wake up.';
const SHOWN = 'I think you make too little of the ceremony.';
const articleWith = (page: Page, words: string) => page.locator('article[id^="c-"]').filter({ hasText: words });

test('Ines follows Yusuf: what is left out of him stands at its place for her and for nobody else, on the same page', async ({
  browser,
  page,
}) => {
  const complaints = listenForComplaints(page);
  await signInAs(page, 'ines');
  await page.goto(KT_POST);
  await expect(articleWith(page, LEFT_OUT)).toHaveCount(0);
  await articleWith(page, SHOWN).getByRole('link', { name: 'More' }).click();
  await tabTo(page, /^Follow/, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Unfollow/ })).toBeVisible();
  await lookAt(page, 'follow');
  await page.goto(KT_POST);
  const own = articleWith(page, LEFT_OUT);
  await expect(own).toContainText('You follow يوسف المنصوري');
  await expect(own.getByRole('button', { name: /Vote up/ })).toBeEnabled();
  await expect(page.getByText('3 are not shown.')).toBeVisible();
  await expect(page.getByText('1 of them by people you follow: shown to you.')).toBeVisible();
  await expect(page.getByText('A comment is left out here')).toHaveCount(2);
  await page.getByText('Why?', { exact: true }).click();
  await expect(page.getByText(/for you what people you follow wrote/)).toBeVisible();
  await lookAt(page, 'followed');
  const stranger = await browser.newContext();
  const theirs = await stranger.newPage();
  await theirs.goto(KT_POST);
  await expect(theirs.getByText('A comment is left out here')).toHaveCount(3);
  await expect(articleWith(theirs, LEFT_OUT)).toHaveCount(0);
  expect(await (await page.request.get(KT_POST)).text()).toBe(await (await stranger.request.get(KT_POST)).text());
  await stranger.close();
  expect(complaints).toEqual([]);
});

test('Those one follows are in the settings; muting someone ends it, and an empty list says how to begin', async ({ page }) => {
  await signInAs(page, 'ines');
  await page.goto('/settings');
  const follows = page.getByRole('listitem').filter({ hasText: 'يوسف المنصوري' });
  await expect(follows.getByRole('button', { name: 'Unfollow' })).toBeVisible();
  await lookAt(page, 'settings-follows');
  await page.goto(KT_POST);
  const heading = await page.locator('#comments h2').textContent();
  await articleWith(page, SHOWN).getByRole('link', { name: 'More' }).click();
  await page.getByRole('button', { name: /^Mute/ }).click();
  await expect(page.getByText('You muted this person. Following shows them again.')).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByText('Nobody yet. Under a comment, More leads to Follow.')).toBeVisible();
  await page.goto(KT_POST);
  await expect(page.getByText('1 of them by people you muted.')).toBeVisible();
  await expect(page.locator('#comments h2')).not.toHaveText(heading ?? '');
  await lookAt(page, 'muted');
  await articleWith(page, SHOWN).getByText('You muted this person').click();
  await articleWith(page, SHOWN).getByRole('link', { name: 'More' }).click();
  await page.getByRole('button', { name: /^Follow/ }).click();
  await expect(page.getByRole('button', { name: /^Unfollow/ })).toBeVisible();
  await page.goto('/settings');
  await follows.getByRole('button', { name: 'Unfollow' }).click();
  await expect(page.getByText('Nobody yet. Under a comment, More leads to Follow.')).toBeVisible();
});

test('Without JavaScript: Sade follows by a form, and the line leads to what is left out', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: `http://localhost:${port}` });
  const page = await context.newPage();
  await signInAs(page, 'sade');
  await page.goto(`${KT_POST}?all=1`);
  const id = await articleWith(page, LEFT_OUT).getAttribute('id');
  await articleWith(page, LEFT_OUT).getByRole('link', { name: 'More' }).click();
  await page.getByRole('button', { name: /^Follow/ }).click();
  await expect(page.getByText(/^You follow يوسف المنصوري/)).toBeVisible();
  await expect(page.getByText(LEFT_OUT)).toBeVisible();
  await page.goto(KT_POST);
  await page.locator(`article[id="${id}"]`).getByRole('link', { name: 'Show it' }).click();
  await expect(articleWith(page, LEFT_OUT)).toBeVisible();
  await context.close();
});

test('In a long thread what has its place on another page stands after the first, and leads there', async ({ page }) => {
  await crowdThread(dataOf(), 'russian-president-visits-china', 'le-an', 80);
  await signInAs(page, 'sade');
  await page.goto(KT_POST);
  await page.getByRole('textbox', { name: 'Your comment' }).fill('So many of you today.');
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  await page.goto(KT_POST);
  const elsewhere = page.getByRole('region', { name: 'By people you follow, from elsewhere in this discussion' });
  await expect(elsewhere).toContainText(LEFT_OUT);
  await expect(page.getByText('1 of them by people you follow: shown to you.')).toBeVisible();
  await lookAt(page, 'followed-elsewhere');
  await elsewhere.getByRole('link', { name: 'See it at its place' }).click();
  await expect(page).toHaveURL(/comment=/);
  await expect(articleWith(page, LEFT_OUT)).toBeVisible();
  await expect(elsewhere).toHaveCount(0);
});

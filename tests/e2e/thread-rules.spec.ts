import { expect, type Page, test } from '@playwright/test';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

const FOG = '/@low-tide/eleven-words-for-fog';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your comment' });

async function say(page: Page, words: string): Promise<void> {
  await page.goto(FOG);
  await composer(page).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
}

async function set(page: Page, chosen: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(chosen)) await page.getByRole('combobox', { name }).selectOption(value);
  const saved = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/threads/'));
  await page.getByRole('button', { name: 'Save' }).click();
  await saved;
  await expect(page.getByText('Saved.')).toBeVisible();
}

/** Others see a change within a second. */
const eventually = (page: Page, look: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await page.goto(FOG);
    await look();
  }).toPass({ timeout: 10_000 });

test.describe.configure({ mode: 'serial' });

test('Judit slows a discussion: it says so, Sade waits and keeps her words; then it is locked, and opened again', async ({
  browser,
  page,
}) => {
  const complaints = listenForComplaints(page);
  const sade = await (await browser.newContext()).newPage();
  await signInAs(sade, 'sade');
  await signInAs(page, 'judit');
  await page.goto(FOG);
  await page.getByRole('link', { name: 'Moderate this discussion' }).click();
  await page.getByRole('combobox', { name: 'Slow mode' }).selectOption('60');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await lookAt(page, 'thread-settings');
  // While it is saved again, nothing says that it is.
  const sent = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  await page.route('**/threads/*', async (route) => {
    sent.resolve();
    await answered.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await sent.promise;
  await expect(page.getByText('Saved.')).toHaveCount(0);
  answered.resolve();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.unroute('**/threads/*');
  const words = `Fog has a twelfth word ${Date.now()}`;
  await say(sade, words);
  await expect(sade.getByText('This discussion is slowed: one comment in 60 seconds for each person. A moderator set it.')).toBeVisible();
  await expect(sade.getByRole('article').filter({ hasText: words })).toBeVisible();
  await say(sade, 'And a thirteenth.');
  await expect(sade.getByText(/Try again in \d+ seconds\./)).toBeVisible();
  await expect(composer(sade)).toHaveValue('And a thirteenth.');
  await lookAt(sade, 'slowed');
  await set(page, { 'Who may write': 'locked' });
  await eventually(sade, () => expect(sade.getByText('A moderator has locked this discussion.')).toBeVisible({ timeout: 1_000 }));
  await expect(composer(sade)).toHaveCount(0);
  // Who locked it has the last word.
  await page.goto(FOG);
  const last = `This is closed for the night (${Date.now()}).`;
  await composer(page).fill(last);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.locator('article[id^="c-"]').filter({ hasText: last })).toBeVisible();
  await lookAt(page, 'locked-moderator');
  await page.goBack();
  await set(page, { 'Who may write': 'open', 'Slow mode': '0' });
  await eventually(sade, () => expect(composer(sade)).toBeVisible({ timeout: 1_000 }));
  expect(complaints).toEqual([]);
  await sade.context().close();
});

test('Someone is limited and told why and until when; lifted, it holds no longer', async ({ browser, page }) => {
  const teo = await (await browser.newContext()).newPage();
  await signInAs(teo, 'teo');
  await signInAs(page, 'judit');
  await page.goto('/admin/people/teo');
  await lookAt(page, 'person');
  const form = page.getByRole('form', { name: 'Limit, suspend or ban' });
  await page.getByRole('button', { name: 'Do it and tell them' }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await form.getByRole('combobox', { name: 'Reason' }).selectOption('unkind');
  await form.getByRole('textbox', { name: 'Words to the person' }).fill('Read it aloud before you send it.');
  await page.getByRole('button', { name: 'Do it and tell them' }).click();
  await expect(page.getByText('Done. They are told by mail.')).toBeVisible();
  await say(teo, `Fog is only low cloud ${Date.now()}`);
  await expect(teo.getByText('Thank you. A moderator looks at it before others see it.')).toBeVisible();
  await expect(teo.getByText(/A moderator of this blog reads your comments first for now/)).toBeVisible();
  await teo.goto('/settings#standing');
  await expect(teo.getByText('Read it aloud before you send it.')).toBeVisible();
  await expect(teo.getByText(/This ends on/)).toBeVisible();
  await lookAt(teo, 'standing');
  await teo.getByRole('link', { name: 'What trust asks for and unlocks' }).click();
  await expect(teo.getByRole('row').filter({ hasText: 'regular' }).first()).toContainText('25');
  await lookAt(teo, 'trust');
  await page.getByRole('button', { name: 'End it now' }).click();
  await expect(page.getByText('Nothing.', { exact: true })).toBeVisible();
  await teo.context().close();
});

test('Whoever is named and answered is told, and what is pinned stands on top', async ({ browser, page }) => {
  const words = `@ines is the word for it in your family? ${Date.now()}`;
  await signInAs(page, 'sade');
  await say(page, words);
  await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible();
  const ines = await (await browser.newContext()).newPage();
  await signInAs(ines, 'ines');
  await expect(async () => {
    await ines.goto('/notifications');
    await expect(ines.getByText('Sade Okafor named you').first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await lookAt(ines, 'notifications');
  await ines.getByRole('link', { name: new RegExp(words.slice(-13)) }).click();
  await ines.getByRole('article').filter({ hasText: words }).getByRole('link', { name: 'More' }).click();
  await ines.getByRole('button', { name: 'Pin to the top' }).click();
  await ines.getByRole('button', { name: 'Mark as worth reading' }).click();
  await expect(ines.getByRole('button', { name: 'Take the mark away' })).toBeVisible();
  await ines.goto(FOG);
  const first = ines.locator('article[id^="c-"]').first();
  await expect(first).toContainText(words);
  await expect(first).toContainText('Pinned');
  await expect(first).toContainText('Worth reading');
  await ines.goto('/notifications');
  await ines.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(ines.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
  await ines.context().close();
});

import { expect, test } from '@playwright/test';
import { linkFromMail } from './support/mail';
import { KT_POST, signInAs } from './support/person';

test.use({ javaScriptEnabled: false });

test('Without JavaScript: read, subscribe, sign in, comment, vote, report, write and publish', async ({ page }) => {
  const address = `plain-${Date.now()}@elsewhere.example`;
  await page.goto('/');
  await page.getByRole('link', { name: /An old habit/ }).click();
  await page.getByLabel('Your mail address').fill(address);
  await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
  await expect(page.getByText(/Look into your mail/)).toBeVisible();
  await page.goto(await linkFromMail(page, address, '/subscriptions/confirm'));
  await page.getByRole('button', { name: 'Subscribe to KT ONLINE' }).click();
  await expect(page.getByText('You are subscribed to KT ONLINE.')).toBeVisible();

  await signInAs(page, 'sade');
  const said = `Sent without a script ${Date.now()}`;
  await page.goto(KT_POST);
  await page.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  await page.goto(`${KT_POST}?view=newest`);
  await expect(page.getByText(said)).toBeVisible();
  const other = page.locator('article[id^="c-"]').filter({ hasText: 'So the honest answer' });
  await other.getByRole('button', { name: /Vote up/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('An old habit');
  await page.getByRole('link', { name: 'Oldest' }).click();
  await other.getByRole('link', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('heading', { name: 'This comment' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it back' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Report it' }).click();
  await expect(page.getByText('A moderator will look at it.').last()).toBeVisible();

  await page.goto('/write');
  await page.getByRole('button', { name: /Write in Plain Machines/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Written without a script');
  await page.getByLabel('Text, in a small Markdown').fill('## It works\n\nWith **bold** words.\n\n- one\n- two');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('link', { name: 'Read it' }).click();
  await expect(page.getByRole('heading', { name: 'It works' })).toBeVisible();
  await expect(page.locator('article strong')).toHaveText('bold');
});

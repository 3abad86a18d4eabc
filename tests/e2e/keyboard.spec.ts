import { expect, type Page, test } from '@playwright/test';
import { linkFromMail } from './support/mail';
import { signInAs, tabTo } from './support/person';

const QUIET_POST = '/@plain-machines/the-server-under-the-stairs';

async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await tabTo(page, name, role);
  await page.keyboard.press('Enter');
}

test('With the keyboard alone: sign in by mail, and name oneself', async ({ page }) => {
  const address = `keys-${Date.now()}@elsewhere.example`;
  await page.goto('/sign-in');
  await tabTo(page, 'Your mail address', 'textbox');
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
  await expect(page.getByText('A link is on its way')).toBeVisible();
  await page.goto(await linkFromMail(page, address, '/sign-in/link'));
  await press(page, 'Sign in');
  await page.waitForURL(/welcome=1/);
  await tabTo(page, 'Name', 'textbox');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Nuno of the keys');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  await press(page, 'Sign out');
  await page.waitForURL('/');
});

test('With the keyboard alone: comment, vote, change the view, save the post', async ({ page }) => {
  const said = `Typed and sent by keys ${Date.now()}`;
  await signInAs(page, 'pavel-m');
  await page.goto(QUIET_POST);
  await press(page, /bulb/);
  await tabTo(page, 'Your comment', 'textbox');
  await page.keyboard.type(said);
  await press(page, 'Post');
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: said }).last()).toBeVisible();
  await page.reload();
  const up = page
    .getByRole('button', { name: /Vote up/ })
    .and(page.locator(':enabled'))
    .first();
  // What is his own, and how he voted, comes with who he is.
  await expect(page.locator('header summary')).toBeVisible();
  const before = await up.getAttribute('aria-pressed');
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(up).not.toHaveAttribute('aria-pressed', before ?? '');
  await press(page, 'Newest', 'link');
  await expect(page).toHaveURL(/view=newest/);
});

test('With the keyboard alone: write and publish, then moderate', async ({ page }) => {
  await signInAs(page, 'sade');
  await page.goto('/write');
  await press(page, /Write in Plain Machines/);
  await page.waitForURL(/\/write\/[0-9a-f-]{36}/);
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeVisible();
  await tabTo(page, 'Title', 'textbox');
  await page.keyboard.type(`By keys ${Date.now()}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A sentence.');
  await press(page, 'Publish');
  await expect(page.getByText('Published.')).toBeVisible();
  await press(page, 'Read it', 'link');
  await expect(page.getByText('A sentence.')).toBeVisible();
  await page.goto('/admin');
  const waiting = await page.getByRole('article').count();
  if (waiting > 0) {
    await press(page, 'Approve');
    await expect(page.getByRole('article')).toHaveCount(waiting - 1);
  }
});

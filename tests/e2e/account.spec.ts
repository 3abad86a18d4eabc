import { expect, test } from '@playwright/test';
import { linkFromMail } from './support/mail';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

test('Someone new signs in by mail, names themselves, sees their devices and signs out', async ({ page }) => {
  const complaints = listenForComplaints(page);
  const address = `new-${Date.now()}@elsewhere.example`;
  await page.goto('/sign-in?next=/earn');
  await lookAt(page, 'sign-in');
  await page.getByLabel('Your mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('A link is on its way')).toBeVisible();
  const link = await linkFromMail(page, address, '/sign-in/link');
  // Whoever only looks, as mail scanners do, uses nothing up.
  await page.request.get(link);
  await page.goto(link);
  await lookAt(page, 'sign-in-link');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/settings\?welcome=1/);
  await page.getByLabel('Name', { exact: true }).fill('Nuno Reis');
  await page.getByLabel('Handle').fill('ADA');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Someone has this already.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nuno Reis');
  await page.getByLabel('Handle').fill(`nuno-${Date.now()}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nuno Reis');
  await expect(page.locator('header summary')).toBeVisible();
  await expect(page.getByText('This device')).toBeVisible();
  await lookAt(page, 'settings');
  const archive = await page.request.get('/settings/archive');
  expect(archive.headers()['content-type']).toBe('application/zip');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('/');
  expect((await page.context().cookies()).filter(({ name }) => name.includes('session') || name.includes('signed-in'))).toEqual([]);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This link was used already or is too old.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('Someone leaves for good', async ({ page }) => {
  const address = `leaver-${Date.now()}@elsewhere.example`;
  await page.goto('/sign-in');
  await page.getByLabel('Your mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('A link is on its way')).toBeVisible();
  await page.goto(await linkFromMail(page, address, '/sign-in/link'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/settings/);
  await page.getByRole('link', { name: 'Leave' }).click();
  await lookAt(page, 'leave');
  await page.getByRole('button', { name: 'Leave for good' }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await page.getByLabel('Yes, erase me').check();
  await page.getByRole('button', { name: 'Leave for good' }).click();
  await page.waitForURL('/');
  await page.goto('/settings');
  await expect(page).toHaveURL(/sign-in/);
});

test('Salma’s own pages are in Arabic, from right to left', async ({ page }) => {
  await signInAs(page, 'salma');
  await page.goto('/settings');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await lookAt(page, 'settings-ar');
  await page.goto('/studio');
  await lookAt(page, 'studio-ar');
});

test('The demo town and its inbox are pages one can look at', async ({ page }) => {
  await page.goto('/demo');
  await lookAt(page, 'demo');
  await page.goto('/inbox');
  await lookAt(page, 'inbox');
});

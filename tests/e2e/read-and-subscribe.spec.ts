import { expect, test } from '@playwright/test';
import { linkFromMail } from './support/mail';
import { KT_POST, signInAs, tabTo } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

test('A stranger reads KT ONLINE’s post and finds the four sentences', async ({ page }) => {
  const complaints = listenForComplaints(page);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') elsewhere.push(request.url());
    if (request.url().includes('/api/viewer')) elsewhere.push(request.url());
  });
  await page.goto('/');
  await lookAt(page, 'home');
  await page.getByRole('link', { name: /An old habit/ }).click();
  await expect(page).toHaveURL(KT_POST);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('An old habit');
  await expect(page.getByText('Write & Read to Earn with BULB', { exact: true })).toBeVisible();
  await expect(page.getByText('Learn More', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Learn More ?: How earning works$/ })).toBeVisible();
  await expect(page.getByText('Enjoy this blog? Subscribe to KT ONLINE', { exact: true })).toBeVisible();
  await expect(page.getByText('Most relevant comments are displayed, so some may have been filtered out.')).toBeVisible();
  await lookAt(page, 'post');
  await page.getByRole('link', { name: 'Learn More' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How earning works');
  await lookAt(page, 'earn');
  // No other host, and nothing personal asked for a stranger.
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('A post without comments says so word for word', async ({ page }) => {
  await page.goto('/@kt-online');
  const quiet = page
    .getByRole('article')
    .filter({ hasNotText: /comment/ })
    .first();
  await quiet.getByRole('heading').getByRole('link').click();
  await expect(page.getByText('No comments yet.', { exact: true })).toBeVisible();
});

test('A reader subscribes by mail with the keyboard alone, confirms, and leaves', async ({ page }) => {
  const address = `reader-${Date.now()}@elsewhere.example`;
  await page.goto(KT_POST);
  await tabTo(page, 'Your mail address', 'textbox');
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Look into your mail/)).toBeVisible();
  await page.goto(await linkFromMail(page, address, '/subscriptions/confirm'));
  await lookAt(page, 'confirm');
  await page.getByRole('button', { name: 'Subscribe to KT ONLINE' }).click();
  await expect(page.getByText('You are subscribed to KT ONLINE.')).toBeVisible();
  await page.goto(await linkFromMail(page, address, '/subscriptions/unsubscribe'));
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(page.getByText('No more mail of KT ONLINE will come.', { exact: true }).last()).toBeVisible();
});

test('What was typed stays in the form when it is wrong', async ({ page }) => {
  await page.goto('/@low-tide');
  await page.getByLabel('Your mail address').fill('not an address');
  // As a browser that checks nothing by itself.
  await page.getByLabel('Your mail address').evaluate((field: HTMLInputElement) => {
    if (field.form) field.form.noValidate = true;
  });
  await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
  await expect(page.getByText('This is not a mail address.')).toBeVisible();
  await expect(page.getByLabel('Your mail address')).toHaveValue('not an address');
});

test('Mai subscribes with one click and leaves in her settings', async ({ page }) => {
  await signInAs(page, 'mai-tran');
  await page.goto('/@plain-machines');
  const leave = page.getByRole('button', { name: 'Unsubscribe' });
  const join = page.getByRole('button', { name: 'Subscribe to Plain Machines' });
  await expect(leave.or(join)).toBeVisible();
  if (await leave.isVisible()) await leave.click();
  await join.click();
  await expect(page.getByText('You subscribe to Plain Machines.')).toBeVisible();
  await page.goto('/settings');
  await page.getByRole('form', { name: 'Plain Machines' }).getByRole('button').click();
  await expect(page.getByRole('link', { name: 'Plain Machines' })).toHaveCount(0);
});

test('Vietnamese and Arabic blogs speak their language, Arabic from right to left', async ({ page }) => {
  await page.goto('/@ben-song');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await lookAt(page, 'blog-vi');
  await page.goto('/@ala-mahl');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await lookAt(page, 'blog-ar');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await lookAt(page, 'post-ar');
});

test('Search, tags and what is missing are pages too', async ({ page }) => {
  await page.goto('/search?q=PIPELINE');
  await expect(page.getByRole('link', { name: /An old habit/ })).toBeVisible();
  await lookAt(page, 'search');
  await page.goto('/search?q=nothingofthesort');
  await expect(page.getByText('Nothing found').first()).toBeVisible();
  await page.goto('/tags/world');
  await lookAt(page, 'tag');
  const long = await page.request.get(`/tags/${'a'.repeat(59)}%F0%9F%98%80%F0%9F%98%80`);
  expect([long.status(), (await long.text()).includes(`${'a'.repeat(59)}😀`)]).toEqual([200, true]);
  const missing = await page.goto('/@kt-online/never-written');
  expect(missing?.status()).toBe(404);
  await lookAt(page, 'missing');
});

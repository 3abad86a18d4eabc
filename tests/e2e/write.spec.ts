import { expect, test } from '@playwright/test';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

test('Ines opens a blog, writes, previews, publishes, updates and takes back a post', async ({ page }) => {
  const complaints = listenForComplaints(page);
  const handle = `ropes-${Date.now()}`;
  await signInAs(page, 'ines');
  await page.goto('/studio/new');
  await page.getByLabel('Name').fill('Ropes & Knots');
  await page.getByLabel('Handle').fill(handle);
  await page.getByLabel('What it is about').fill('What holds, and for how long.');
  await lookAt(page, 'open-blog');
  await page.getByRole('button', { name: 'Open a blog' }).click();
  await expect(page).toHaveURL(new RegExp(`/studio/(@|%40)${handle}`));
  await page.getByRole('button', { name: 'New post' }).click();
  await page.waitForURL(/\/write\/[0-9a-f-]{36}/);
  await page.getByRole('textbox', { name: 'Title' }).fill('A knot that unties itself');
  await page.getByRole('textbox', { name: 'Standfirst' }).fill('And why nobody wanted it.');
  const body = page.getByRole('textbox', { name: 'Text', exact: true });
  await body.click();
  await page.keyboard.type('The first rope was hemp, and ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('it rotted');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(page.getByRole('menu', { name: 'Blocks' })).toBeVisible();
  await lookAt(page, 'editor-blocks');
  await page.keyboard.press('Enter');
  await page.keyboard.type('What came after');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> ');
  await page.keyboard.type('A rope is a promise.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByText(/Words: \d+/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toContainText('A rope is a promise.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('This is what readers will see.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What came after' })).toBeVisible();
  await lookAt(page, 'preview');
  await page.getByRole('link', { name: 'Back to writing' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('link', { name: 'Read it' }).click();
  await expect(page).toHaveURL(new RegExp(`${handle}/a-knot-that-unties-itself`));
  await expect(page.locator('article strong')).toHaveText('it rotted');
  await expect(page.locator('blockquote')).toContainText('A rope is a promise.');
  await expect(page.getByText('No comments yet.')).toBeVisible();
  await page.goto(`/studio/@${handle}`);
  await lookAt(page, 'studio');
  await page.getByRole('link', { name: 'A knot that unties itself', exact: true }).click();
  await page.getByRole('button', { name: 'Take back from readers' }).click();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();
  const gone = await page.goto(`/@${handle}/a-knot-that-unties-itself`);
  expect(gone?.status()).toBe(404);
  expect(complaints).toEqual([]);
});

test('Another window’s save is not overwritten, and nothing typed is lost', async ({ browser, page }) => {
  await signInAs(page, 'teo');
  await page.goto('/write');
  await page
    .getByRole('button', { name: /Write in/ })
    .first()
    .click();
  await page.waitForURL(/\/write\/[0-9a-f-]{36}/);
  const address = page.url();
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const second = await context.newPage();
  await second.goto(address);
  await second.getByRole('textbox', { name: 'Title' }).fill('From the second window');
  await expect(second.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill('From the first window');
  await expect(page.getByText('Someone changed this in the meantime.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('From the first window');
  await context.close();
});

test('Mai, who has no blog, is shown how to open one; a guest the way in', async ({ page }) => {
  await page.goto('/write');
  await expect(page).toHaveURL(/sign-in\?next=/);
  await signInAs(page, 'mai-tran');
  await page.goto('/write');
  await expect(page.getByText('Bạn chưa có blog').or(page.getByText('You have no blog yet'))).toBeVisible();
  await lookAt(page, 'write-empty');
});

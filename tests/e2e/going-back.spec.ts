import { expect, test } from '@playwright/test';
import { signInAs } from './support/person';

test('Going back after one’s own write finds the newest', async ({ page }) => {
  await signInAs(page, 'yusuf');
  await page.goto('/@plain-machines');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.waitForURL(/@plain-machines\/./);
  const said = `Counted on the way back ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  const heading = page.locator('#comments h2');
  await expect(page.getByRole('article').filter({ hasText: said }).last()).toBeVisible();
  const count = /\d+/.exec((await heading.textContent()) ?? '')?.[0] ?? 'none';
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('article').first()).toContainText(`${count} comment`);
});

test('Going back long after one’s own write, when its cookie is gone, finds it too', async ({ page }) => {
  await signInAs(page, 'yusuf');
  await page.goto('/@plain-machines');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.waitForURL(/@plain-machines\/./);
  const said = `Counted much later ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: said }).last()).toBeVisible();
  const count = /\d+/.exec((await page.locator('#comments h2').textContent()) ?? '')?.[0] ?? 'none';
  const wrote = (await page.context().cookies()).find(({ name }) => name === 'bulb-wrote');
  expect(wrote).toBeDefined();
  await page.goto('/search');
  await page.context().clearCookies({ name: 'bulb-wrote' });
  // Not known as the writer any more, one is shown what everybody is: until that has it, there is nothing to find.
  await expect.poll(async () => (await page.request.get('/@plain-machines')).text()).toContain(`${count} comment`);
  await page.evaluate(() => setTimeout(() => history.go(-2)));
  await page.waitForURL(/@plain-machines$/);
  await expect(page.getByRole('article').first()).toContainText(`${count} comment`);
});

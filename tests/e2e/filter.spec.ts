import { expect, test } from '@playwright/test';
import { KT_POST, openUntil, signInAs } from './support/person';
import { lookAt } from './support/pictures';

test('What Judit decides is learned; Ada leaves her out and takes her in again, without a script', async ({ browser, page }) => {
  const said = `Pipes for sale at my stall ${Date.now()}`;
  const writer = await (await browser.newContext()).newPage();
  await signInAs(writer, 'teo');
  await writer.goto(KT_POST);
  await writer.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await writer.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(writer.getByText('Your comment is here.')).toBeVisible();
  expect((await writer.goto('/admin/filter'))?.status()).toBe(404);
  await writer.context().close();

  await signInAs(page, 'judit');
  const comment = page.locator('article[id^="c-"]').filter({ hasText: said });
  await openUntil(page, `${KT_POST}?all=1`, comment);
  await comment.getByRole('link', { name: 'More' }).click();
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('spam');
  await page.getByRole('button', { name: 'Remove the comment' }).click();
  await page.waitForURL((url) => url.pathname === KT_POST);
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Filter' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'English' })).toContainText('Unknown');
  await expect(page.getByText('No verdict has been tried yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave out' })).toHaveCount(0);
  await lookAt(page, 'filter');

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(plain, 'ada');
  await plain.goto('/admin/filter');
  const judit = plain.getByRole('listitem').filter({ hasText: 'Judit Farkas' });
  await judit.getByRole('button', { name: 'Leave out' }).click();
  await expect(judit.getByText('Left out')).toBeVisible();
  await plain.goto('/admin/log');
  await expect(plain.getByRole('row').filter({ hasText: 'left out of the filter' }).first()).toContainText('Ada');
  await plain.goto('/admin/filter');
  await judit.getByRole('button', { name: 'Take in again' }).click();
  await expect(judit.getByText('Left out')).toHaveCount(0);
  await plain.context().close();
});

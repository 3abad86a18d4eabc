import { expect, test } from '@playwright/test';
import { KT_POST, signInAs, tabTo } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

test('Sade comments, replies and votes; all of it shows at once', async ({ page }) => {
  const complaints = listenForComplaints(page);
  const said = `The customs tables of October are out (${Date.now()}).`;
  await signInAs(page, 'sade');
  await page.goto('/@kt-online/how-to-read-a-communique');
  await page.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  const own = page.getByRole('article').filter({ hasText: said }).last();
  await expect(own).toBeVisible();
  await expect(own.getByRole('button', { name: /Vote up/ })).toBeDisabled();
  await page.goto(KT_POST);
  const other = page.locator('article[id^="c-"]').filter({ hasText: 'The pipeline is the tell' });
  const up = other.getByRole('button', { name: /Vote up/ });
  await expect(up).toHaveAttribute('aria-pressed', 'true');
  await up.click();
  await expect(up).toHaveAttribute('aria-pressed', 'false');
  await up.click();
  await expect(up).toHaveAttribute('aria-pressed', 'true');
  await other.getByRole('link', { name: 'Reply' }).click();
  const reply = `Somebody must know the Turkmen price by now (${Date.now()}).`;
  await other.getByRole('textbox', { name: 'Reply' }).fill(reply);
  await other.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByRole('article').filter({ hasText: reply }).last()).toBeVisible();
  await lookAt(page, 'discussion');
  expect(complaints).toEqual([]);
});

test('What is filtered out is counted, explained, shown by Show all and by its link', async ({ page }) => {
  await page.goto(KT_POST);
  await expect(page.getByText(/\d+ (is|are) not shown\./)).toBeVisible();
  const folded = page.getByText('A comment is left out here: more readers voted it down than up.').first();
  await expect(folded).toBeVisible();
  await page.getByText('Why?', { exact: true }).click();
  await expect(page.getByText(/careful estimate of its share of up votes below 20 in a hundred/)).toBeVisible();
  await lookAt(page, 'filter-why');
  await page.getByRole('link', { name: 'Show it' }).first().click();
  await expect(page).toHaveURL(/comment=/);
  await page.goto(KT_POST);
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page.getByText('A comment is left out here')).toHaveCount(0);
  await page.getByRole('link', { name: 'Oldest' }).click();
  await expect(page).toHaveURL(/view=oldest/);
  await expect(page.getByRole('link', { name: 'Oldest' })).toHaveAttribute('aria-current', 'page');
});

test('A guest keeps what was typed and is shown the way in', async ({ page }) => {
  await page.goto(KT_POST);
  await page.getByRole('textbox', { name: 'Your comment' }).fill('I have a question.');
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Sign in first. What you typed is kept here.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toHaveValue('I have a question.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toHaveValue('I have a question.');
});

test('What Teo typed is not shown to who uses the device next; signing out forgets it', async ({ page }) => {
  const words = 'Typed by Teo and not sent.';
  const composer = page.getByRole('textbox', { name: 'Your comment' });
  const kept = () => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('comment ')));
  await signInAs(page, 'teo');
  await page.goto(KT_POST);
  await composer.fill(words);
  await expect.poll(async () => (await kept()).map(([, said]) => said)).toEqual([words]);
  await page.reload();
  await expect(composer).toHaveValue(words);
  // His session ends without his signing out.
  await page.context().clearCookies();
  await signInAs(page, 'sade');
  await page.goto(KT_POST);
  await expect(page.locator('header summary')).toBeVisible();
  await expect(composer).toHaveValue('');
  await composer.fill('Typed by Sade.');
  await expect.poll(async () => (await kept()).map(([, said]) => said).sort()).toEqual(['Typed by Sade.', words]);
  await page.context().clearCookies();
  await signInAs(page, 'teo');
  await page.goto(KT_POST);
  await expect(composer).toHaveValue(words);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('/');
  expect(await kept()).toEqual([]);
});

test('Teo edits, then withdraws his comment with the keyboard; he mutes someone and unmutes them', async ({ page }) => {
  const said = `A line that I shall take back ${Date.now()}`;
  await signInAs(page, 'teo');
  await page.goto('/@low-tide');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  const own = page.locator('article[id^="c-"]').filter({ hasText: said });
  await own.getByRole('link', { name: 'More' }).click();
  await lookAt(page, 'own-comment');
  await page.getByRole('textbox', { name: 'Text' }).fill(`${said}, changed`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await tabTo(page, 'Withdraw it', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Comment withdrawn')).toBeVisible();
  await page.goto(KT_POST);
  const other = page.locator('article[id^="c-"]').filter({ hasText: 'The pipeline is the tell' });
  await other.getByRole('link', { name: 'More' }).click();
  await lookAt(page, 'other-comment');
  await page.getByRole('button', { name: /^Mute/ }).click();
  await expect(page.getByRole('button', { name: 'Show this person again' })).toBeVisible();
  const hers = page.url();
  await page.goto(KT_POST);
  // No number of replies counts what she wrote either; where she wrote nothing it stands.
  const summaries = page.locator('article + details > summary');
  await expect(summaries.filter({ hasText: /^Replies$/ })).not.toHaveCount(0);
  const counted = summaries.filter({ hasText: /^\d/ });
  await expect(counted).not.toHaveCount(0);
  for (const { branch } of await counted.evaluateAll((all) => all.map((one) => ({ branch: one.parentElement?.textContent }))))
    expect(branch).not.toContain('You muted this person');
  await lookAt(page, 'muted-replies');
  await page.goto(hers);
  await page.getByRole('button', { name: 'Show this person again' }).click();
  await expect(page.getByRole('button', { name: /^Mute/ })).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test('What is pressed in a thread is as high as a fingertip', async ({ page }) => {
    await page.goto(KT_POST);
    const pressed = page.locator('#comments').locator('.comment-foot > *, .comment-head a, article + details > summary');
    await expect.poll(() => pressed.count()).toBeGreaterThan(20);
    const low = await pressed.evaluateAll((all) =>
      all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(low).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

import { expect, type Page, test } from '@playwright/test';
import { KT_POST, openUntil, signInAs } from './support/person';
import { lookAt } from './support/pictures';

test('A newcomer’s comment waits; Judit approves one and removes another, and the log says so', async ({ browser, page }) => {
  const good = `Which tables are these, please? ${Date.now()}`;
  const bad = `My cousin sells better ones ${Date.now()}`;
  const newcomer = await (await browser.newContext()).newPage();
  await signInAs(newcomer, 'mai-tran');
  await newcomer.goto(KT_POST);
  for (const said of [good, bad]) {
    await newcomer.getByRole('textbox', { name: 'Your comment' }).fill(said);
    await newcomer.getByRole('button', { name: 'Post', exact: true }).first().click();
    await expect(newcomer.getByText('Thank you. A moderator looks at it before others see it.')).toBeVisible();
    await expect(newcomer.getByText(said)).toBeVisible();
    await newcomer.reload();
  }
  await expect(newcomer.getByText('Only you see this until a moderator looks at it.').first()).toBeVisible();
  await signInAs(page, 'judit');
  await page.goto(KT_POST);
  await expect(page.getByText(good)).toHaveCount(0);
  await page.goto('/admin');
  await lookAt(page, 'queue');
  const item = (said: string) => page.getByRole('article').filter({ hasText: said });
  await item(good).getByRole('button', { name: 'Approve' }).click();
  await expect(item(good)).toHaveCount(0);
  await item(bad).getByText('Remove', { exact: true }).click();
  await item(bad).getByRole('button', { name: 'Remove the comment' }).click();
  await expect(item(bad).getByText('This is needed.')).toBeVisible();
  await item(bad).getByRole('radio', { name: 'Spam' }).check();
  await item(bad).getByRole('button', { name: 'Remove the comment' }).click();
  await expect(item(bad)).toHaveCount(0);
  // Folded at once, and saved behind it.
  await expect(page.locator('[data-standing="done"]')).toHaveCount(2);
  await page.goto('/admin/log');
  await expect(page.getByRole('row').filter({ hasText: 'Judit Farkas' }).first()).toContainText('spam');
  await lookAt(page, 'log');
  await page.goto(KT_POST);
  await expect(page.getByText(good)).toBeVisible();
  await expect(page.getByText(bad)).toHaveCount(0);
  await newcomer.goto(KT_POST);
  await expect(newcomer.getByText('A moderator removed this.').first()).toBeVisible();
  await newcomer.context().close();
});

test('Ada, the admin, removes a shown comment and gives a role; others find no such page', async ({ browser, page }) => {
  const said = `A remark for the admin ${Date.now()}`;
  const writer = await (await browser.newContext()).newPage();
  await signInAs(writer, 'teo');
  await writer.goto(KT_POST);
  await writer.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await writer.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(writer.getByText('Your comment is here.')).toBeVisible();
  expect((await writer.goto('/admin/people'))?.status()).toBe(404);
  await signInAs(page, 'ada');
  const comment = page.locator('article[id^="c-"]').filter({ hasText: said });
  await openUntil(page, `${KT_POST}?all=1`, comment);
  await comment.getByRole('link', { name: 'More' }).click();
  await lookAt(page, 'comment-admin');
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('off_topic');
  await page.getByRole('button', { name: 'Remove the comment' }).click();
  await page.waitForURL((url) => url.pathname === KT_POST);
  await expect(page.getByText(said)).toHaveCount(0);
  await page.goto('/admin/people?q=pavel');
  await lookAt(page, 'people');
  await page.getByRole('combobox', { name: /Role of Pavel/ }).selectOption('moderator');
  await page.getByRole('form', { name: /Pavel/ }).getByRole('button', { name: 'Save' }).click();
  // The answer leads to the list of who moderates.
  await page.waitForURL('/admin/people');
  await page.goto('/admin/log');
  await expect(page.getByRole('row').filter({ hasText: 'role changed' }).first()).toBeVisible();
  await writer.context().close();
});

test('Judit keeps what Sade was right to report, the log says so, and her own comment is for another', async ({ browser, page }) => {
  const said = `Weights are for those who can count ${Date.now()}`;
  const own = `I can count ${Date.now()}`;
  const fair = `Five weights lie on that quay ${Date.now()}`;
  const someone = async (handle: string) => {
    const their = await (await browser.newContext()).newPage();
    await signInAs(their, handle);
    return their;
  };
  const say = async (who: Page, words: string) => {
    await who.goto(KT_POST);
    await who.getByRole('textbox', { name: 'Your comment' }).fill(words);
    await who.getByRole('button', { name: 'Post', exact: true }).first().click();
    await expect(who.getByText('Your comment is here.')).toBeVisible();
  };
  const [writer, reporter] = [await someone('yusuf'), await someone('sade')];
  await signInAs(page, 'judit');
  await say(writer, said);
  await say(writer, fair);
  await say(page, own);
  for (const words of [said, own, fair]) {
    await reporter.goto(`${KT_POST}?view=newest`);
    await reporter.locator('article[id^="c-"]').filter({ hasText: words }).getByRole('link', { name: 'More' }).click();
    await reporter.getByRole('combobox', { name: 'Reason' }).selectOption('unkind');
    await reporter.getByRole('button', { name: 'Report it' }).click();
    await expect(reporter.getByText('Thank you. A moderator will look at it.')).toBeVisible();
  }
  await page.goto('/admin?tab=reported');
  // Each stands around the others, too: an item is known by its own words.
  const itemOn = (where: Page, words: string) =>
    where.getByRole('article').filter({ has: where.locator('.bg-amber-wash').filter({ hasText: words }) });
  const item = (words: string) => itemOn(page, words);
  await expect(item(own).getByText('This is your own comment: another moderator must decide.')).toBeVisible();
  await expect(item(own).getByRole('button')).toHaveCount(0);
  await lookAt(page, 'queue-reported');
  // A key does what the button does; without scripts the button is a form's.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(plain, 'ada');
  await plain.goto('/admin?tab=reported');
  await itemOn(plain, fair).getByRole('button', { name: 'Approve, reports meant to harm' }).click();
  await expect(plain.getByText('One comment is approved.')).toBeVisible();
  await item(said).focus();
  await page.keyboard.press('l');
  await expect(item(said)).toHaveCount(0);
  await expect(page.locator('[data-standing="done"]').filter({ hasText: 'Kept, reports upheld:' })).toHaveCount(1);
  await page.goto('/moderation');
  await expect(page.getByText('kept, reports upheld').first()).toBeVisible();
  await expect(page.getByText('approved, reports meant to harm').first()).toBeVisible();
  await lookAt(page, 'moderation-log-measures');
  // The log and the table of trust speak each of the interface's languages, at an address of its own.
  for (const [path, title, name] of [
    ['/moderation', 'سجل الإشراف', 'moderation-log-ar'],
    ['/trust', 'ما تتطلبه الثقة وما تتيحه', 'trust-ar'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('link', { name: 'العربية' }).click();
    await expect(page).toHaveURL(`${path}/ar`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await lookAt(page, name);
    expect((await page.request.get(`${path}/de`)).status()).toBe(404);
  }
  await reporter.goto(`${KT_POST}?view=newest`);
  await expect(reporter.getByText(said)).toBeVisible();
  for (const one of [writer, reporter, plain]) await one.context().close();
});

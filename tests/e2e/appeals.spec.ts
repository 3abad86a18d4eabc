import { expect, type Page, test } from '@playwright/test';
import { openUntil, signInAs } from './support/person';
import { lookAt } from './support/pictures';

// Where no other journey writes: the thread is counted.
const POST = '/@kt-online/sleeping-across-three-gauges';

/** The count that the thread's head says, and its comments in their places. */
async function threadOf(page: Page): Promise<{ count: string | null; ids: (string | null)[] }> {
  await page.goto(`${POST}?view=newest`);
  const ids = await page.locator('article[id^="c-"]').evaluateAll((all) => all.map(({ id }) => id));
  return { count: await page.getByRole('heading', { name: /^\d+ comments?$/ }).textContent(), ids };
}

test('A report, a removal, an appeal and the way back, between four people', async ({ browser, page }) => {
  test.setTimeout(180_000);
  const said = `The third weight was always light ${Date.now()}`;
  const pleaded = `My aunt sold by it for years ${Date.now()}`;
  const note = `Nobody weighs rumours here ${Date.now()}`;
  const someone = async (handle: string) => {
    const own = await (await browser.newContext()).newPage();
    await signInAs(own, handle);
    return own;
  };
  const writer = await someone('teo');
  await writer.goto(POST);
  await writer.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await writer.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(writer.getByText('Your comment is here.')).toBeVisible();

  const reporter = await someone('sade');
  const shown = reporter.locator('article[id^="c-"]').filter({ hasText: said });
  await openUntil(reporter, `${POST}?view=newest`, shown);
  const id = ((await shown.getAttribute('id')) ?? '').slice(2);
  await reporter.goto(`/comments/${id}`);
  await reporter.getByRole('combobox', { name: 'Reason' }).selectOption('off_topic');
  await reporter.getByRole('button', { name: 'Report it' }).click();
  await expect(reporter.getByText('Thank you. A moderator will look at it.')).toBeVisible();

  const before = await threadOf(reporter);
  expect(before.ids).toContain(`c-${id}`);
  const judit = await someone('judit');
  await judit.goto(`/comments/${id}`);
  await judit.getByRole('combobox', { name: 'Reason' }).selectOption('off_topic');
  await judit.getByRole('textbox', { name: 'Words to the person' }).fill(note);
  await judit.getByRole('button', { name: 'Remove the comment' }).click();
  await judit.waitForURL((url) => url.pathname === POST);

  await expect.poll(async () => (await threadOf(reporter)).ids).toEqual(before.ids.filter((one) => one !== `c-${id}`));
  expect((await threadOf(reporter)).count).not.toBe(before.count);

  await writer.goto(`/comments/${id}`);
  await expect(writer.getByText('A moderator decided this.')).toBeVisible();
  await expect(writer.getByText('The rule: Off the subject')).toBeVisible();
  await expect(writer.getByText(note)).toBeVisible();
  await expect(writer.getByText(/You may appeal until/)).toBeVisible();
  await lookAt(writer, 'appeal-form');
  await writer.getByRole('textbox', { name: 'Why should it be shown again?' }).fill(pleaded);
  await writer.getByRole('button', { name: 'Appeal' }).click();
  await expect(writer.getByText(/Your receipt: [0-9A-F]{4}-[0-9A-F]{4}/)).toBeVisible();
  await lookAt(writer, 'appeal-receipt');

  await judit.goto('/admin/appeals');
  const refused = judit.getByRole('article').filter({ hasText: pleaded });
  await expect(refused.getByText('You decided this first: another moderator must answer.')).toBeVisible();
  await expect(refused.getByRole('button')).toHaveCount(0);
  await lookAt(judit, 'appeals-first');

  await signInAs(page, 'ada');
  await page.goto('/admin/appeals');
  const waiting = page.getByRole('article').filter({ hasText: pleaded });
  await lookAt(page, 'appeals');
  await waiting.getByRole('combobox', { name: 'Answer' }).selectOption('upheld');
  await waiting.getByRole('button', { name: 'Answer the appeal' }).click();
  await expect(waiting.getByText('This is needed.')).toBeVisible();
  await waiting.getByRole('combobox', { name: 'Answer' }).selectOption('reversed');
  await waiting.getByRole('textbox', { name: 'Words to the person' }).fill('You are right.');
  await waiting.getByRole('button', { name: 'Answer the appeal' }).click();
  await expect(waiting).toHaveCount(0);

  await writer.reload();
  await expect(writer.getByText(/Your comment is shown again where it stood/)).toBeVisible();
  await lookAt(writer, 'appeal-reversed');
  await expect.poll(() => threadOf(reporter)).toEqual(before);
  await expect(reporter.getByText(said)).toBeVisible();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(POST);
  await stranger.getByRole('link', { name: 'Moderation log' }).click();
  await expect(stranger.getByText('appeal granted: shown again').first()).toBeVisible();
  await expect(stranger.getByText('moderator of the site').first()).toBeVisible();
  const html = await stranger.content();
  for (const secret of [said, pleaded, note, 'You are right.', 'Teo', 'Judit', 'Ada Lindqvist', 'Sade']) expect(html).not.toContain(secret);
  await lookAt(stranger, 'moderation-log');
  for (const one of [writer, reporter, judit, stranger]) await one.context().close();
});

import { type Browser, expect, type Page, test } from '@playwright/test';
import { showComments } from './support/database';
import { linkFromMail } from './support/mail';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

// A town of its own: who is banned here writes in other journeys.
const port = 27_200 + Math.floor(Math.random() * 700);
const data = ownTown(port);

const POST = '/@kt-online/the-price-of-rice-in-five-hands';
const SLUG = POST.split('/').at(-1) ?? '';
const MANY = 640;

const someone = async (browser: Browser, handle: string): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: `http://localhost:${port}` })).newPage();
  await signInAs(page, handle);
  return page;
};

const sweepForm = (page: Page) => page.getByRole('form', { name: 'Ban and remove' });

test('Judit bans Teo and removes his week, sees how far it is, and takes all of it back', async ({ browser, page }) => {
  await showComments(
    data(),
    SLUG,
    'teo',
    Array.from({ length: MANY }, (_, nth) => `Cheap rice, number ${nth}`),
  );
  const reader = await (await browser.newContext({ baseURL: `http://localhost:${port}` })).newPage();
  await reader.goto(`${POST}?view=newest`);
  await expect(reader.getByText('Cheap rice, number 3', { exact: true })).toBeVisible();
  const complaints = listenForComplaints(page);
  await signInAs(page, 'judit');
  await page.goto('/admin/people/teo');
  await lookAt(page, 'person');
  await sweepForm(page).getByRole('spinbutton', { name: 'Remove comments of how many days' }).fill('31');
  await sweepForm(page).getByRole('button', { name: 'Ban, remove and tell them' }).click();
  await expect(sweepForm(page).getByText('This is needed.')).toBeVisible();
  await sweepForm(page).getByRole('spinbutton').fill('7');
  await sweepForm(page).getByRole('combobox', { name: 'Reason' }).selectOption('spam');
  await sweepForm(page).getByRole('textbox', { name: 'Words to the person' }).fill('Six hundred times the same rice.');
  await sweepForm(page).getByRole('button', { name: 'Ban, remove and tell them' }).click();
  const bar = page.getByRole('progressbar');
  await expect(bar).toBeVisible();
  await expect.poll(() => bar.evaluate((one: HTMLProgressElement) => one.value)).toBeGreaterThan(0);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `test-results/pictures/sweep-running-${width}.png` });
  }
  const removed = page.getByText(/^Removed: \d+ of \d+$/);
  await expect(removed).toBeVisible({ timeout: 60_000 });
  const count = Number(/\d+/.exec((await removed.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThanOrEqual(MANY);
  await lookAt(page, 'sweep-done');
  await reader.goto(`${POST}?view=newest`);
  await expect(reader.getByText(/Cheap rice, number/)).toHaveCount(0);
  await reader.goto('/moderation');
  await expect(reader.getByText(`${count} comments removed`)).toBeVisible();
  await expect(reader.getByText('a person, on the whole site')).toBeVisible();
  await lookAt(reader, 'moderation-log-people');
  await page.goto('/admin/log');
  await expect(page.getByRole('row').filter({ hasText: `banned, ${count} comments removed` })).toHaveCount(1);
  await page.goto('/admin/people/teo');
  await page.getByRole('button', { name: 'Take back the ban and the removals' }).click();
  await expect(page.getByText(/^Giving back: \d+ of \d+$/)).toBeVisible();
  await page.screenshot({ path: 'test-results/pictures/sweep-undoing-1280.png' });
  await expect(page.getByText(`Given back: ${count} of ${count}`)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Nothing.')).toBeVisible();
  await lookAt(page, 'sweep-undone');
  await reader.goto(`${POST}?view=newest`);
  await expect(reader.getByText('Cheap rice, number 3', { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
  await reader.context().close();
});

test('Teo, banned, signs in and appeals; Judit may not answer, Ada gives it back', async ({ browser, page }) => {
  const judit = await someone(browser, 'judit');
  await judit.goto('/admin/people/teo');
  await sweepForm(judit).getByRole('combobox', { name: 'Reason' }).selectOption('spam');
  await sweepForm(judit).getByRole('textbox', { name: 'Words to the person' }).fill('Again.');
  await sweepForm(judit).getByRole('button', { name: 'Ban, remove and tell them' }).click();
  await expect(judit.getByText(/^Removed: \d+ of \d+$/)).toBeVisible({ timeout: 60_000 });

  const link = await linkFromMail(page, 'teo@town.example', '/settings');
  expect(link).toContain('/settings#standing');
  await signInAs(page, 'teo');
  await page.goto(POST);
  await page.getByRole('textbox', { name: 'Your comment' }).fill('May I say one more thing?');
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('You are banned and cannot write. Your settings say why.')).toBeVisible();
  await page.goto('/settings#standing');
  await expect(page.getByText(/You may appeal until/)).toBeVisible();
  await lookAt(page, 'standing-banned');
  await page.getByRole('textbox', { name: 'Why should it be taken back?' }).fill('It was my cousin at my telephone.');
  await page.getByRole('button', { name: 'Appeal' }).click();
  await expect(page.getByText(/Your receipt: [0-9A-F]{4}-[0-9A-F]{4}/)).toBeVisible();
  await lookAt(page, 'standing-appealed');

  await judit.goto('/admin');
  await expect(judit.getByRole('navigation', { name: 'Queues' }).getByRole('link')).toHaveText([/^Held/, /^Reported/, 'Appeals 0', 'All']);
  await judit.getByRole('link', { name: 'Appeals 0' }).click();
  await expect(judit.getByText('You decided this first: another moderator must answer.')).toBeVisible();
  await lookAt(judit, 'appeals-tab-barred');

  const ada = await someone(browser, 'ada');
  await ada.goto('/admin');
  await ada.getByRole('link', { name: 'Appeals 1' }).click();
  const waiting = ada.getByRole('article').filter({ hasText: 'It was my cousin' });
  await expect(waiting.getByText('Banned in BULB')).toBeVisible();
  await lookAt(ada, 'appeals-tab');
  await waiting.getByRole('combobox', { name: 'Answer' }).selectOption('reversed');
  await waiting.getByRole('textbox', { name: 'Words to the person' }).fill('Mind your telephone.');
  await waiting.getByRole('button', { name: 'Answer the appeal' }).click();
  await expect(ada.getByText('No appeal waits')).toBeVisible();
  await ada.goto('/admin/people/teo');
  await expect(ada.getByText(/^Given back: (\d+) of \1$/).first()).toBeVisible({ timeout: 60_000 });

  await page.reload();
  await expect(page.getByText(/The decision is taken back/)).toBeVisible();
  await expect(page.getByText('Nothing is held against you.')).toBeVisible();
  await lookAt(page, 'standing-reversed');
  await page.goto(`${POST}?view=newest`);
  await expect(page.getByText('Cheap rice, number 3', { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Thank you for looking again.');
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('You are banned')).toHaveCount(0);
  for (const one of [judit, ada]) await one.context().close();
});

test('Salma, in Arabic, bans in her blog; on a phone nothing is wider than the screen', async ({ page }) => {
  await signInAs(page, 'salma');
  await page.goto('/admin/people/fastcoin88');
  await lookAt(page, 'person-ar');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Judit bans and removes, looks how far it is, and takes it back', async ({ page }) => {
    await showComments(
      data(),
      SLUG,
      'pavel-m',
      Array.from({ length: 320 }, (_, nth) => `Five hands, number ${nth}`),
    );
    await signInAs(page, 'judit');
    await page.goto('/admin/people/pavel-m');
    await sweepForm(page).getByRole('combobox', { name: 'Reason' }).selectOption('other');
    await sweepForm(page).getByRole('button', { name: 'Ban, remove and tell them' }).click();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(async () => {
      const look = page.getByRole('link', { name: 'See how far it is' });
      if ((await look.count()) > 0) await look.click();
      await expect(page.getByText(/^Removed: \d+ of \d+$/)).toBeVisible({ timeout: 700 });
    }).toPass({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Take back the ban and the removals' }).click();
    await expect(async () => {
      await page.goto('/admin/people/pavel-m');
      await expect(page.getByText(/^Given back: (\d+) of \1$/)).toBeVisible({ timeout: 700 });
    }).toPass({ timeout: 60_000 });
  });
});

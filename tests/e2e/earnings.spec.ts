import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { WEEKS } from '../factories/town/readers';
import { doJob, lastAudit } from './support/earning';
import { linkFromMail } from './support/mail';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

// A town of its own: its disputes and what a point is worth are looked at.
const port = 24_800 + Math.floor(Math.random() * 700);
const data = ownTown(port);

/** Points as the pages write them, in thousandths. */
const amountIn = (text: string | null): number => Number((text ?? '').replace(/[^\d.−-]/g, '').replace('−', '-')) * 1_000;

test('A stranger reads how earning works, with the pool of now and the weeks that were', async ({ page, request }) => {
  const complaints = listenForComplaints(page);
  await page.goto('/earn');
  // At night all is counted again; the page that was kept until then says the chain's head from there on.
  await doJob(data(), 'ledger.audit');
  const { sealed, head } = await lastAudit(data());
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByText(`${sealed.toLocaleString('en')} transactions sealed in a chain`).count();
    })
    .toBe(1);
  await expect(page.getByRole('heading', { name: 'How earning works' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'From reading to points' })).toBeVisible();
  await expect(page.getByText(`Week ${WEEKS + 1}, from`)).toBeVisible();
  const weeks = page.getByRole('table', { name: 'The last weeks' });
  await expect(weeks.getByRole('row')).toHaveCount(1 + 2 * WEEKS);
  await expect(page.getByRole('heading', { name: 'What no rule can stop' })).toBeVisible();
  await expect(page.getByText('1.06 times their price')).toBeVisible();
  const digest = await page
    .getByText(/^[0-9a-f]{64}$/)
    .nth(1)
    .textContent();
  const output = await request.get(`/api/epochs/${WEEKS}/output`);
  expect(Buffer.from(digest ?? '', 'hex').toString('base64')).toBe(/:(.*):/.exec(output.headers()['repr-digest'] ?? '')?.[1]);
  await expect(page.getByText(head)).toBeVisible();
  await lookAt(page, 'earn');
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page).toHaveURL(/\/earn\/ar$/);
  await expect(page.getByRole('heading', { name: 'كيف يعمل الكسب' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  await lookAt(page, 'earn-ar');
  expect((await request.get('/earn/xx')).status()).toBe(404);
  expect(complaints).toEqual([]);
});

test('Ines sees her statement tie out, takes it home, and finds where her reading went', async ({ page }) => {
  await signInAs(page, 'ines');
  await page.goto('/');
  await page.getByLabel(/^Your menu/).click();
  await page.getByRole('link', { name: 'Earnings' }).click();
  await expect(page).toHaveURL(/\/earnings$/);
  await expect(page.getByRole('heading', { name: 'Earnings', exact: true })).toBeVisible();
  await expect(page.getByText('an estimate')).toBeVisible();
  const statement = page.getByRole('table', { name: `Statement of week ${WEEKS}` });
  const points = await statement
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => row.lastElementChild?.textContent ?? ''));
  const amounts = points.map(amountIn);
  const closing = amounts.pop() ?? Number.NaN;
  expect(amounts.length).toBeGreaterThan(2);
  expect(Math.round(amounts.reduce((all, one) => all + one, 0))).toBe(Math.round(closing));
  await expect(statement.getByText('Released from pending')).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Where your reading went' })).toBeVisible();
  await expect(page.getByText(/min left out: /).first()).toBeVisible();
  await lookAt(page, 'earnings-writer');
  for (const ending of ['CSV', 'JSON']) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: `Download ${ending}` }).click();
    const text = readFileSync(await (await waiting).path(), 'utf8');
    expect(text).toContain(ending === 'CSV' ? 'closing,' : '"unit": "0.001 points"');
    const own = await page.request.get(`/earnings/${WEEKS}/statement.${ending.toLowerCase()}`);
    expect(own.headers()['cache-control']).toBe('private, no-store');
  }
  await page.goto('/earnings/5');
  await expect(page.getByRole('table', { name: 'Statement of week 5' }).getByText('Released from pending')).toBeVisible();
  await page.goto('/earnings/999');
  await expect(page.getByText('Nothing is here')).toBeVisible();
});

test('A file of a statement is its person’s alone', async ({ request }) => {
  for (const ending of ['csv', 'json']) {
    const asked = await request.get(`/earnings/${WEEKS}/statement.${ending}`, { maxRedirects: 0 });
    expect([asked.status(), asked.headers()['cache-control']]).toEqual([303, 'private, no-store']);
  }
});

test('Ines disputes a reading that was left out; Ada answers, and the answer stands on the statement', async ({ browser, page }) => {
  await signInAs(page, 'ines');
  await page.goto('/earnings');
  const lines = page.getByRole('table', { name: 'Where your reading went' }).getByRole('row');
  const line = lines.filter({ hasText: 'left out:' }).filter({ hasText: 'Dispute this line' }).first();
  await line.getByText('Dispute this line').click();
  await line.getByRole('button', { name: 'Send the dispute' }).click();
  await expect(line.getByText('Something is missing or wrong. What you typed is kept.')).toBeVisible();
  await line.getByLabel('What is wrong').selectOption('not-counted');
  await line.getByLabel('In your words').fill('I read all of it, on the ferry.');
  await lookAt(page, 'earnings-dispute');
  await line.getByRole('button', { name: 'Send the dispute' }).click();
  await expect(page.getByText('Your dispute waits for an answer')).toBeVisible();

  const theirs = await browser.newContext();
  const ada = await theirs.newPage();
  await signInAs(ada, 'ada');
  await ada.goto('/admin/earnings/disputes');
  const item = ada.getByRole('article', { name: 'Ines Duarte' });
  await expect(item.getByText('I read all of it, on the ferry.')).toBeVisible();
  await lookAt(ada, 'admin-disputes');
  await item.getByLabel('Your answer').selectOption('upheld');
  await item.getByLabel('Words to the person').fill('The marks are those of a slow connection.');
  await item.getByRole('button', { name: 'Answer' }).click();
  await expect(ada.getByText('No dispute waits')).toBeVisible();
  await ada.goto('/admin/log');
  await expect(ada.getByText('dispute of a statement upheld')).toBeVisible();
  await theirs.close();

  await page.reload();
  await expect(page.getByText('Your dispute was upheld')).toBeVisible();
  await expect(page.getByText('The answer: The marks are those of a slow connection.')).toBeVisible();
  await lookAt(page, 'earnings-answered');
  await linkFromMail(page, 'ines@town.example', `/earnings/${WEEKS}`);
  await page.goto('/notifications');
  await expect(page.getByText(`Your dispute about week ${WEEKS} was upheld`)).toBeVisible();
  await lookAt(page, 'notifications-dispute');
});

test('Khanh sees what his blog’s posts earned by post and by day, and why it changed; Judit, who moderates it, does not', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'khanh');
  await page.goto('/studio/@kt-online');
  await page.getByRole('link', { name: 'Earnings', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Earnings of posts' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'By post' }).getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('table', { name: 'By day' }).getByRole('row').nth(1)).toBeVisible();
  // Why it changed is told where both weeks may tell of the same posts; of the latest two it may not.
  const why = page.getByText(/since week \d+, mostly because/);
  for (let week = WEEKS; week > 1 && (await why.count()) === 0; week -= 1) {
    await page.getByRole('link', { name: `Week ${week}` }).click();
    await expect(page).toHaveURL(new RegExp(`week=${week}$`));
    await expect(page.getByRole('heading', { name: new RegExp(`^Week ${week}:`) })).toBeVisible();
  }
  await expect(why).toBeVisible();
  await lookAt(page, 'studio-earnings');
  const theirs = await browser.newContext();
  const judit = await theirs.newPage();
  await signInAs(judit, 'judit');
  await judit.goto('/studio/@kt-online/earnings');
  await expect(judit.getByText('Nothing is here')).toBeVisible();
  await theirs.close();
});

test('What a point is worth stands beside points with its date once Ada sets it, and nowhere before', async ({ page, browser }) => {
  const theirs = await browser.newContext();
  const stranger = await theirs.newPage();
  await stranger.goto('/earn');
  await expect(stranger.getByText('at the value of')).toHaveCount(0);
  await signInAs(page, 'ada');
  await page.goto('/admin/earnings/worth');
  await page.getByLabel('One point').fill('0.002x');
  await page.getByRole('button', { name: 'Set' }).click();
  await expect(page.getByText('This is not right.')).toBeVisible();
  await page.getByLabel('One point').fill('0.002');
  await page.getByRole('button', { name: 'Set' }).click();
  await expect(page.getByRole('table', { name: 'All that was set' }).getByText('$0.002')).toBeVisible();
  await lookAt(page, 'admin-worth');
  await expect(async () => {
    await stranger.reload();
    await expect(stranger.getByText(/≈ \$[\d,.]+ at the value of/).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await signInAs(stranger, 'sade');
  await stranger.goto('/earnings');
  await expect(stranger.getByText(/at the value of/).first()).toBeVisible();
  await lookAt(stranger, 'earnings-worth');
  expect((await stranger.goto('/admin/earnings/worth'))?.status()).toBe(404);
  await theirs.close();
});

test('Yusuf reads his statement from right to left; Mai, who joined today, is told why she has none', async ({ page, browser }) => {
  await signInAs(page, 'yusuf');
  await page.goto('/earnings');
  await expect(page.getByRole('heading', { name: 'الأرباح' })).toBeVisible();
  await lookAt(page, 'earnings-ar');
  const theirs = await browser.newContext();
  const mai = await theirs.newPage();
  await signInAs(mai, 'mai-tran');
  await mai.goto('/earnings');
  await expect(mai.getByText('No statement yet')).toBeVisible();
  await expect(mai.getByText(/You have not said yet/)).toBeVisible();
  await lookAt(mai, 'earnings-none');
  await theirs.close();
});

test('Without JavaScript a line is disputed too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, 'le-an');
  await page.goto('/earnings');
  const line = page
    .getByRole('table', { name: `Bản kê tuần ${WEEKS}` })
    .getByRole('row')
    .filter({ hasText: 'Khiếu nại' })
    .first();
  await line.getByText('Khiếu nại dòng này').first().click();
  await line.getByLabel('Điều gì sai').selectOption('wrong-amount');
  await line.getByLabel('Bằng lời của bạn').fill('Tôi nghĩ phải nhiều hơn.');
  await line.getByRole('button', { name: 'Gửi khiếu nại' }).click();
  await expect(page.getByText('Khiếu nại của bạn đang chờ trả lời')).toBeVisible();
  await context.close();
});

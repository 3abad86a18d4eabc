import { type Browser, expect, type Page, test } from '@playwright/test';
import { wallet } from '../factories/solana';
import { letCoolOff, onChain } from './support/chain';
import { townClient } from './support/database';
import { availableTo } from './support/earning';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';
import { giveWallet } from './support/wallet';

// A town of its own: its rails are turned on, and its chain is looked at.
const port = 25_600 + Math.floor(Math.random() * 700);
const dataOf = ownTown(port);
const own = wallet();

async function run(text: string, values: unknown[] = []): Promise<void> {
  const client = await townClient(dataOf());
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** So many points that somebody of the town has earned, in thousandths. */
async function earn(handle: string, points: number): Promise<void> {
  await run(
    `WITH own AS (
       INSERT INTO earning_account ("memberId", code) SELECT id, gen_random_uuid() FROM member WHERE handle = $1
       ON CONFLICT ("memberId") DO UPDATE SET code = earning_account.code RETURNING code
     ), codes AS (SELECT 'user:' || code || ':available' AS code FROM own),
     opened AS (
       SELECT ledger.open_accounts(ARRAY['issued:points'], 'POINT', 'debit')::text, ledger.open_accounts(ARRAY[code], 'POINT', 'credit')::text, code FROM codes
     )
     SELECT ledger.post(gen_random_uuid(), 'release', ARRAY['issued:points', code], ARRAY[-$2::bigint, $2::bigint]) FROM opened`,
    [handle, points],
  );
}

/** A page of its own for somebody of the town. */
async function as(browser: Browser, handle: string, more: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: `http://localhost:${port}`, locale: 'en-GB', ...more })).newPage();
  await signInAs(page, handle);
  return page;
}

test('Ada turns a rail on; Mai links her wallet, asks, is looked at, and is paid on the chain', async ({ browser }) => {
  const ada = await as(browser, 'ada');
  const complaints = listenForComplaints(ada);
  await earn('mai-tran', 125_500);
  const mai = await as(browser, 'mai-tran');
  await mai.goto('/earnings/payouts');
  await expect(mai.getByText('125.5 points are available.')).toBeVisible();
  await expect(mai.getByText('Payouts are off')).toBeVisible();
  await lookAt(mai, 'payouts-off');

  await ada.goto('/admin');
  await ada.getByRole('link', { name: 'Payouts' }).click();
  await expect(ada.getByText('It pays on the demo chain')).toBeVisible();
  await ada.getByText('Set it').nth(1).click();
  const form = ada.getByRole('form', { name: 'Solana wallet' });
  await form.getByLabel('Unit').fill('DEMO');
  await form.getByLabel('What 1,000 points are worth').fill('2.5');
  await form.getByLabel('Least points of a payout').fill('10');
  await form.getByLabel('Most that goes out in a day').fill('1000');
  await form.getByLabel('Ask for a verified identity').uncheck();
  await form.getByLabel('Ask for a tax form').uncheck();
  await form.getByLabel('Payouts go out this way').check();
  await form.getByRole('button', { name: 'Save' }).click();
  // Which countries was not said: nothing is saved, and what was typed and ticked stays.
  await expect(form.getByText('This is needed.')).toBeVisible();
  await expect(form.getByLabel('Unit')).toHaveValue('DEMO');
  await expect(form.getByLabel('Payouts go out this way')).toBeChecked();
  await expect(form.getByLabel('Ask for a tax form')).not.toBeChecked();
  await lookAt(ada, 'payouts-admin-setting');
  await form.getByLabel('Countries').fill('VN');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Saved.')).toBeVisible();

  await giveWallet(mai, own);
  await mai.goto('/earnings/payouts');
  await expect(mai.getByText('This is the demo chain')).toBeVisible();
  await expect(mai.getByText('Now they would be 0.31375 DEMO.')).toBeVisible();
  await mai.getByLabel('Country, two letters').fill('vn');
  await mai.getByRole('button', { name: 'Save' }).click();
  await expect(mai.getByLabel('Country, two letters')).toHaveValue('VN');
  await lookAt(mai, 'payouts-gates');
  await mai.getByRole('button', { name: 'Use Test Wallet' }).click();
  await expect(mai.getByText(`localhost:${port} wants you to sign in with your Solana account:`)).toBeVisible();
  await lookAt(mai, 'payouts-sign');
  await mai.getByRole('button', { name: 'Sign with Test Wallet' }).click();
  await expect(mai.getByText('It can be paid to from')).toBeVisible();
  await expect(mai.getByText(own.address)).toBeVisible();
  await expect(mai.getByText('As soon as nothing is missing above')).toBeVisible();
  await lookAt(mai, 'payouts-cool-off');
  await mai.goto('/inbox');
  await expect(async () => {
    await mai.reload();
    await expect(mai.getByText(/go somewhere new/).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });

  await letCoolOff(dataOf(), 'mai-tran');
  await mai.goto('/earnings/payouts');
  await mai.getByLabel('Points', { exact: true }).fill('500');
  await mai.getByRole('button', { name: 'Ask for it' }).click();
  await expect(mai.getByText('You have fewer points available.')).toBeVisible();
  await expect(mai.getByLabel('Points', { exact: true })).toHaveValue('500');
  await mai.getByLabel('Points', { exact: true }).fill('100');
  await mai.getByRole('button', { name: 'Ask for it' }).click();
  await expect(mai.getByText('Waits for a look')).toBeVisible();
  await expect(mai.getByText('25.5 points are available.')).toBeVisible();
  await lookAt(mai, 'payouts-asked');

  await ada.goto('/admin/payouts');
  await expect(ada.getByText('Mai Tran')).toBeVisible();
  await lookAt(ada, 'payouts-admin');
  await ada.getByRole('button', { name: 'Let it go on' }).click();
  await expect(ada.getByText('Nothing waits for a look.')).toBeVisible();
  await expect(async () => {
    await mai.reload();
    await expect(mai.getByText('Paid', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  // 100 points of 2.5 the thousand.
  expect(await onChain(dataOf(), own.address)).toBe(250_000n);
  await expect(mai.getByText(/^Transaction /)).toBeVisible();
  await lookAt(mai, 'payouts-paid');

  await ada.goto('/admin/payouts');
  await ada.getByRole('button', { name: 'Compare now' }).click();
  await expect(ada.getByText('All agrees.')).toBeVisible();
  await expect(ada.getByText(/0.25 DEMO paid out, no payouts on the way, 0 points in the clearing/)).toBeVisible();
  await lookAt(ada, 'payouts-admin-compared');
  await ada.getByRole('link', { name: 'What admins did' }).click();
  await expect(ada.getByRole('row', { name: /Let a payout go on.*Ada.*@mai-tran/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('Pavel, without scripts, pastes a signature made elsewhere, and takes his payout back', async ({ browser }) => {
  await earn('pavel-m', 50_000);
  // What else is his goes by the day on which the town was filled.
  const { available } = await availableTo(dataOf(), 'pavel-m');
  const points = (less: number) =>
    `${((available - less) / 1_000).toLocaleString('en', { maximumFractionDigits: 3 })} points are available.`;
  const pavel = await as(browser, 'pavel-m', { javaScriptEnabled: false });
  const his = wallet();
  await pavel.goto('/earnings/payouts');
  await pavel.getByLabel('Country, two letters').fill('VN');
  await pavel.getByRole('button', { name: 'Save' }).click();
  await pavel.getByLabel('Your wallet’s address').fill('nowhere');
  await pavel.getByRole('button', { name: 'Go on' }).click();
  await expect(pavel.getByText('This is not the address of a Solana wallet.')).toBeVisible();
  await pavel.getByLabel('Your wallet’s address').fill(his.address);
  await pavel.getByRole('button', { name: 'Go on' }).click();
  const text = (await pavel.locator('pre').textContent()) ?? '';
  await pavel.getByLabel('Signature, base58 or base64').fill(own.sign(text));
  await pavel.getByRole('button', { name: 'Link the wallet' }).click();
  await expect(pavel.getByText('This is not that wallet’s signature of this text.')).toBeVisible();
  await pavel.getByLabel('Signature, base58 or base64').fill(his.sign(text));
  await pavel.getByRole('button', { name: 'Link the wallet' }).click();
  await expect(pavel.getByText(his.address)).toBeVisible();
  await letCoolOff(dataOf(), 'pavel-m');
  await pavel.goto('/earnings/payouts');
  await pavel.getByLabel('Points', { exact: true }).fill('20');
  await pavel.getByRole('button', { name: 'Ask for it' }).click();
  await expect(pavel.getByText(points(20_000))).toBeVisible();
  await pavel.getByRole('button', { name: 'Take it back' }).click();
  await expect(pavel.getByText('Taken back; your points are back')).toBeVisible();
  await expect(pavel.getByText(points(0))).toBeVisible();
  // He changes his mind: the same again on the same day is another wish.
  await pavel.getByLabel('Points', { exact: true }).fill('20');
  await pavel.getByRole('button', { name: 'Ask for it' }).click();
  await expect(pavel.getByText(points(20_000))).toBeVisible();
  await expect(pavel.getByRole('button', { name: 'Take it back' })).toBeVisible();
});

test('Ada pays Salma by hand: a file out, the file back, and Salma reads it in Arabic', async ({ browser }) => {
  await earn('salma', 80_000);
  const [ada, salma] = [await as(browser, 'ada'), await as(browser, 'salma')];
  await ada.goto('/admin/payouts');
  await ada.getByText('Set it').first().click();
  const form = ada.getByRole('form', { name: 'By hand' });
  await form.getByLabel('Unit').fill('EUR');
  await form.getByLabel('What 1,000 points are worth').fill('20');
  await form.getByLabel('Least points of a payout').fill('10');
  await form.getByLabel('Most that goes out in a day').fill('500');
  await form.getByLabel('Countries').fill('*');
  for (const gate of ['Ask for a verified identity', 'Ask for a tax form', 'Look at everybody’s first payout'])
    await form.getByLabel(gate).uncheck();
  await form.getByLabel('Payouts go out this way').check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Saved.')).toBeVisible();

  await salma.goto('/earnings/payouts');
  await salma.locator('#destination-manual').getByRole('textbox').fill('Salma Haddad, DE89 3704 0044 0532 0130 00');
  await salma.locator('#destination-manual').getByRole('button').last().click();
  await expect(salma.getByText('…3000')).toBeVisible();
  await letCoolOff(dataOf(), 'salma');
  await salma.goto('/earnings/payouts');
  await salma.getByLabel('النقاط').fill('50');
  await salma.getByRole('button', { name: 'اطلبها' }).click();
  await expect(salma.getByText('تنتظر الإرسال التالي')).toBeVisible();
  await lookAt(salma, 'payouts-arabic');

  await ada.goto('/admin/payouts');
  await ada.getByRole('button', { name: 'Make a file' }).click();
  await expect(ada.getByText('The file is made.')).toBeVisible();
  const link = ada.getByRole('link', { name: 'Download' });
  const href = (await link.getAttribute('href')) ?? '';
  const file = await (await ada.request.get(href)).text();
  expect(file).toContain(',1,EUR,"Salma Haddad, DE89 3704 0044 0532 0130 00",,');
  const [head = '', line = ''] = file.split('\r\n');
  await ada.getByLabel('The file’s lines').fill(`${head}\n${line.replace(/,,$/, ',paid,SEPA 4711')}\nnobody,1,EUR,,paid,`);
  await ada.getByRole('button', { name: 'Take it in' }).click();
  await expect(ada.getByText('1 paid, 0 failed, 0 returned, 0 known already.')).toBeVisible();
  await expect(ada.getByText('Line 3: there is no such payout by hand.')).toBeVisible();
  // What was confirmed is on its way no more.
  await expect(ada.getByText('Nothing is on its way.')).toBeVisible();
  await lookAt(ada, 'payouts-admin-manual');
  await salma.reload();
  await expect(salma.getByText('مدفوعة')).toBeVisible();
  await expect(salma.getByText('SEPA 4711')).toBeVisible();

  // Weeks later the bank returns it, and says so with a reference.
  await ada.getByLabel('The file’s lines').fill(`${head}\n${line.replace(/,,$/, ',returned,')}`);
  await ada.getByRole('button', { name: 'Take it in' }).click();
  await expect(ada.getByText('Line 2: it came back with no reference: say there what the bank said.')).toBeVisible();
  await ada.getByLabel('The file’s lines').fill(`${head}\n${line.replace(/,,$/, ',returned,Account closed')}`);
  await ada.getByRole('button', { name: 'Take it in' }).click();
  await expect(ada.getByText('0 paid, 0 failed, 1 returned, 0 known already.')).toBeVisible();
  await ada.goto('/admin/log?of=money');
  await expect(ada.getByText('Said that a payment came back')).toBeVisible();
  await salma.reload();
  await expect(salma.getByText('أعادها المصرف.')).toBeVisible();
  await expect(salma.getByText('Account closed')).toBeVisible();
  await lookAt(salma, 'payouts-returned');
  expect((await salma.request.get(href)).status()).toBe(404);
});

test('who is no admin never learns that the page is there', async ({ browser, page }) => {
  await page.goto('/earnings/payouts');
  await expect(page).toHaveURL(/sign-in/);
  for (const handle of ['judit', 'mai-tran']) {
    const own = await as(browser, handle);
    expect((await own.goto('/admin/payouts'))?.status()).toBe(404);
    await own.goto('/admin');
    await expect(own.getByRole('link', { name: 'Payouts' })).toHaveCount(0);
  }
});

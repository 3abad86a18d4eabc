import { spawnSync } from 'node:child_process';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { wallet } from '../factories/solana';
import { WEEKS } from '../factories/town/readers';
import { letCoolOff, onChain } from './support/chain';
import { readFor, townClient, townUrl } from './support/database';
import { ownTown } from './support/own-town';
import { KT_POST, signInAs } from './support/person';
import { lookAt } from './support/pictures';
import { root } from './support/run';
import { giveWallet } from './support/wallet';

// A town of its own: its week ends.
const port = 30_400 + Math.floor(Math.random() * 700);
const dataOf = ownTown(port);
const own = wallet();

async function as(browser: Browser, handle: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: `http://localhost:${port}`, locale: 'en-GB' })).newPage();
  await signInAs(page, handle);
  return page;
}

/** The points of the row of this name, in thousandths. */
const pointsOf = async (page: Page, name: string | RegExp): Promise<number> => {
  const text = await page.getByRole('row', { name }).first().getByRole('cell').last().textContent();
  return Math.round(Number((text ?? '').replace(/[^\d.]/g, '')) * 1_000);
};

test('Mai reads for a week; what her reading moved stands on statements, and her part of it is paid on the chain', async ({ browser }) => {
  const mai = await as(browser, 'mai-tran');
  await mai.goto(KT_POST);
  await mai.getByRole('button', { name: 'Yes, measure it' }).click();
  await expect(mai.getByText('Your reading here is measured.')).toBeVisible();
  await expect(async () => {
    await mai.locator('[data-blocks] > *').first().scrollIntoViewIfNeeded();
    await mai.mouse.move(200 + Math.random() * 50, 300);
    await expect(mai.getByText(/^\+0\.[23] min today$/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const client = await townClient(dataOf());
  // She has been here for long, and Sade has changed her address today.
  await client.query(`UPDATE member SET "emailVerifiedAt" = now() - CASE handle WHEN 'sade' THEN 0 ELSE 30 END * interval '1 day'
     WHERE handle IN ('mai-tran', 'sade')`);
  await client.end();
  // The rest of her reading, which nobody waits for.
  for (const reader of ['mai-tran', 'sade'])
    await readFor(dataOf(), reader, [{ slug: 'russian-president-visits-china', minutes: 4, daysAgo: 0 }]);

  const run = spawnSync(process.execPath, ['bin/run.mjs', 'tests/e2e/support/week-over.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: townUrl(dataOf()) },
  });
  expect([run.status, run.stderr, run.stdout.trim()]).toEqual([0, '', `week ${WEEKS + 1} is released`]);

  await mai.goto('/earnings');
  await expect(mai.getByRole('table', { name: `Statement of week ${WEEKS + 1}` })).toBeVisible();
  const moved = mai.getByRole('table', { name: 'Where your reading went' });
  await expect(moved.getByText(/^An old habit/)).toBeVisible();
  await expect(mai.getByText('Your reading could move 1.062 points at most this week.')).toBeVisible();
  await lookAt(mai, 'week-statement');
  const closing = await pointsOf(mai, /^Closing/);
  expect(closing).toBeGreaterThan(100);

  const sade = await as(browser, 'sade');
  await sade.goto(`/earnings/${WEEKS + 1}`);
  await expect(sade.getByText('Your reading moved nothing this week:')).toBeVisible();
  const khanh = await as(browser, 'khanh');
  await khanh.goto(`/earnings/${WEEKS + 1}`);
  expect(await pointsOf(khanh, /^Closing/)).toBeGreaterThan(closing);

  const ada = await as(browser, 'ada');
  await ada.goto('/admin/payouts');
  await ada.getByText('Set it').nth(1).click();
  const form = ada.getByRole('form', { name: 'Solana wallet' });
  const typed = {
    Unit: 'DEMO',
    'What 1,000 points are worth': '1000',
    'Least points of a payout': '0.1',
    'Most that goes out in a day': '1000',
  };
  for (const [label, value] of Object.entries({ ...typed, Countries: '*' })) await form.getByLabel(label).fill(value);
  for (const gate of ['Ask for a verified identity', 'Ask for a tax form', 'Look at everybody’s first payout'])
    await form.getByLabel(gate).uncheck();
  await form.getByLabel('Payouts go out this way').check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Saved.')).toBeVisible();

  await giveWallet(mai, own);
  await mai.goto('/earnings');
  await mai.getByRole('link', { name: /payout/i }).click();
  await mai.getByRole('button', { name: 'Use Test Wallet' }).click();
  await mai.getByRole('button', { name: 'Sign with Test Wallet' }).click();
  await expect(mai.getByText('It can be paid to from')).toBeVisible();
  await letCoolOff(dataOf(), 'mai-tran');
  await mai.goto('/earnings/payouts');
  await mai.getByLabel('Points', { exact: true }).fill(String(closing / 1_000));
  await mai.getByRole('button', { name: 'Ask for it' }).click();
  await expect(async () => {
    await mai.reload();
    await expect(mai.getByText('Paid', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  // A thousandth of a point is a thousandth of the token, which has six places.
  expect(await onChain(dataOf(), own.address)).toBe(BigInt(closing) * 1_000n);
  await lookAt(mai, 'week-paid');

  await mai.goto('/earnings');
  await expect(mai.getByRole('row', { name: /Paid out/ })).toBeVisible();
  expect(await pointsOf(mai, /^Closing/)).toBe(0);
});

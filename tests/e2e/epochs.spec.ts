import { spawnSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import { townClient, townUrl } from './support/database';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';
import { root } from './support/run';

// A town of its own: time passes in it.
const port = 31_200 + Math.floor(Math.random() * 700);
const data = ownTown(port);
test.use({ actionTimeout: 20_000 });

async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const client = await townClient(data());
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}

/** Looks at the page again until it says so. */
const untilItSays = (page: Page, words: string | RegExp) =>
  expect
    .poll(
      async () => {
        await page.reload();
        return page.locator('main').textContent();
      },
      { timeout: 60_000, intervals: [1_000] },
    )
    .toMatch(words);

let epoch = 0;

test('Ada proposes a rule, sees its effect, and announces it', async ({ page }) => {
  await asOwner(`UPDATE member SET role = 'admin' WHERE handle = 'judit'`);
  const complaints = listenForComplaints(page);
  await signInAs(page, 'ada');
  await page.goto('/admin');
  await page.getByRole('navigation', { name: 'Moderation' }).getByRole('link', { name: 'Earning' }).click();
  await page.getByRole('button', { name: 'Wait for an admin' }).click();
  await expect(page.getByText('An epoch that is divided waits until an admin approves it')).toBeVisible();
  await page.getByRole('link', { name: 'Rules', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Rules of earning' })).toBeVisible();
  await lookAt(page, 'rules');

  await page.getByLabel('m: part of an account’s cost').fill('100');
  await page.getByLabel('E: points that an epoch').fill('many');
  await page.getByRole('button', { name: 'Show its effect' }).click();
  await expect(page.getByText('This is outside what is allowed.').or(page.getByText('This is not right.'))).toHaveCount(1);
  await expect(page.getByLabel('E: points that an epoch')).toHaveValue('many');
  await page.getByLabel('m: part of an account’s cost').fill('15');
  await page.getByLabel('E: points that an epoch').fill('400');
  await page.getByLabel('Confirmed address, C: what forging').fill('0.1');
  await page.getByRole('button', { name: 'Show its effect' }).click();
  await page.getByRole('button', { name: 'Announce' }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await lookAt(page, 'rules-effect');
  await page.getByLabel('Why').fill('Four hundred points are enough for as few readers.');
  await page.getByRole('button', { name: 'Announce' }).click();
  await expect(page.getByRole('heading', { name: /Announced: rule 2, from/ })).toBeVisible();
  await lookAt(page, 'rules-announced');
  expect(complaints).toEqual([]);
});

test('an epoch under it is frozen and divided by hand, where its own job was late and then failed', async ({ page }) => {
  const run = spawnSync(process.execPath, ['bin/run.mjs', 'tests/e2e/support/week-under.ts', '2'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: townUrl(data()) },
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  epoch = Number(/epoch (\d+) is over/.exec(run.stdout)?.[1]);
  expect(epoch, run.stdout).toBeGreaterThan(1);
  await asOwner('ALTER TABLE epoch_share ADD CONSTRAINT only_in_this_journey CHECK (amount < 0) NOT VALID');
  const complaints = listenForComplaints(page);
  await signInAs(page, 'judit');
  await page.goto(`/admin/earnings/${epoch}`);
  await lookAt(page, 'epoch-to-freeze');
  await page.getByRole('button', { name: 'Freeze it now' }).click();
  await untilItSays(page, /The last try failed on/);
  await expect(page.getByText('only_in_this_journey')).toBeVisible();
  await lookAt(page, 'epoch-not-divided');
  await asOwner('ALTER TABLE epoch_share DROP CONSTRAINT only_in_this_journey');
  await page.getByRole('button', { name: 'Divide it now' }).click();
  await untilItSays(page, /Approve when the checks hold/);
  await expect(page.getByText('The last try failed')).toHaveCount(0);
  await page.goto('/admin/log?of=money');
  for (const row of ['Freezing', 'Division'].map(
    (what) => new RegExp(`${what} of epoch ${epoch} asked for.*Judit|Judit.*${what} of epoch ${epoch} asked for`),
  ))
    await expect(page.getByRole('row', { name: row })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('when it is divided, Ada may not approve it; Judit inspects and approves', async ({ page }) => {
  await signInAs(page, 'ada');
  await page.goto(`/admin/earnings/${epoch}`);
  await expect(page.getByText('You announced its rule, or set or answered a hold')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await lookAt(page, 'epoch-not-by-ada');

  await page.context().clearCookies();
  await signInAs(page, 'judit');
  await page.goto('/admin/earnings');
  await expect(page.getByRole('row', { name: new RegExp(`Epoch ${epoch}\\b.*waits for an admin’s approval`) })).toBeVisible();
  await lookAt(page, 'epochs');
  await page.getByRole('link', { name: `Epoch ${epoch}`, exact: true }).click();
  await expect(page.getByText('does not hold')).toHaveCount(0);
  await expect(page.getByText('holds', { exact: true })).toHaveCount(7);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Input (Accounts without proof)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`epoch-${epoch}-quarantine-input.json`);
  await lookAt(page, 'epoch-to-approve');
  await page.getByRole('button', { name: 'Approve and put into the ledger' }).click();
  await untilItSays(page, /Pending until/);
  await lookAt(page, 'epoch-on-hold');
});

test('when its hold is over Ada may not release it either; Judit does, and the log says who did what', async ({ page }) => {
  await asOwner(`UPDATE epoch SET "allocatedAt" = now() - interval '31 days' WHERE number = $1`, [epoch]);
  await signInAs(page, 'ada');
  await page.goto(`/admin/earnings/${epoch}`);
  await expect(page.getByText('Another admin lets it go on.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Release' })).toHaveCount(0);
  await page.context().clearCookies();
  await signInAs(page, 'judit');
  await page.goto(`/admin/earnings/${epoch}`);
  await lookAt(page, 'epoch-to-release');
  await page.getByRole('button', { name: 'Release' }).click();
  await untilItSays(page, /what stood is available since/);
  await lookAt(page, 'epoch-released');
  await page.goto('/admin/earnings');
  for (const row of [
    /Rule 2 announced.*Ada/,
    new RegExp(`Epoch ${epoch} approved.*Judit`),
    new RegExp(`Release of epoch ${epoch} begun.*Judit`),
  ])
    await expect(page.getByRole('row', { name: row })).toBeVisible();
  await page.getByRole('link', { name: 'All that was done' }).click();
  await expect(page.getByRole('link', { name: 'Money' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('row').nth(1)).toContainText('Judit');
  await lookAt(page, 'money-log');
  await page.goto('/admin/earnings/rules?preview=1&emission=200');
  await expect(page.getByRole('heading', { name: `Its effect on epoch ${epoch}` })).toBeVisible();
  await lookAt(page, 'rules-effect-of-an-epoch');
});

test('nobody else finds these pages', async ({ page }) => {
  await signInAs(page, 'sade');
  for (const address of ['/admin/earnings', `/admin/earnings/${epoch}`, '/admin/earnings/rules', '/admin/log?of=money']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: /^(Rules of earning|Epoch.*|Log)$/ })).toHaveCount(0);
  }
});

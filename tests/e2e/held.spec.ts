import { createHmac, randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { availableTo, idOf, readLikeAClock, takenBackInTheFirstWeek } from './support/earning';
import { linkFromMail } from './support/mail';
import { ownTown } from './support/own-town';
import { signInAs } from './support/person';
import { listenForComplaints, lookAt } from './support/pictures';

// A town of its own: rules look at all that is read there.
const port = 18_400 + Math.floor(Math.random() * 700);
const SECRET = 'what-the-verifier-signs-its-calls-with-1';
const data = ownTown(port, { PROOF_SECRET: SECRET });

const SLUGS = ['the-price-of-rice-in-five-hands', 'sleeping-across-three-gauges'];

const someone = async (browser: Browser, handle: string): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: `http://localhost:${port}` })).newPage();
  await signInAs(page, handle);
  return page;
};

test('Pavel’s reading is held by a rule, an admin confirms it, he appeals, another admin grants, and the points are back', async ({
  browser,
  page,
}) => {
  const holdId = await readLikeAClock(data(), 'pavel-m', SLUGS);
  await takenBackInTheFirstWeek(data(), { holdId, handle: 'pavel-m', slug: SLUGS[0] ?? '' }, [1_500, 8_500]);
  const ada = await someone(browser, 'ada');
  await ada.goto('/admin/people?q=judit');
  const role = ada.getByRole('form', { name: /Judit/ });
  await role.getByRole('combobox').selectOption('admin');
  await role.getByRole('button').click();

  expect(await linkFromMail(page, 'pavel@town.example', '/settings')).toContain('/settings#held');
  const complaints = listenForComplaints(page);
  await signInAs(page, 'pavel-m');
  await page.goto('/notifications');
  await expect(page.getByText('What your reading earns is held')).toBeVisible();
  await lookAt(page, 'held-notice');
  await page.getByRole('link', { name: /What your reading earns is held/ }).click();
  await expect(page.getByText('A rule of the site decided this, not a person.')).toBeVisible();
  await expect(page.getByText('Taken back because of it: 10.000 points, yours and those of whom you read.')).toBeVisible();
  await lookAt(page, 'held-told');

  await ada.goto('/admin/earnings/people');
  const row = ada.getByRole('row').filter({ hasText: 'Pavel' });
  await expect(row.getByText('signs of reading like a clock')).toBeVisible();
  await expect(row.getByText('10.000 points taken back')).toBeVisible();
  await lookAt(ada, 'unusual');
  await row.getByRole('link', { name: /Pavel/ }).click();
  await expect(ada.getByText('By the rule “signs of reading like a clock”, version 1')).toBeVisible();
  const figures = ada.getByRole('region', { name: 'What was seen' });
  await expect(figures.getByText('240')).toBeVisible();
  await expect(ada.getByRole('region', { name: 'Posts it was seen on' }).getByRole('row')).toHaveCount(3);
  await lookAt(ada, 'unusual-person');
  const form = ada.getByRole('form', { name: 'Answer the hold' });
  await form.getByRole('combobox', { name: 'Answer' }).selectOption('confirmed');
  await form.getByRole('textbox', { name: 'Words to the person' }).fill('No page beats so evenly.');
  await form.getByRole('button', { name: 'Answer and tell them' }).click();
  await expect(ada.getByText('Done. They are told here and by mail.')).toBeVisible();
  await expect(ada.getByText('confirmed', { exact: true })).toBeVisible();

  await page.reload();
  await expect(page.getByText('No page beats so evenly.')).toBeVisible();
  const plea = page.getByRole('textbox', { name: 'Why is it not so?' });
  await plea.fill('A program reads aloud to me, and turns the page by its own clock.');
  await page.getByRole('button', { name: 'Appeal' }).click();
  await expect(page.getByText(/Your receipt: [0-9A-F]{4}-[0-9A-F]{4}/)).toBeVisible();
  await expect(plea).toHaveCount(0);
  await lookAt(page, 'held-appealed');

  await ada.goto('/admin/appeals');
  const barred = ada.getByRole('article').filter({ hasText: 'A program reads aloud' });
  await expect(barred.getByText('You decided about this before: another admin must answer.')).toBeVisible();
  await expect(barred.getByRole('button')).toHaveCount(0);
  const judit = await someone(browser, 'judit');
  await judit.goto('/admin');
  await judit.getByRole('link', { name: 'Appeals 1' }).click();
  const waiting = judit.getByRole('article').filter({ hasText: 'A program reads aloud' });
  await expect(waiting.getByText('A confirmed hold of what their reading earns: signs of reading like a clock')).toBeVisible();
  await lookAt(judit, 'appeals-held');
  await waiting.getByRole('combobox', { name: 'Answer' }).selectOption('reversed');
  await waiting.getByRole('textbox', { name: 'Words to the person' }).fill('A screen reader, then. We are sorry.');
  // Which of the town's weeks he had a part in, and was released, goes by the day on which it was filled.
  const before = await availableTo(data(), 'pavel-m');
  expect(before.faults).toBe(0);
  await waiting.getByRole('button', { name: 'Answer the appeal' }).click();
  await expect(judit.getByText('No appeal waits')).toBeVisible();

  expect(await availableTo(data(), 'pavel-m')).toEqual({ available: before.available + 1_500, faults: 0 });
  await page.reload();
  await expect(page.getByText('The hold is cleared, and what was taken back because of it is yours again.')).toBeVisible();
  await expect(page.getByText('1.500 points are yours again, and available.')).toBeVisible();
  await expect(page.getByText('A screen reader, then. We are sorry.')).toBeVisible();
  await expect(page.getByText('Nothing of what your reading earns is held')).toBeVisible();
  await lookAt(page, 'held-cleared');
  await ada.goto('/admin/log');
  for (const done of ['reading held', 'hold confirmed', 'appealed', 'appeal granted'])
    await expect(ada.getByRole('cell', { name: done, exact: true }).first()).toBeVisible();
  await page.goto('/moderation');
  await expect(page.getByText('reading held').first()).toBeVisible();
  expect(await page.content()).not.toContain('A screen reader, then.');
  expect(complaints).toEqual([]);
  for (const one of [judit, ada]) await one.context().close();
});

test('Ada records a proof, links two accounts and lifts it; Pavel sees his own and removes it', async ({ browser, page }) => {
  await signInAs(page, 'ada');
  await page.goto('/admin/earnings/people');
  await page.getByRole('textbox', { name: 'Handle' }).fill('@pavel-m');
  await page.getByRole('button', { name: 'Look' }).click();
  const proof = page.getByRole('form', { name: 'Record a proof' });
  await proof.getByRole('combobox', { name: 'What they showed' }).selectOption('phone');
  await proof.getByRole('textbox', { name: 'The number' }).fill('0171 555');
  await proof.getByRole('button', { name: 'Record it and tell them' }).click();
  await expect(proof.getByText('This is not right.')).toBeVisible();
  await proof.getByRole('textbox', { name: 'The number' }).fill('+49 171 555 0102');
  await proof.getByRole('button', { name: 'Record it and tell them' }).click();
  await expect(page.getByText(/^Telephone number: since .*, seen by Ada/)).toBeVisible();
  expect(await page.content()).not.toContain('555 0102');
  const link = page.getByRole('form', { name: 'Link with another account' });
  await link.getByRole('textbox', { name: 'Handle of the other account' }).fill('teo');
  await link.getByRole('combobox', { name: 'Reason' }).selectOption('one-purse');
  await link.getByRole('textbox', { name: 'Words to both' }).fill('Both are paid into one purse.');
  await link.getByRole('button', { name: 'Link and tell both' }).click();
  await expect(page.getByText('@teo: what both earn goes to one purse')).toBeVisible();
  await lookAt(page, 'unusual-person-linked');

  const pavel = await someone(browser, 'pavel-m');
  await pavel.goto('/settings#held');
  await expect(pavel.getByText('Your account is linked with another one')).toBeVisible();
  expect(await pavel.getByRole('region').or(pavel.locator('#held')).first().textContent()).not.toContain('Teo');
  await expect(pavel.getByText('Telephone number')).toBeVisible();
  await lookAt(pavel, 'settings-linked');
  await pavel.getByRole('form', { name: 'Remove Telephone number' }).getByRole('button').click();
  await expect(pavel.getByText('You have proven nothing yet.')).toBeVisible();

  await page.getByText('Lift the link').click();
  const lift = page.getByRole('form', { name: 'Lift the link' });
  await lift.getByRole('textbox', { name: 'Words to both' }).fill('They moved apart.');
  await lift.getByRole('button', { name: 'Lift and tell both' }).click();
  await expect(page.getByText(/Lifted on/)).toBeVisible();
  await pavel.reload();
  await expect(pavel.getByText('The link of your account with another one is lifted.')).toBeVisible();
  await pavel.context().close();
});

test('A verifier’s signed call over the net is taken once; without the signature it is refused', async ({ page, request }) => {
  const member = await idOf(data(), 'teo');
  const body = JSON.stringify({ call: randomUUID(), member, kind: 'identity', shown: 'PT 12345678 9 ZZ4' });
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRET).update(`proof-call\n${time}\n${body}`).digest('base64url');
  const call = (signed: string) =>
    request.post('/api/proofs', {
      data: body,
      headers: { 'x-bulb-time': time, 'x-bulb-signature': signed, 'content-type': 'application/json' },
    });
  expect((await call('forged')).status()).toBe(403);
  expect([(await call(signature)).status(), (await call(signature)).status()]).toEqual([204, 409]);
  await signInAs(page, 'teo');
  await page.goto('/settings#proofs');
  await expect(page.getByText('Identity document')).toBeVisible();
});

test('Nobody but an admin finds these pages; in Arabic they fit a phone', async ({ browser, page }) => {
  await signInAs(page, 'mai-tran');
  for (const address of ['/admin/earnings/people', '/admin/earnings/people/pavel-m'])
    expect((await page.goto(address))?.status()).toBe(404);
  const salma = await someone(browser, 'salma');
  await salma.goto('/settings#held');
  await lookAt(salma, 'settings-held-ar');
  expect((await salma.goto('/admin/earnings/people'))?.status()).toBe(404);
  await salma.context().close();
});

test('Mai leaves under a hold that nobody has answered; Ada answers it for those whom she read', async ({ browser }) => {
  const holdId = await readLikeAClock(data(), 'mai-tran', SLUGS);
  await takenBackInTheFirstWeek(data(), { holdId, handle: 'mai-tran', slug: SLUGS[1] ?? '' }, [1_500, 8_500]);
  const mai = await someone(browser, 'mai-tran');
  await mai.goto('/settings');
  await mai.getByRole('link', { name: 'Leave' }).click();
  await mai.getByLabel('Yes, erase me').check();
  await mai.getByRole('button', { name: 'Leave for good' }).click();
  await mai.waitForURL(/\/$/);
  await mai.context().close();

  const ada = await someone(browser, 'ada');
  await ada.goto('/admin/earnings/people');
  const row = ada.getByRole('row').filter({ hasText: 'someone who left' });
  await expect(row.getByText('10.000 points taken back')).toBeVisible();
  await row.getByRole('link', { name: 'someone who left' }).click();
  await expect(ada.getByRole('heading', { name: 'A hold of someone who left' })).toBeVisible();
  await expect(ada.getByRole('region', { name: 'What was seen' }).getByText('240')).toBeVisible();
  await expect(ada.getByRole('region', { name: 'Posts it was seen on' })).toHaveCount(0);
  await lookAt(ada, 'hold-of-gone');
  const form = ada.getByRole('form', { name: 'Answer the hold' });
  await form.getByRole('combobox', { name: 'Answer' }).selectOption('cleared');
  await form.getByRole('textbox', { name: 'Why, for the record' }).fill('An e-reader turns its pages so.');
  await form.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(ada.getByText('Answered.')).toBeVisible();
  await expect(ada.getByText('someone who left')).toHaveCount(0);
  expect((await ada.goto(`/admin/earnings/holds/${holdId}`))?.status()).toBe(404);
  await ada.context().close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Ada holds by hand; a moderator may not look', async ({ page }) => {
    await signInAs(page, 'ada');
    await page.goto('/admin/earnings/people/teo');
    const form = page.getByRole('form', { name: 'Hold their reading' });
    await form.getByRole('combobox', { name: 'Reason' }).selectOption('forged');
    await form.getByRole('textbox', { name: 'Words to the person' }).fill('Seen twice.');
    await form.getByRole('button', { name: 'Hold and tell them' }).click();
    await expect(page.getByText('Done. They are told here and by mail.')).toBeVisible();
    await expect(page.getByText('You decided about this before: another admin must answer.')).toBeVisible();
  });
});

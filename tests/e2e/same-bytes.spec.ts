import { expect, test } from '@playwright/test';
import { linkFromMail } from './support/mail';
import { townOn } from './support/own-town';
import { KT_POST, signInAs } from './support/person';

// A town of its own: what other journeys write would change the pages between two looks.
const port = 28_800 + Math.floor(Math.random() * 700);
const { said: logged } = townOn(port, { LOG_LEVEL: 'info' });

const PUBLIC = [
  '/',
  '/@kt-online',
  KT_POST,
  `${KT_POST}?view=newest`,
  '/@ben-song',
  '/@ala-mahl',
  '/tags/world',
  '/search?q=pipeline',
  '/earn',
  '/earn/ar',
  '/trust',
  '/trust/vi',
  '/moderation',
  '/moderation/ar',
];
for (const handle of ['khanh', 'ada', 'mai-tran']) {
  test(`A public page is the same bytes for ${handle} as for a stranger, and anyone may keep it`, async ({ browser, page }) => {
    await signInAs(page, handle);
    const stranger = await browser.newContext();
    for (const address of PUBLIC) {
      const own = await page.request.get(address);
      const theirs = await stranger.request.get(`http://localhost:${port}${address}`);
      expect(await own.text(), `${address} as ${handle} gets it`).toBe(await theirs.text());
      expect(own.headers()['cache-control'], address).toMatch(
        /^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+, stale-if-error=\d+, must-revalidate$/,
      );
      expect(own.headers()['set-cookie'], address).toBeUndefined();
      const policy = own.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("'sha256-");
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe-inline');
    }
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name.endsWith('session-token'))).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    for (const address of ['/settings', '/studio', '/api/viewer']) {
      expect((await page.request.get(address)).headers()['cache-control'], address).toBe('private, no-store');
    }
    await stranger.close();
  });
}

test('The log says what was asked and how it went, and nobody’s address, link or words', async ({ page }) => {
  const address = `unlogged-${Date.now()}@elsewhere.example`;
  const said = `Not for the log ${Date.now()}`;
  await page.goto('/sign-in');
  await page.getByLabel('Your mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('A link is on its way')).toBeVisible();
  const link = await linkFromMail(page, address, '/sign-in/link');
  await page.goto(link);
  await signInAs(page, 'sade');
  await page.goto(KT_POST);
  await page.getByRole('textbox', { name: 'Your comment' }).fill(said);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  const token = new URL(link).searchParams.get('token') ?? 'none';
  expect(logged()).toContain('"path":"/sign-in/link"');
  for (const secret of [address, token, said]) expect(logged()).not.toContain(secret);
});

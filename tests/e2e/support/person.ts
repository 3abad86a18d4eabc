import { expect, type Locator, type Page } from '@playwright/test';

export const KT_POST = '/@kt-online/russian-president-visits-china';

const HIDDEN = /<input type="hidden"[^>]* name="([^"]+)"(?: value="([^"]*)")?/g;
const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/**
 * Signs in as someone of the demo town by the form that the terminal's link leads to, sent as a browser without scripts does: the page
 * itself goes nowhere.
 */
export async function signInAs(page: Page, handle: string): Promise<void> {
  const shown = await page.request.get(`/demo/${handle}`);
  const [form = ''] = /<form(?:(?!<\/form>).)*name="handle".*?<\/form>/s.exec(await shown.text()) ?? [];
  const multipart = Object.fromEntries([...form.matchAll(HIDDEN)].map(([, name = '', value = '']) => [name, plain(value)]));
  const headers = { origin: new URL(shown.url()).origin };
  const answer = await page.request.post(shown.url(), { multipart, headers, maxRedirects: 0 });
  expect(answer.status(), `signing in as ${handle}`).toBe(303);
}

/** Presses Tab until the wanted control has the focus; fails when it never does. */
export async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'link' | 'textbox' | 'combobox'): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard never reaches ${role} ${name}.`);
}

/** Opens a page until it shows what somebody else has just written: others see it within a second, and Show all what is filtered out. */
export const openUntil = (page: Page, address: string, written: Locator): Promise<void> =>
  expect(async () => {
    await page.goto(address);
    await expect(written).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });

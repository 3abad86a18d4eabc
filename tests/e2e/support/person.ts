import type { Page } from '@playwright/test';

export const KT_POST = '/@kt-online/russian-president-visits-china';

/** Signs in as someone of the demo town, with the button that the terminal's link leads to. */
export async function signInAs(page: Page, handle: string): Promise<void> {
  await page.goto(`/demo/${handle}`);
  await page
    .getByRole('button')
    .filter({ hasText: /Sign in as|Đăng nhập với|الدخول باسم/ })
    .click();
  await page.waitForURL('/');
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

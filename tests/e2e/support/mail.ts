import { expect, type Page } from '@playwright/test';

/** A link out of a mail to `address`, from the inbox that only the embedded mode has; waits until it is there. */
export async function linkFromMail(page: Page, address: string, path: string): Promise<string> {
  let href: string | null = null;
  await expect(async () => {
    await page.goto('/inbox');
    await page.getByRole('link').filter({ hasText: address }).first().click({ timeout: 500 });
    href = await page
      .getByRole('link', { name: `Open ${path}`, exact: true })
      .first()
      .getAttribute('href', { timeout: 500 });
    expect(href).not.toBeNull();
  }).toPass({ timeout: 20_000 });
  return href ?? '';
}

import { expect, type Page } from '@playwright/test';

/** Opens the queue at what holds `marker`, once its scripts run. */
export async function openQueue(page: Page, marker: string): Promise<void> {
  await page.goto(`/admin?q=${encodeURIComponent(marker)}`);
  await expect(page.locator('[data-live]')).toBeVisible();
}

/** Notes how long each deciding key waits until the next comment has the focus and is painted. */
export const timeKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const waits: number[] = [];
    let pressed = 0;
    Object.assign(window, { waits });
    document.addEventListener(
      'keydown',
      ({ key, target }) => {
        if (key === 'a' || (key === 'Enter' && target instanceof Element && target.closest('[data-reasons]'))) pressed = performance.now();
      },
      true,
    );
    document.addEventListener('focusin', ({ target }) => {
      if (pressed === 0 || !(target instanceof Element) || !target.matches('article, #q-end a')) return;
      const from = pressed;
      pressed = 0;
      requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - from)));
    });
  });

/** Waits until this many keys have led to the next comment; answers how long all of them waited, in milliseconds. */
export async function keysWaited(page: Page, count: number): Promise<number> {
  const read = await page.waitForFunction(
    (wanted) => {
      const { waits } = window as unknown as { waits: number[] };
      return waits.length >= wanted ? { sum: waits.reduce((all, one) => all + one, 0) } : null;
    },
    count,
    { timeout: 20_000 },
  );
  return (await read.jsonValue())?.sum ?? Number.NaN;
}

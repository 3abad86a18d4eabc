import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WIDTHS = [390, 1280] as const;
const THEMES = ['light', 'dark'] as const;
/** Pictures that are made; all four with `PICTURES=all`, which takes a quarter of the time of all journeys. */
const PICTURES = process.env.PICTURES === 'all' ? ['390-light', '390-dark', '1280-light', '1280-dark'] : ['390-dark', '1280-light'];
/** What depends on colours: all else that axe looks for is the same in both themes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** A reader comes to each comment in turn; a picture of the whole page does not. */
const LAID_OUT = '.comment { content-visibility: visible !important; }';

/** Looks at the page at both widths in both themes: saves pictures, and checks that nothing is wider than the screen and axe finds nothing. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      // What is measured by the width of the page follows a frame later, and on a busy machine a frame takes its time.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${name} scrolls sideways at ${width}`)
        .toBeLessThanOrEqual(width);
      // Half the time of a PNG, for eyes that compare none of its bits.
      if (PICTURES.includes(`${width}-${theme}`))
        await page.screenshot({
          path: `test-results/pictures/${name}-${width}-${theme}.jpg`,
          quality: 85,
          fullPage: true,
          style: LAID_OUT,
        });
    }
    // Nothing here is in a frame: no second page has to be opened to gather what was found in each. What is well needs no description.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await (theme === 'light' ? axe : axe.withRules(OF_COLOURS)).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`),
      `axe on ${name} in ${theme}`,
    ).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Fails the test when the page says anything to its console, such as a script that the policy refuses. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4\d\d)/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';

export interface Weight {
  /** Bytes as sent, headers aside. */
  html: number;
  css: number;
  js: number;
  /** With all that comes once a reader begins to write. */
  jsAwake: number;
  fonts: number;
  other: number;
  /** Requests to any other host. */
  foreign: number;
}

/** What a current browser is sent for one page, until the network is quiet. */
export async function weigh(url: string): Promise<Weight> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH || (await sparticuz.executablePath()),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-zygote', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const weight: Weight = { html: 0, css: 0, js: 0, jsAwake: 0, fonts: 0, other: 0, foreign: 0 };
    const kinds: Record<string, keyof Weight> = { document: 'html', stylesheet: 'css', script: 'js', font: 'fonts' };
    const seen: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).host !== new URL(url).host) weight.foreign += 1;
      seen.push(
        request.sizes().then(({ responseBodySize }) => {
          weight[kinds[request.resourceType()] ?? 'other'] += responseBodySize;
        }),
      );
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    // The fonts of a first visit come after everything else.
    await page.waitForTimeout(2_000);
    await Promise.all(seen);
    // Style sheets stand in the page: what they add to it as it is sent.
    const styles = await page.evaluate(() => [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join(''));
    weight.css += brotliCompressSync(styles, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    const asleep = weight.js;
    await page.locator('textarea').first().focus();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    await Promise.all(seen);
    weight.jsAwake = weight.js;
    weight.js = asleep;
    return weight;
  } finally {
    await browser.close();
  }
}

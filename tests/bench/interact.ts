import { chromium, type Page } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';
import { newToken, tokenHash } from '@/lib/core/token';
import { command, Fault } from '../../bin/fault';
import { withSite } from './site';

const POST = '/@kt-online/russian-president-visits-china';
const SLOWED = 4;
const MOST = 100;

type Step = (page: Page) => Promise<void>;

const post = (page: Page) => page.locator('article[id^="c-"]').filter({ hasText: 'The pipeline is the tell' });
const STEPS: Record<string, Step> = {
  vote: (page) =>
    post(page)
      .getByRole('button', { name: /Vote down/ })
      .click(),
  reply: (page) => post(page).getByRole('link', { name: 'Reply' }).click(),
  sort: (page) => page.getByRole('link', { name: 'Newest' }).click(),
  subscribe: async (page) => {
    const button = page.getByRole('button', { name: /^(Subscribe|Unsubscribe)/ }).first();
    await button.waitFor();
    // A guest gives an address first: an empty one is answered by the browser alone.
    const address = page.getByLabel('Your mail address').first();
    if (await address.isVisible()) await address.fill('reader@bench.example');
    await button.click();
  },
};

// Interaction to next paint of what readers press, with the processor slowed four times: at once after the page has come, when
// its scripts still sleep or are just waking, and a while later. The worst of three is kept. Milliseconds.
await command(() =>
  withSite(async (site) => {
    await site.serve(site.port);
    const { db } = await import('@/lib/db/client');
    const token = newToken();
    const reader = await db.member.findFirstOrThrow({ where: { handle: 'mai-tran' }, select: { id: true } });
    await db.session.create({ data: { memberId: reader.id, tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 86_400_000) } });
    const browser = await chromium.launch({
      executablePath: process.env.CHROME_PATH || (await sparticuz.executablePath()),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-zygote', '--disable-gpu'],
    });
    const found: Record<string, number> = {};
    try {
      for (const who of ['guest', 'member'] as const)
        for (const when of ['at once', 'later'] as const)
          for (const [name, step] of Object.entries(STEPS)) {
            const worst: number[] = [];
            for (let nth = 0; nth < 3; nth += 1) {
              const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
              if (who === 'member')
                await context.addCookies([
                  { name: 'next-auth.session-token', value: token, url: `http://localhost:${site.port}` },
                  { name: 'bulb-signed-in', value: '1', url: `http://localhost:${site.port}` },
                ]);
              worst.push(
                await interaction(await context.newPage(), `http://localhost:${site.port}${POST}`, { step, settle: when === 'later' }),
              );
              await context.close();
            }
            found[`${who}, ${when}: ${name}`] = Math.max(...worst);
          }
    } finally {
      await browser.close();
    }
    const slow = Object.entries(found).filter(([, ms]) => ms > MOST);
    console.log(JSON.stringify({ slowed: SLOWED, most: MOST, interactions: found, slow: slow.length }));
    if (slow.length > 0) throw new Fault(slow.map(([name, ms]) => `${name}: ${ms} ms`).join('\n'));
  }),
);

interface Asked {
  step: Step;
  /** Wait until the page is quiet first. */
  settle: boolean;
}

async function interaction(page: Page, url: string, { step, settle }: Asked): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    // A page made ready beforehand comes before there is a next paint to be measured.
    HTMLScriptElement.supports = () => false;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) if (entry.interactionId) seen.push(entry.duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    // What is quicker than 16 ms is told of only here.
    observer.observe({ type: 'first-input', buffered: true });
    // A navigation takes the page with it.
    addEventListener('pagehide', () => {
      for (const entry of observer.takeRecords() as PerformanceEventTiming[]) if (entry.interactionId) seen.push(entry.duration);
      sessionStorage.setItem('seen', JSON.stringify(seen));
    });
  });
  await page.goto(url, { waitUntil: settle ? 'networkidle' : 'commit' });
  // Where the press leads to another page, that page takes its time, as pages do: from this machine it would come before there was
  // a next paint to be measured.
  await page.route('**/*', async (route) => {
    if (route.request().isNavigationRequest()) await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await step(page);
  await page.waitForTimeout(1_500);
  const worst = await page.evaluate(() => {
    const earlier = JSON.parse(sessionStorage.getItem('seen') ?? '[]') as number[];
    return Math.max(0, ...earlier, ...((globalThis as { seen?: number[] }).seen ?? []));
  });
  if (worst === 0) throw new Fault(`A press was not measured, on ${page.url()}.`);
  return worst;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';
import lighthouse from 'lighthouse';
import { command, Fault } from '../../bin/fault';
import { freePort } from '../../bin/postgres';
import { root } from '../../bin/setup/data';
import { withSite } from './site';

const PAGES = { post: '/@kt-online/russian-president-visits-china', home: '/', blog: '/@kt-online' };
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Each page is looked at this often; the median of each figure is kept, because the machine is shared. */
const RUNS = 3;
const WITHIN = { lcp: 1_200, cls: 0, tbt: 50 };

interface Look {
  scores: number[];
  lcp: number;
  cls: number;
  tbt: number;
}

// Lighthouse on its mobile setting: a slow phone on a slow network, simulated. The reports lie in test-results/lighthouse.
await command(() =>
  withSite(async (site) => {
    await site.serve(site.port);
    const reports = path.join(root, 'test-results/lighthouse');
    mkdirSync(reports, { recursive: true });
    const found: Record<string, Look> = {};
    for (const [name, page] of Object.entries(PAGES)) {
      const looks: Look[] = [];
      for (let run = 1; run <= RUNS; run += 1)
        looks.push(await look(`http://localhost:${site.port}${page}`, path.join(reports, `${name}-${run}.html`)));
      found[name] = median(looks);
    }
    const misses = Object.entries(found).flatMap(([name, look]) => faultsOf(look).map((fault) => `${name}: ${fault}`));
    console.log(JSON.stringify({ pages: found, runs: RUNS, within: WITHIN, misses, reports: path.relative(root, reports) }));
    if (misses.length > 0) throw new Fault(misses.join('\n'));
  }),
);

/** A first visit: each look has a browser of its own, which keeps nothing of the one before. */
async function look(url: string, report: string): Promise<Look> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH || (await sparticuz.executablePath()),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-zygote', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  const result = await lighthouse(url, { port, output: 'html', logLevel: 'error', onlyCategories: [...CATEGORIES] }).finally(() =>
    browser.close(),
  );
  if (!result) throw new Fault(`Lighthouse said nothing of ${url}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Fault(`Lighthouse on ${url}: ${runtimeError.message}`);
  writeFileSync(report, String(result.report));
  const figure = (id: string) => Number((audits[id]?.numericValue ?? Number.NaN).toFixed(3));
  return {
    scores: CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100)),
    lcp: Math.round(figure('largest-contentful-paint')),
    cls: figure('cumulative-layout-shift'),
    tbt: Math.round(figure('total-blocking-time')),
  };
}

function median(looks: readonly Look[]): Look {
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    scores: CATEGORIES.map((_, nth) => middle(looks.map(({ scores }) => scores[nth] ?? 0))),
    lcp: middle(looks.map(({ lcp }) => lcp)),
    cls: Math.max(...looks.map(({ cls }) => cls)),
    tbt: middle(looks.map(({ tbt }) => tbt)),
  };
}

function faultsOf({ scores, lcp, cls, tbt }: Look): string[] {
  return [
    ...CATEGORIES.flatMap((category, nth) => (scores[nth] === 100 ? [] : [`${category} ${scores[nth]} of 100`])),
    ...(lcp <= WITHIN.lcp ? [] : [`LCP ${lcp} ms, more than ${WITHIN.lcp}`]),
    ...(cls <= WITHIN.cls ? [] : [`CLS ${cls}`]),
    ...(tbt <= WITHIN.tbt ? [] : [`TBT ${tbt} ms, more than ${WITHIN.tbt}`]),
  ];
}

import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import { ensureSecrets } from './bin/setup/secrets';

// One key for every server of the journeys: a build belongs to its key, and a second build would pull the first away.
ensureSecrets();
// Set once by the first process that reads this file; the workers inherit it.
// Below the ports that a machine gives to connections of its own; each spec with a site of its own has a range of its own.
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 700));
const port = process.env.E2E_PORT;
const installed = process.env.CHROME_PATH;
process.env.E2E_BROWSER ??= installed && existsSync(installed) ? installed : await chromium.executablePath();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_JSON ? [['line'], ['json', { outputFile: process.env.E2E_JSON }]] : 'line',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    // A failed journey leaves its steps and a picture; a film of each, or the whole page at each step, would be a third of all their time.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.E2E_BROWSER,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-zygote', '--disable-gpu'],
    },
  },
  webServer: {
    command: 'node bin/run.mjs tests/e2e/support/first-town.ts && exec node bin/run.mjs bin/start.ts',
    url: `http://localhost:${port}/api/health`,
    timeout: 400_000,
    reuseExistingServer: process.env.E2E_REUSE === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: { PORT: port, BULB_DATA_DIR: `.data/e2e-${port}`, REQUEST_LIMIT: '0', DATABASE_URL: '' },
  },
});

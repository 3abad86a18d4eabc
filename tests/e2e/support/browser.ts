import { type Browser, chromium } from '@playwright/test';

/** A browser of its own that is begun without some of what the journeys' browser is begun with. The caller closes it. */
export const launchWithout = (...defaults: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.E2E_BROWSER ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-zygote', '--disable-gpu'],
    ignoreDefaultArgs: defaults,
  });

import { expect, type Page, test } from '@playwright/test';
import { KT_POST } from './support/person';

const other = (page: Page) => page.locator('article[id^="c-"]').filter({ hasText: 'The pipeline is the tell' });

test('The first thing that is pressed is done, however early', async ({ page }) => {
  // Slow enough that everything is pressed before the scripts are there.
  await page.route('**/_next/static/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.goto(KT_POST, { waitUntil: 'commit' });
  await other(page)
    .getByRole('button', { name: /Vote up/ })
    .click();
  await expect(other(page).getByText('Sign in first. What you typed is kept here.')).toBeVisible();

  await page.goto(KT_POST, { waitUntil: 'commit' });
  await other(page).getByRole('link', { name: 'Reply' }).click();
  await expect(other(page).getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await expect(page).toHaveURL(KT_POST);

  await page.goto(KT_POST, { waitUntil: 'commit' });
  await page.getByLabel('Your mail address').fill('not an address');
  await page.getByLabel('Your mail address').evaluate((field: HTMLInputElement) => {
    if (field.form) field.form.noValidate = true;
  });
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not a mail address.')).toBeVisible();
  await expect(page.getByLabel('Your mail address')).toHaveValue('not an address');
});

test('What is pressed while the scripts come is seen to be, and wakes no second style sheet', async ({ page }) => {
  const sheets: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') sheets.push(request.url());
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.goto(KT_POST, { waitUntil: 'commit' });
  const up = other(page).getByRole('button', { name: /Vote up/ });
  // React must not be asked by it to come to life at one go: it sees none of it before the click that is done again.
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown', 'click'])
      document.addEventListener(kind, (event) => event.isTrusted && document.documentElement.setAttribute('data-saw', kind), true);
  });
  await up.focus();
  await up.click();
  await expect(up).toHaveAttribute('data-held', '');
  await expect(other(page).getByText('Sign in first. What you typed is kept here.')).toBeVisible();
  await expect(up).not.toHaveAttribute('data-held');
  expect(await page.locator('html').getAttribute('data-saw')).toBeNull();
  expect(sheets).toEqual([]);
});

test('What is typed while the scripts come stays, is kept on the device, and wakes nothing at one go', async ({ page }) => {
  await page.route('**/_next/static/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.goto(KT_POST, { waitUntil: 'commit' });
  const field = page.getByRole('textbox', { name: 'Your comment' });
  await field.waitFor();
  await page.evaluate(() => {
    for (const kind of ['keydown', 'beforeinput', 'input', 'change', 'focusin', 'focusout', 'selectionchange'])
      document.addEventListener(kind, () => document.documentElement.setAttribute('data-saw', kind), true);
    addEventListener('bulb:live', () =>
      document.documentElement.setAttribute('data-saw-at-live', document.documentElement.dataset.saw ?? 'none'),
    );
  });
  await field.click();
  await field.pressSequentially('Half a sentence');
  await page.getByLabel('Your mail address').click();
  await expect(page.locator('html')).toHaveAttribute('data-saw-at-live', 'none');
  await expect(field).toHaveValue('Half a sentence');
  const kept = () => page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith('comment '))?.[1]);
  await expect.poll(kept).toBe('Half a sentence');
  await field.press('End');
  await field.pressSequentially(' more');
  await expect.poll(kept).toBe('Half a sentence more');
});

test('What wakes a page is compiled aside, and asks for the cookies once for all of its parts', async ({ page, request }) => {
  await page.addInitScript(() => {
    const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor;
    let read = 0;
    Object.defineProperty(document, 'cookie', {
      get: () => {
        read += 1;
        return own.get?.call(document);
      },
    });
    Object.assign(window, { cookiesRead: () => read });
    addEventListener('bulb:live', () => setTimeout(() => Object.assign(window, { live: true }), 200));
  });
  await page.goto(KT_POST, { waitUntil: 'networkidle' });
  const read = () => page.evaluate(() => (window as unknown as { cookiesRead: () => number }).cookiesRead());
  const asleep = await read();
  await page.getByRole('textbox', { name: 'Your comment' }).focus();
  await page.waitForFunction(() => 'live' in window);
  expect(await page.locator('article[id^="c-"]').count()).toBeGreaterThan(10);
  expect((await read()) - asleep).toBeLessThan(4);
  // The framework's own, which are what a press waits for.
  const large = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((one) => one.decodedBodySize > 100_000)
      .map((one) => one.name),
  );
  expect(large.length).toBeGreaterThan(1);
  for (const address of large.filter((one) => one.endsWith('.js')))
    expect(await (await request.get(address)).text(), address).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
});

test('A press is answered before the work that it begins', async ({ page }) => {
  await page.goto(KT_POST);
  const up = other(page).getByRole('button', { name: /Vote up/ });
  const fetched = () => document.querySelectorAll('script[data-src][src]').length;
  const [during, after] = await up.evaluate((button) => {
    const count = () => document.querySelectorAll('script[data-src][src]').length;
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    const inHandler = count();
    return new Promise<[number, number]>((resolve) => requestAnimationFrame(() => resolve([inHandler, count()])));
  });
  expect([during, after]).toEqual([0, 0]);
  await expect.poll(() => page.evaluate(fetched)).toBeGreaterThan(5);
});

test('Where scripts do not come, what was pressed is sent as a form', async ({ page }) => {
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto(KT_POST);
  await other(page)
    .getByRole('button', { name: /Vote up/ })
    .click();
  await expect(page.getByText('Sign in first. What you typed is kept here.')).toBeVisible();
  await page.goto(KT_POST);
  await other(page).getByRole('link', { name: 'Reply' }).click();
  await expect(page).toHaveURL(/\/comments\/[0-9a-f-]+#reply/);
});

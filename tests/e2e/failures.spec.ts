import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { ensureDatabase, type Postgres, startPostgres } from '../../bin/postgres';
import { ask } from './support/ask';
import { linkFromMailbox, Mailbox } from './support/mailbox';
import { ready, root, type Start, start } from './support/run';

// The site over a Postgres that this test starts and stops, as an operator's own would be.
test.describe.configure({ mode: 'serial', timeout: 240_000 });
const port = 22_400 + Math.floor(Math.random() * 700);
test.use({ baseURL: `http://localhost:${port}` });
let running: Start;
let data = '';
let postgres: Postgres;
let mailbox: Mailbox;
let post = '';

test.beforeAll(async () => {
  data = mkdtempSync(path.join(root, '.data/e2e-'));
  postgres = await startPostgres(path.join(data, 'postgres'), { careless: true });
  await ensureDatabase(postgres, 'bulb');
  mailbox = await Mailbox.open();
  running = start({
    PORT: String(port),
    BULB_DATA_DIR: path.join(data, 'site'),
    DATABASE_URL: postgres.url('bulb'),
    SITE_URL: `http://localhost:${port}`,
    SMTP_URL: mailbox.url,
    LOG_LEVEL: 'warn',
    REQUEST_LIMIT: '0',
  });
  await ready(running);
});
test.afterAll(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  await mailbox.close();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
});

const again = async () => {
  postgres = await startPostgres(path.join(data, 'postgres'), { careless: true, port: postgres.port });
};

test('an own Postgres: someone opens a blog and publishes; there is no demo door', async ({ page, context }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Your mail address').fill('noor@elsewhere.example');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(await linkFromMailbox(mailbox, 'noor@elsewhere.example', '/sign-in/link'));
  await page.getByRole('button').filter({ hasText: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto('/studio/new');
  await page.getByLabel('Name').fill('Night Shift');
  await page.getByLabel('Handle').fill('night-shift');
  await page.getByRole('button', { name: 'Open a blog' }).click();
  await page.waitForURL(/studio\/@night-shift/);
  await page.goto('/write');
  await page.getByRole('button', { name: /Write in Night Shift/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('The three o’clock round');
  await page.locator('[contenteditable=true]').click();
  await page.keyboard.type('Nobody is awake but the fridges.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('link', { name: 'Read it' }).click();
  await page.waitForURL(/@night-shift\/./);
  post = new URL(page.url()).pathname;
  expect((await ask(port, '/demo')).status).toBe(404);
  await context.storageState({ path: path.join(data, 'noor.json') });
});

test('Postgres away: kept pages answer and say so, others fail plainly, nothing typed is lost; back, all is well', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, storageState: path.join(data, 'noor.json') });
  const page = await context.newPage();
  await page.goto(post);
  await ask(port, post);
  const asked = { headers: { rsc: '1' } };
  await ask(port, `${post}?_rsc=1`, asked);
  await page.getByRole('textbox', { name: 'Your comment' }).fill('Written while it was away.');
  await postgres.stop();
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Our database does not answer just now. Nothing was saved; what you typed is kept here.')).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toHaveValue('Written while it was away.');

  // What the server says in place of an action is told as what it is, also where it cannot say whether something was saved.
  await page.route(post, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 503, contentType: 'text/plain', body: 'bulb: unsure' })
      : route.continue(),
  );
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('we cannot say whether it did', { exact: false })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toHaveValue('Written while it was away.');
  await page.unroute(post);
  // A bulb, which goes past Next, is said to be taken no more than a comment is.
  const bulb = page.getByRole('button', { name: /Give a bulb|You gave/ });
  await bulb.click();
  await expect(page.getByText('Our database does not answer just now', { exact: false })).toBeVisible();
  await expect(bulb).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('textbox', { name: 'Your comment' })).toHaveValue('Written while it was away.');

  const kept = await ask(port, post);
  expect([kept.status, kept.headers['cache-status']]).toEqual([200, 'BULB; hit; detail=stale-while-away']);
  expect(kept.headers['cache-control']).toBe('public, no-cache');
  expect(kept.text).toContain('Nobody is awake but the fridges.');
  // What the router asks for is no other: half a page that calls itself whole would take the place of what was kept.
  const parts = await ask(port, `${post}?_rsc=1`, asked);
  expect([parts.status, parts.headers['cache-status']]).toEqual([200, 'BULB; hit; detail=stale-while-away']);
  expect((await ask(port, '/tags/never-asked?_rsc=1', asked)).status).toBe(503);
  const other = await ask(port, '/tags/never-asked', { headers: { accept: 'text/html' } });
  expect(other.status).toBe(503);
  expect(other.headers).toMatchObject({ 'retry-after': expect.stringMatching(/^\d+$/), 'cache-control': 'no-store' });
  expect(other.text).toContain('We cannot show this page just now');
  const [health, alive] = [await ask(port, '/api/health'), await ask(port, '/api/alive')];
  expect([health.status, health.text]).toEqual([503, '{"process":"ok","database":"down"}']);
  expect([alive.status, alive.text]).toEqual([200, '{"process":"ok"}']);

  // Without scripts the answer is a page with the words in it, and a button that sends them again.
  const plain = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    storageState: path.join(data, 'noor.json'),
    javaScriptEnabled: false,
  });
  const form = await plain.newPage();
  await form.goto(post);
  const long = 'A longer thought, typed without scripts, that must not be lost whatever fails.';
  await form.getByRole('textbox', { name: 'Your comment' }).fill(long);
  await form.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(form.getByRole('heading', { name: 'Nothing was saved' })).toBeVisible({ timeout: 20_000 });
  await expect(form.locator('textarea')).toHaveValue(long);

  await again();
  await form.getByRole('button', { name: 'Try again' }).click();
  await expect(form.getByRole('heading', { level: 1 })).toContainText('The three o’clock round', { timeout: 20_000 });
  await expect.poll(async () => (await ask(port, '/api/health')).status).toBe(200);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText(/Your comment (is here|waits)/)).toBeVisible();
  await expect.poll(async () => (await ask(port, post)).headers['cache-status']).toBe('BULB; hit');
  await bulb.click();
  await expect(bulb).toHaveAttribute('aria-pressed', 'true');
  await bulb.click();
  await expect(bulb).toHaveAttribute('aria-pressed', 'false');
  // Nor has who works beside the web process to be started again.
  const client = new pg.Client({ connectionString: postgres.url('bulb') });
  await client.connect();
  await client.query(`INSERT INTO pgboss.job (name, data) VALUES ('refusals.forget', '{}')`);
  const done = `SELECT FROM pgboss.job WHERE name = 'refusals.forget' AND state = 'completed'`;
  await expect.poll(async () => (await client.query(done)).rowCount, { timeout: 60_000 }).toBe(1);
  await client.end();
  expect(running.said()).toContain('the database is away');
  await plain.close();
  await context.close();
});

test('a cut listening connection is taken up again, and what changed meanwhile is not served as before', async () => {
  const client = new pg.Client({ connectionString: postgres.url('bulb') });
  await client.connect();
  await ask(port, post);
  const { rowCount } = await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bulb-listen'");
  expect(rowCount).toBe(1);
  // Changed behind everyone's back: no notice tells of it.
  await client.query(`UPDATE post SET title = 'The four o’clock round'`);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await ask(port, post)).text).toContain('The four o’clock round');
  await client.end();
});

test('slow heads, slow bodies and slow readers are cut; a stop finishes what is under way', async ({ browser }) => {
  const own = `host: localhost:${port}\r\norigin: http://localhost:${port}\r\n`;
  const reader = connect(port, '127.0.0.1');
  const closed = new Promise<void>((resolve) => reader.once('close', () => resolve()));
  let taken = 0;
  reader.on('error', () => undefined);
  reader.on('data', (chunk) => {
    taken += chunk.length;
  });
  reader.pause();
  // Asks for more than the network holds, again and again, and takes none of it.
  for (let nth = 0; nth < 200; nth += 1) reader.write(`GET ${post} HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  reader.resume();
  await Promise.race([closed, new Promise((_, reject) => setTimeout(reject, 10_000, new Error('never cut')))]);
  expect(taken).toBeLessThan(200 * (await ask(port, post)).body.length);

  // A head that never ends, and a body that stays out: each is cut in its own time, with the site up.
  const began = performance.now();
  const [head, body] = ['GET / HTTP/1.1\r\nhost: localhost', `POST /sign-in HTTP/1.1\r\n${own}content-length: 1000\r\n\r\nx`].map(
    (text) =>
      new Promise<number>((resolve) => {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.on('data', () => undefined);
        socket.once('close', () => resolve((performance.now() - began) / 1000));
        socket.write(text);
      }),
  );
  expect(await head).toBeLessThan(20);
  expect(await body).toBeLessThan(36);
  expect(await body).toBeGreaterThan((await head) ?? 0);
  expect((await ask(port, '/')).status).toBe(200);

  const half = connect(port, '127.0.0.1');
  const cut = new Promise<string>((resolve) => {
    let said = '';
    half.on('data', (chunk) => (said += chunk.toString()));
    half.on('error', () => undefined);
    half.once('close', () => resolve(said));
  });
  half.write(`POST /sign-in HTTP/1.1\r\nhost: localhost:${port}\r\norigin: http://localhost:${port}\r\ncontent-length: 1000\r\n\r\nx`);
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, storageState: path.join(data, 'noor.json') });
  const page = await context.newPage();
  await page.goto(post);
  const bulb = page.getByRole('button', { name: /^Give a bulb/ });
  await expect(bulb).toBeEnabled();
  // A page and a write that wait for two seconds yet are finished, while nobody new is let in.
  const holder = new pg.Client({ connectionString: postgres.url('bulb') });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE post IN ACCESS EXCLUSIVE MODE');
  let answered = false;
  const under = ask(port, '/tags/asked-while-stopping', { fresh: true }).finally(() => (answered = true));
  const written = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/api/bulbs'));
  await bulb.click();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = performance.now();
  running.child.kill('SIGTERM');
  await expect
    .poll(
      () =>
        ask(port, '/', { fresh: true }).then(
          () => 'let in',
          () => 'refused',
        ),
      { timeout: 2_000 },
    )
    .toBe('refused');
  expect(answered).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 2_000 - (performance.now() - asked)));
  expect((await holder.query('SELECT FROM reaction')).rowCount).toBe(0);
  await holder.query('COMMIT');
  expect((await under).status).toBe(200);
  expect((await written).status()).toBe(200);
  expect((await holder.query('SELECT FROM reaction')).rowCount).toBe(1);
  await holder.end();
  await context.close();
  expect(await running.ended).toBe(0);
  expect(performance.now() - asked).toBeLessThan(13_000);
  await expect(ask(port, '/', { fresh: true })).rejects.toThrow();
  expect(await cut).not.toContain('200 OK');
});

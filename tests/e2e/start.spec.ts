import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ready, root, start } from './support/run';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

function ask(
  port: number,
  options: http.RequestOptions = {},
  body = '',
): Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, ...options, headers: { host: `localhost:${port}`, ...options.headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const port = 26_400 + Math.floor(Math.random() * 700);
let data = '';
test.beforeAll(() => {
  data = mkdtempSync(path.join(root, '.data/start-'));
});
test.afterAll(() => rmSync(data, { recursive: true, force: true }));

test('a taken port, a wrong variable and a Postgres that is away are each one clear line', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', () => resolve()));
  const one = start({ PORT: String(port), BULB_DATA_DIR: data });
  expect(await one.ended).toBe(1);
  expect(one.said().trim()).toBe(`Port ${port} is taken: stop what runs there, or choose another (PORT=3001 npm start).`);
  await new Promise((resolve) => taken.close(resolve));
  const two = start({ PORT: 'many', SECRET: 'short', BULB_DATA_DIR: data });
  expect(await two.ended).toBe(1);
  expect(two.said().trim().split('\n')).toEqual([expect.stringMatching(/^PORT: /), 'SECRET: must have at least 32 characters']);
  const three = start({ PORT: String(port), BULB_DATA_DIR: data, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(await three.ended).toBe(1);
  expect(three.said()).toContain('The database does not answer: is DATABASE_URL right, and does the server run?');
});

test('one start at a time; what it serves is guarded; Ctrl-C stops all of it', async () => {
  const running = start({ PORT: String(port), BULB_DATA_DIR: data, REQUEST_LIMIT: '200', LOG_LEVEL: 'info' });
  await ready(running);
  // Nobody waits for the first page, nor for a post that it leads to.
  const first = await ask(port, { path: '/' });
  expect(first.headers['cache-status']).toBe('BULB; hit');
  const posts = [...new Set(first.text.match(/(?<=href=")\/@[\w-]+\/[\w-]+(?=")/g))];
  const kept = await Promise.all(posts.slice(0, 5).map((address) => ask(port, { path: address })));
  expect(kept.map(({ headers }) => headers['cache-status'])).toContain('BULB; hit');
  expect(running.said()).toMatch(/\/demo\/khanh\s+Khanh Trinh, owner of KT ONLINE/);
  const second = start({ PORT: String(port + 1), BULB_DATA_DIR: data });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('BULB already runs here');

  expect((await ask(port, { path: '/', headers: { host: 'evil.example' } })).status).toBe(421);
  const home = await ask(port, { path: '/sign-in/link?token=a-token-nobody-may-read' });
  expect(home.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
  expect(home.headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+';.*frame-ancestors 'none'/);
  const post = { method: 'POST', path: '/sign-in' };
  expect((await ask(port, { ...post, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect(
    (await ask(port, { ...post, headers: { origin: `http://localhost:${port}` } }, 'x'.repeat(2_200_000)).catch(() => ({ status: 413 })))
      .status,
  ).toBe(413);
  // The operator's commands join what runs: none of them takes the database from it.
  for (const [file, said] of [
    ['bin/audit-ledger.ts', /"faults":\[\]/],
    ['bin/migrate.ts', /up to date/],
  ] as const) {
    const { stdout } = spawnSync(process.execPath, ['bin/run.mjs', file], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', BULB_DATA_DIR: data },
      encoding: 'utf8',
    });
    expect(stdout).toMatch(said);
  }
  expect(running.said()).not.toContain('Postgres ended');
  expect((await ask(port, { path: '/search?q=after-the-audit' })).status).toBe(200);

  // More than two of the limit's spans take together: they may fall into two.
  const many = await Promise.all(Array.from({ length: 2 * 200 + 20 }, () => ask(port, { path: '/api/health' })));
  const refused = many.find(({ status }) => status === 429);
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused?.text).toMatch(/Try again in \d+ s\./);

  const lines = running
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(3);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, request: expect.stringMatching(/^[0-9a-f-]{36}$/), method: 'GET' });
  expect(running.said()).not.toContain('a-token-nobody-may-read');

  const secrets = readFileSync(path.join(data, 'secrets.json'), 'utf8');
  expect(running.said()).not.toContain((JSON.parse(secrets) as { SECRET: string }).SECRET);
  // As Ctrl-C does: to the whole group.
  process.kill(-(running.child.pid ?? 0), 'SIGINT');
  expect(await running.ended).toBe(0);
  await expect(ask(port)).rejects.toThrow();
});

test('after kill -9 the next start recovers, with the same town and secrets', async () => {
  const killed = start({ PORT: String(port), BULB_DATA_DIR: data });
  await ready(killed);
  const { pid } = JSON.parse(readFileSync(path.join(data, 'run.lock'), 'utf8')) as { pid: number };
  const secrets = readFileSync(path.join(data, 'secrets.json'), 'utf8');
  process.kill(pid, 'SIGKILL');
  await killed.ended;
  expect(isAlive(pid)).toBe(false);
  // Its children notice by themselves.
  await expect
    .poll(
      () =>
        ask(port, { path: '/api/health' }).then(
          () => 'up',
          () => 'down',
        ),
      { timeout: 20_000 },
    )
    .toBe('down');
  const next = start({ PORT: String(port), BULB_DATA_DIR: data });
  await ready(next);
  expect(next.said()).not.toContain('Filled the empty database');
  expect(readFileSync(path.join(data, 'secrets.json'), 'utf8')).toBe(secrets);
  expect((await ask(port, { path: '/api/health' })).text).toBe('{"process":"ok","database":"ok"}');
  const said = next.said().length;
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  // A stop that was asked for is no failure of any part.
  expect(next.said().slice(said).trim()).toBe('Stopping.');
});

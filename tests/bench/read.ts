import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { command, Fault } from '../../bin/fault';
import { freePort } from '../../bin/postgres';
import { ensureBuild } from '../../bin/setup/build';
import { type Child, startChild } from '../../bin/setup/children';
import { ensureClient } from '../../bin/setup/client';
import { dataDir, root } from '../../bin/setup/data';
import { embed, migrateDatabase } from '../../bin/setup/database';
import { ensureSecrets } from '../../bin/setup/secrets';
import { type Load, load, summary } from './load';
import { weigh } from './weight';

const SLUG = 'russian-president-visits-china';
const PAGES = { post: `/@kt-online/${SLUG}`, home: '/' };
const CONNECTIONS = 16;
const ROUNDS = 4;
const ROUND_MS = 1500;
const MAX_JS = 170_000;

// Serves the built site with the demo town and measures it beside a bare server that sends the same bytes from memory.
// The load comes from this process, the pages from others: on two cores they share, so only the ratios mean something.
await command(async () => {
  process.env.BULB_DATA_DIR = path.join(dataDir, `bench-${process.pid}`);
  const home = path.resolve(root, process.env.BULB_DATA_DIR);
  mkdirSync(home, { recursive: true });
  const port = await freePort();
  Object.assign(process.env, { PORT: String(port), REQUEST_LIMIT: '0', LOG_LEVEL: 'warn' });
  ensureSecrets();
  ensureClient();
  ensureBuild();
  const postgres = await embed(port, true);
  const children: Child[] = [];
  try {
    await migrateDatabase();
    const [{ seedTown }, { fillThread }] = await Promise.all([import('@/prisma/seed'), import('./fill')]);
    await seedTown(new Date());
    await fillThread(SLUG, 50);
    children.push(await startChild('serve.ts', { NODE_ENV: 'production', BULB_DATA_DIR: home }));
    console.log(JSON.stringify(await measure(port)));
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
});

async function measure(port: number): Promise<object> {
  const headers = { host: `localhost:${port}`, 'accept-encoding': 'br' };
  const names = Object.keys(PAGES).flatMap((name) => [name, `bare ${name}`]);
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  const bare: Record<string, { port: number; stop: () => void }> = {};
  for (const [name, page] of Object.entries(PAGES)) bare[name] = await bareServer(await bytesOf(port, page, headers));
  // In turns, so that a noisy neighbour disturbs all of them alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, page] of Object.entries(PAGES)) {
      took[name]?.push(...(await load({ port, path: page, headers }, CONNECTIONS, ROUND_MS)));
      took[`bare ${name}`]?.push(...(await load({ port: bare[name]?.port ?? 0, path: page, headers }, CONNECTIONS, ROUND_MS)));
    }
  }
  for (const { stop } of Object.values(bare)) stop();
  const figures = Object.fromEntries(Object.entries(took).map(([name, times]) => [name, summary(times, ROUNDS * ROUND_MS)])) as Record<
    string,
    Load
  >;
  const ratio = (name: string) => Number(((figures[name]?.rps ?? 0) / (figures[`bare ${name}`]?.rps ?? 1)).toFixed(4));
  const weight = await weigh(`http://localhost:${port}${PAGES.post}`);
  if (weight.js > MAX_JS) throw new Fault(`The post page sends ${weight.js} bytes of JavaScript, more than ${MAX_JS}.`);
  if (weight.foreign > 0) throw new Fault(`The post page asks ${weight.foreign} times elsewhere.`);
  return { connections: CONNECTIONS, ...figures, ratios: { post: ratio('post'), home: ratio('home') }, weight };
}

interface Sent {
  headers: http.OutgoingHttpHeaders;
  body: Buffer;
}

function bytesOf(port: number, page: string, headers: Record<string, string>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path: page, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
      })
      .on('error', reject);
  });
}

/** A server of node:http alone, in a process of its own as the site is. */
function bareServer({ headers, body }: Sent): Promise<{ port: number; stop: () => void }> {
  const code = `const http = require('node:http');
process.once('message', ({ headers, body }) => {
  const bytes = Buffer.from(body, 'base64');
  const server = http.createServer((request, response) => { response.writeHead(200, headers); response.end(bytes); });
  server.listen(0, '127.0.0.1', () => process.send(server.address()));
});
process.on('disconnect', () => process.exit(0));`;
  const { connection: _, 'keep-alive': __, date: ___, 'transfer-encoding': ____, ...kept } = headers;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('error', reject);
    child.once('message', (address: AddressInfo) => resolve({ port: address.port, stop: () => child.kill() }));
    child.send({ headers: kept, body: body.toString('base64') });
  });
}

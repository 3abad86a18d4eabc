import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { command, Fault } from '../../bin/fault';
import { bareServer, bytesOf } from './bare';
import { type Load, load, summary, type Target } from './load';
import { memoryMissed, missed, writesMissed } from './marks';
import { type Site, withSite } from './site';
import { startTraffic } from './traffic';
import { weigh } from './weight';

const SLUG = 'russian-president-visits-china';
const PAGES = { post: `/@kt-online/${SLUG}`, home: '/', blog: '/@kt-online' };
const ROUNDS = 3;
const ROUND_MS = 1_000;
/** Bytes that a reader's browser is sent, before anything is pressed and with it. */
const MOST = { js: 15_000, jsAwake: 160_000, css: 15_000, fonts: 90_000 };
const WRITES_A_SECOND = 50;
/** Pages asked for once each, to see what the cache holds of memory; `--pages 0` leaves that out. */
const pages = Number(process.argv[process.argv.indexOf('--pages') + 1] ?? Number.NaN) || (process.argv.includes('--pages') ? 0 : 100_000);

// Serves the built site with the demo town and measures it beside a bare server that sends the same bytes from memory, in
// turns. Load, site and bare server are processes of their own on one machine: only the ratios mean something.
await command(() =>
  withSite(async (site) => {
    const { crowd, fillThread } = await import('./fill');
    await fillThread(SLUG, 50);
    const people = await crowd(240);
    const child = await site.serve(site.port);
    const quiet = await measure(site, people.tokens[0] ?? '');
    const traffic = await startTraffic(site.port, {
      page: PAGES.post,
      other: '/@kt-online/how-to-read-a-communique',
      people,
      perSecond: WRITES_A_SECOND,
    });
    // What the first of them load and compile is there: what is measured is writes that go on.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const busy = await measure(site, people.tokens[0] ?? '');
    const busyMemory = pages > 0 ? await remember(site, child.pid, 'busy') : null;
    const writes = await traffic.stop();
    const weight = await weigh(`http://localhost:${site.port}${PAGES.post}`);
    for (const [kind, most] of Object.entries(MOST))
      if (weight[kind as keyof typeof MOST] > most)
        throw new Fault(`The post page sends ${weight[kind as keyof typeof MOST]} bytes of ${kind}, more than ${most}.`);
    if (weight.foreign > 0) throw new Fault(`The post page asks ${weight.foreign} times elsewhere.`);
    const memory = pages > 0 ? await remember(site, child.pid, 'quiet') : null;
    const misses = [
      ...missed(quiet, 'quiet'),
      ...missed(busy, 'with writes'),
      ...writesMissed(writes),
      ...[memory, busyMemory].flatMap(memoryMissed),
    ];
    console.log(JSON.stringify({ quiet, withWrites: { ...busy, writes, memory: busyMemory }, weight, memory, missed: misses }));
    if (misses.length > 0) throw new Fault(misses.join('\n'));
  }),
);

async function measure(site: Site, token: string): Promise<Record<string, unknown>> {
  const { port } = site;
  const out: Record<string, unknown> = {};
  for (const [name, path] of Object.entries(PAGES))
    for (const [encoding, accept] of [
      ['br', { 'accept-encoding': 'br' }],
      ['plain', {}],
    ] as const)
      for (const connections of [1, 32])
        out[`${name} ${encoding} ${connections}`] = await beside({ port, path, headers: { ...accept } }, connections);
  const asked: Target = { port, path: PAGES.post, headers: { 'accept-encoding': 'br' }, conditional: true };
  for (const connections of [1, 32]) out[`304 ${connections}`] = await beside(asked, connections);
  out.viewer = await viewer(port, token);
  out.miss = await misses(port);
  return out;
}

/** The site beside a bare server of the same bytes; of its 304 where the question is conditional. */
async function beside(target: Target, connections: number) {
  const host = { host: `localhost:${target.port}` };
  let sent = await bytesOf(target.port, target.path, { ...host, ...target.headers });
  if (target.conditional)
    sent = await bytesOf(target.port, target.path, { ...host, ...target.headers, 'if-none-match': String(sent.headers.etag) });
  if (sent.status !== (target.conditional ? 304 : 200)) throw new Fault(`${target.path} answered ${sent.status}.`);
  const bare = await bareServer(sent);
  const took = { site: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    took.site.push(...(await load({ ...target, status: sent.status }, connections, ROUND_MS)));
    took.bare.push(...(await load({ ...target, conditional: false, port: bare.port, status: sent.status }, connections, ROUND_MS)));
  }
  bare.stop();
  const [own, other] = [summary(took.site, ROUNDS * ROUND_MS), summary(took.bare, ROUNDS * ROUND_MS)];
  return { ...own, bare: other, ratio: ratio(own, other) };
}

/** What a signed-in reader adds to a page: one request for all that is theirs, beside the same bytes from memory. */
async function viewer(port: number, token: string) {
  const html = (await bytesOf(port, PAGES.post, { host: `localhost:${port}` })).body.toString();
  const postId = /name="postId" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const headers = { cookie: `next-auth.session-token=${token}; bulb-signed-in=1`, accept: 'application/json' };
  return beside({ port, path: `/api/viewer?post=${postId}`, headers }, 32);
}

/** Post pages that nobody asked for yet, one after another. */
async function misses(port: number): Promise<Load> {
  const took: number[] = [];
  for (let nth = 0; nth < 400; nth += 1) {
    const began = performance.now();
    const { status } = await bytesOf(port, `${PAGES.post}?comment=${randomUUID()}`, { host: `localhost:${port}`, 'accept-encoding': 'br' });
    if (status !== 200) throw new Fault(`A miss answered ${status}.`);
    took.push(performance.now() - began);
  }
  return summary(
    took,
    took.reduce((sum, one) => sum + one, 0),
  );
}

/** Resident memory of the web process, its threads included, before and after `pages` distinct pages. Megabytes. */
async function remember({ port }: Site, pid: number, which: string) {
  const megabytes = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  const before = megabytes();
  let most = before;
  let next = 0;
  const began = performance.now();
  const reader = async () => {
    while (next < pages) {
      const nth = next++;
      // Twice: what is asked for once fills a fifth of the cache's room.
      for (let look = 0; look < 2; look += 1) {
        const { status } = await bytesOf(port, `/tags/${which}-${nth}`, {
          host: `localhost:${port}`,
          'accept-encoding': nth % 2 === 0 ? 'br' : 'gzip',
        });
        if (status !== 200) throw new Fault(`/tags/${which}-${nth} answered ${status}.`);
      }
      if (nth % 1_000 === 0) most = Math.max(most, megabytes());
    }
  };
  await Promise.all(Array.from({ length: 8 }, reader));
  return { pages, seconds: Math.round((performance.now() - began) / 1000), before, most, after: megabytes() };
}

function ratio(own: Load, other: Load): number {
  return Number((own.rps / other.rps).toFixed(4));
}

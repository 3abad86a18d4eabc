import pg from 'pg';
import { command, Fault } from '../../bin/fault';
import { freePort, startPostgres } from '../../bin/postgres';
import type { Child } from '../../bin/setup/children';
import type { Lost } from './faults/check';
import { comment, get, placeAt, read, vote } from './faults/traffic';
import { Truth } from './faults/truth';
import { type Site, withSite } from './site';

const PATHS = [
  '/@kt-online/russian-president-visits-china',
  '/@kt-online/how-to-read-a-communique',
  '/@kt-online/the-price-of-rice-in-five-hands',
];
const SECONDS = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 180;
const READS_A_SECOND = 60;
const VOTES_A_SECOND = 12;
const COMMENTS_A_SECOND = 1;
const RECOVERS_WITHIN = 60_000;

interface Running {
  ports: number[];
  processes: Child[];
}

/** Postgres is stopped on purpose. */
let away = false;

type Fail = (site: Site, running: Running, truth: Truth) => Promise<number | string>;

/** After Postgres is back the processes hear of it within this. Milliseconds. */
const HEARD_AFTER = 3_000;

/** What a fault held up has been answered by then, its writers' second tries too. Milliseconds. */
const CALM_AFTER = 4_000;
/** Of the votes sent while nothing fails so many are acknowledged at least: some are refused, as too many by one person. */
const LEAST_SHARE = 0.5;

const FAULTS: Record<string, Fail> = {
  'a process is killed': async (site, { ports, processes }) => {
    process.kill(processes[1]?.pid ?? 0, 'SIGKILL');
    await pause(3_000);
    const began = performance.now();
    processes[1] = await site.serve(ports[1] ?? 0);
    return recovered(ports, began);
  },
  'the listening connections are cut': async ({ postgres }, { ports }) => {
    const client = new pg.Client({ connectionString: postgres.url('bulb') });
    await client.connect();
    const began = performance.now();
    for (let nth = 0; nth < 5; nth += 1) {
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bulb-listen'");
      await pause(700);
    }
    await client.end();
    return recovered(ports, began);
  },
  'a process stands still': async (_, { ports, processes }) => {
    await standStill(processes[0]?.pid ?? 0);
    return recovered(ports, performance.now());
  },
  'the listening connections stand still': async ({ postgres }, { ports }) => {
    const client = new pg.Client({ connectionString: postgres.url('bulb') });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE application_name = 'bulb-listen'");
    await Promise.all(rows.map(({ pid }) => standStill(pid)));
    await client.end();
    return recovered(ports, performance.now());
  },
  'every connection is cut': async ({ postgres }, { ports }) => {
    const client = new pg.Client({ connectionString: postgres.url('bulb') });
    await client.connect();
    const began = performance.now();
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'bulb' AND pid <> pg_backend_pid()");
    await client.end();
    return recovered(ports, began);
  },
  'Postgres is stopped and started': async (site, { ports }, truth) => {
    away = true;
    truth.hurt = true;
    await site.postgres.stop();
    await pause(8_000);
    const began = performance.now();
    site.postgres = await startPostgres(site.home, { port: site.postgres.port });
    away = false;
    setTimeout(() => (truth.hurt = false), HEARD_AFTER);
    return recovered(ports, began);
  },
  'the disk fills': async (site, { ports }, truth) => {
    if (!site.disk) return 'not tried: a disk to fill takes root on Linux';
    truth.hurt = true;
    site.disk.fill();
    await pause(8_000);
    const began = performance.now();
    site.disk.free();
    setTimeout(() => (truth.hurt = false), HEARD_AFTER);
    return recovered(ports, began);
  },
};

/** Starts Postgres again whenever it ended by itself, as whatever watches over it in production would. */
async function watchOver(site: Site): Promise<void> {
  for (;;) {
    const running = site.postgres;
    await running.died;
    while (away) await pause(100);
    if (site.postgres !== running) continue;
    await startPostgres(site.home, { port: site.postgres.port }).then(
      (again) => {
        site.postgres = again;
      },
      () => pause(500),
    );
  }
}

/** Milliseconds until every process is well and renders what nobody asked for yet. */
async function recovered(ports: number[], began: number): Promise<number> {
  for (const port of ports)
    for (let nth = 0; ; nth += 1) {
      const [health, page] = await Promise.all(
        ['/api/health', `/tags/after-${Math.round(began)}-${nth}`].map((path) => get(port, path).catch(() => null)),
      );
      if (health?.status === 200 && page?.status === 200) break;
      if (performance.now() - began > RECOVERS_WITHIN) throw new Fault(`The process on ${port} is not well after ${RECOVERS_WITHIN} ms.`);
      await pause(50);
    }
  return Math.round(performance.now() - began);
}

function start(scene: Parameters<typeof read>[0]): () => Promise<void> {
  const open = new Set<Promise<void>>();
  let nth = 0;
  const repeat = (perSecond: number, one: (nth: number) => Promise<void>) => {
    const began = performance.now();
    let asked = 0;
    return setInterval(() => {
      // Behind by more than a moment it does not make up: it is a load, not a flood.
      const wanted = ((performance.now() - began) / 1000) * perSecond;
      asked = Math.max(asked, wanted - perSecond);
      for (; asked < wanted && open.size < 400; asked += 1) {
        nth += 1;
        const run = one(nth);
        open.add(run);
        void run.finally(() => open.delete(run));
      }
    }, 10);
  };
  const timers = [
    repeat(READS_A_SECOND, () => read(scene)),
    repeat(VOTES_A_SECOND, (one) => vote(scene, one)),
    repeat(COMMENTS_A_SECOND, (one) => comment(scene, one)),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(open);
  };
}

function report(truth: Truth, lost: Lost, recovery: Record<string, number | string>): void {
  const sum = [...lost.comments, ...lost.votes, ...lost.twice, ...lost.counts].length;
  const { reads, markedStale, byStatus, wrong, stale } = truth;
  const acknowledged = truth.said.size + [...truth.votes.values()].filter((value) => value !== 'unsure').length;
  console.log(
    JSON.stringify({
      seconds: SECONDS,
      acknowledged,
      lost: sum,
      reads,
      staleLaterThanASecond: stale.length,
      markedStale,
      wrong: wrong.length,
      byStatus,
      recoveryMs: recovery,
    }),
  );
  if (sum + stale.length + wrong.length > 0)
    throw new Fault(
      [...Object.entries(lost).flatMap(([kind, all]) => all.map((one: string) => `${kind}: ${one}`)), ...stale, ...wrong]
        .slice(0, 40)
        .join('\n'),
    );
}

/** Neither dead nor gone: what waits for this process is not told so. */
async function standStill(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  await pause(4_000);
  process.kill(pid, 'SIGCONT');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

// Three web processes and one Postgres under mixed load while they fail one after another. Prints what was lost and what was
// wrong: nothing, or it fails.
await command(() =>
  withSite(
    async (site) => {
      const { crowd } = await import('./fill');
      const { check } = await import('./faults/check');
      const people = await crowd(240);
      const ports = [site.port, await freePort(), await freePort()];
      const processes = await Promise.all(ports.map((port) => site.serve(port)));
      const places = await Promise.all(PATHS.map((path) => placeAt(site.port, path)));
      const scene = { ports, places, people, truth: new Truth() };
      const stop = start(scene);
      void watchOver(site);
      try {
        const recovery: Record<string, number | string> = {};
        const { truth } = scene;
        const stretch = (SECONDS * 1000) / (Object.keys(FAULTS).length + 1);
        for (const [name, fail] of Object.entries(FAULTS)) {
          await pause(stretch);
          truth.calm = false;
          recovery[name] = await fail(site, { ports, processes }, truth);
          // What was held up or put off meanwhile comes to its end.
          await pause(CALM_AFTER);
          truth.calmWrites.push(0);
          truth.calm = true;
        }
        await pause(stretch);
        await stop();
        const enough = (stretch / 1000) * VOTES_A_SECOND * LEAST_SHARE;
        for (const [nth, writes] of truth.calmWrites.entries())
          if (writes < enough)
            truth.wrong.push(`${writes} writes acknowledged in stretch ${nth + 1} without a fault, fewer than ${enough}`);
        const lost = await check(scene.truth);
        report(scene.truth, lost, recovery);
      } finally {
        // What ends now is meant to.
        away = true;
      }
    },
    { diskMegabytes: 700 },
  ),
);

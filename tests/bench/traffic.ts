import { fork } from 'node:child_process';
import { QUICK } from '@/lib/core/quick-forms';
import { bytesOf } from './bare';
import type { Crowd } from './fill';
import { phrase } from './phrase';
import { type Answered, actionIn, type Person, send, sendQuick } from './writes';

interface Plan {
  /** The page that most of it is about, and another of the same blog. */
  page: string;
  other: string;
  people: Pick<Crowd, 'tokens'>;
  perSecond: number;
}

export interface Written {
  asked: number;
  done: number;
  refused: number;
  failed: number;
  perSecond: number;
}

export interface Traffic {
  stop: () => Promise<Written>;
}

/** Votes (40 of 50), bulbs (8) on one page and comments (2) on another go on, from a process of their own, until it is stopped. */
export function startTraffic(port: number, plan: Plan): Promise<Traffic> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), ['--traffic'], { execArgv: ['--import', 'tsx'] });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the traffic ended at once')));
    child.once('message', () =>
      resolve({
        stop: () =>
          new Promise((over) => {
            child.once('message', (written: Written) => {
              child.kill();
              over(written);
            });
            child.send('stop');
          }),
      }),
    );
    child.send({ port, ...plan });
  });
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

async function run({ port, page, other, people, perSecond }: Plan & { port: number }): Promise<() => Promise<Written>> {
  const html = async (path: string) => (await bytesOf(port, path, { host: `localhost:${port}` })).body.toString();
  const [first, second] = [await html(page), await html(other)];
  const comments = [...first.matchAll(/ value="([0-9a-f-]{36}) 1"/g)].map(([, id = '']) => id);
  const idIn = (text: string) => /name="postId" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const comment = actionIn(second, /<textarea/);
  const forms: ((person: Person) => Promise<Answered>)[] = [
    ...Array.from({ length: 40 }, () => (person: Person) => {
      const fields = { vote: `${pick(comments)} ${pick([1, 1, 1, -1, 0])}` };
      return sendQuick(port, { path: QUICK.vote, fields }, person);
    }),
    ...Array.from({ length: 8 }, () => (person: Person) => {
      const fields = { postId: idIn(first), on: pick(['1', '0']) };
      return sendQuick(port, { path: QUICK.bulb, fields }, person);
    }),
    ...Array.from({ length: 2 }, () => (person: Person) => {
      const fields = { postId: idIn(second), body: phrase(written.asked), submissionKey: '' };
      return send(port, { path: other, id: comment, fields }, person);
    }),
  ];
  const written = { asked: 0, done: 0, refused: 0, failed: 0 };
  const count = (what: 'done' | 'refused' | 'failed') => {
    written[what] += 1;
  };
  const began = performance.now();
  const open = new Set<Promise<void>>();
  const timer = setInterval(() => {
    // What a late timer left out is made up for.
    while (written.asked < ((performance.now() - began) / 1000) * perSecond) {
      const nth = written.asked++;
      const address = `10.${nth % 200}.${(nth >> 3) % 250}.${nth % 250}`;
      const one = pick(forms)({ token: pick(people.tokens), address }).then(
        ({ kind }) => count(kind === 'done' || kind === 'refused' ? kind : 'failed'),
        () => count('failed'),
      );
      open.add(one);
      void one.finally(() => open.delete(one));
    }
  }, 5);
  return async () => {
    clearInterval(timer);
    const seconds = (performance.now() - began) / 1000;
    await Promise.all(open);
    return { ...written, perSecond: Math.round(written.done / seconds) };
  };
}

if (process.argv[2] === '--traffic')
  process.once('message', async (plan: Plan & { port: number }) => {
    const stop = await run(plan);
    process.send?.('started');
    process.once('message', async () => process.send?.(await stop()));
  });

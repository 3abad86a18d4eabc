import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { PassThrough, Transform } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { erase, forgetErasures, purge } from '@/lib/jobs/purge';
import { type Listening, listen } from '../../../bin/serve/listen';

const done: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of done.splice(0).reverse()) await end();
});

/** The way to Postgres, on which what it says can be held up or the line be cut. What is said to it goes `through`. */
async function way(through = () => new PassThrough()) {
  const there = new URL(process.env.DATABASE_URL ?? '');
  const pairs = new Set<readonly [Socket, Socket]>();
  let held = false;
  const server = createServer((near) => {
    const far = connect(Number(there.port), there.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(through()).pipe(far).pipe(near);
    if (held) far.pause();
    for (const one of pair)
      one
        .on('error', () => undefined)
        .on('close', () => {
          pairs.delete(pair);
          near.destroy();
          far.destroy();
        });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  done.push(() => server.close());
  return {
    url: Object.assign(new URL(there), { host: `127.0.0.1:${(server.address() as AddressInfo).port}` }).href,
    hold() {
      held = true;
      for (const [near, far] of pairs) far.unpipe(near).pause();
    },
    letGo() {
      held = false;
      for (const [near, far] of pairs) far.pipe(near);
    },
    cut() {
      for (const [near] of pairs) near.destroy();
    },
  };
}

async function ears() {
  const line = await way();
  const heard: string[] = [];
  let backs = 0;
  const caughtUp: boolean[] = [];
  const listening: Listening = listen(line.url, {
    notice: ({ tags }) => heard.push(...tags),
    back: (caught) => {
      backs += 1;
      caughtUp.push(caught);
    },
  });
  done.push(() => listening.stop());
  await expect.poll(() => listening.certain()).toBe(true);
  return { line, heard, listening, caughtUp, backs: () => backs };
}
const change = (id: string) => db.$transaction((tx) => purge(tx, `post:${id}`));
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what is held up on the way takes the certainty with it, which does not come back before what was held up', async () => {
  const { line, heard, listening, backs } = await ears();
  expect(backs()).toBe(1);
  await change('before');
  await expect.poll(() => heard).toEqual(['post:before']);

  line.hold();
  await change('unheard');
  // All that is said to be certain was committed 350 ms ago at most.
  await wait(360);
  expect([listening.certain(), heard.length]).toEqual([false, 1]);
  expect(await listening.regain(100)).toBe(false);
  const again = listening.regain(1_000).then((certain) => ({ certain, heard: [...heard] }));
  line.letGo();
  expect(await again).toEqual({ certain: true, heard: ['post:before', 'post:unheard'] });
  // The line was the same all the while: nothing was missed.
  expect(backs()).toBe(1);
});

test('a line that is cut, or silent for two seconds, is taken up anew, and all may have changed', async () => {
  const { line, listening, backs } = await ears();
  line.cut();
  await expect.poll(() => listening.certain()).toBe(false);
  await expect.poll(() => listening.certain()).toBe(true);
  expect(backs()).toBe(2);
  line.hold();
  await wait(2_400);
  line.letGo();
  await expect.poll(() => listening.certain(), { timeout: 5_000 }).toBe(true);
  expect(backs()).toBeGreaterThanOrEqual(3);
});

test('a pool in between that hands on no notices is never taken for silence', async () => {
  // As to Postgres that was asked on another connection: every word arrives, and nobody listens.
  const deaf = () =>
    new Transform({
      transform(chunk: Buffer, _, done) {
        done(null, Buffer.from(chunk.toString('latin1').replace('LISTEN bulb_purge', "SELECT 'no ears'".padEnd(17)), 'latin1'));
      },
    });
  const line = await way(deaf);
  let notices = 0;
  const listening = listen(line.url, { notice: () => (notices += 1), back: () => undefined });
  done.push(() => listening.stop());
  for (let nth = 0; nth < 5; nth += 1) {
    await change('unheard');
    expect(await listening.regain(300)).toBe(false);
  }
  expect(notices).toBe(0);
});

test('what was taken away while the line was cut is said when it is back; what only changed is not', async () => {
  const { line, heard, listening, caughtUp } = await ears();
  // Nothing is kept before the first time.
  expect(caughtUp).toEqual([false]);
  line.cut();
  await expect.poll(() => listening.certain()).toBe(false);
  await db.$transaction((tx) => erase(tx, 'post:gone', 'blog:of-it'));
  await change('changed');
  await expect.poll(() => listening.certain()).toBe(true);
  expect([caughtUp.at(-1), heard.includes('post:gone'), heard.includes('blog:of-it')]).toEqual([true, true, true]);
  await forgetErasures();
  expect(await db.erasure.count()).toBe(1);
  await forgetErasures(new Date(Date.now() + 25 * 3_600_000));
  expect(await db.erasure.count()).toBe(0);
});

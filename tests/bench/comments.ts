import { randomUUID } from 'node:crypto';
import type { View } from '@/lib/relevance/order';
import { command, Fault } from '../../bin/fault';
import { bytesOf } from './bare';
import { type Load, summary } from './load';
import { withSite } from './site';

const SIZES = { long: { comments: 100_000, branches: 20_000, votes: 1_000_000 }, short: { comments: 100, branches: 20, votes: 1_000 } };
const PEOPLE = 4_000;
/** Half of them joined within the last months: their votes are judged beside those of others who did. */
const VOTERS = 1_000;
const ASKED = 200;
const WRITERS = 32;
const WRITES_MS = 10_000;
const MOST_RATIO = 2;
const LEAST_VOTES = 500;
/** Of a page of the queue, found among all comments. Milliseconds. */
const MOST_QUEUE = 250;

// A thread of a hundred thousand comments beside one of a hundred, in turns in one run: what its pages take to be asked of
// Postgres and ranked, and to be rendered; what posting and voting take with 32 people at it. Milliseconds.
await command(() =>
  withSite(async (site) => {
    const { crowd } = await import('./fill');
    const { threadToMeasure } = await import('./fill-thread');
    const { threadFor } = await import('@/lib/comments/queries');
    const { tokens: _, ids: people } = await crowd(PEOPLE, { mixed: VOTERS });
    const threads = {
      long: await threadToMeasure('how-to-read-a-communique', people, SIZES.long),
      short: await threadToMeasure('what-a-container-ship-waits-for', people, SIZES.short),
    };
    await site.serve(site.port);

    const found: Record<string, { long: Load; short: Load; ratio: number }> = {};
    const compare = async (name: string, ask: (thread: (typeof threads)['long']) => Promise<unknown>) => {
      const took = { long: [] as number[], short: [] as number[] };
      for (let nth = 0; nth < ASKED; nth += 1)
        for (const size of ['long', 'short'] as const) {
          const began = performance.now();
          await ask(threads[size]);
          // The first ones warm it up.
          if (nth >= ASKED / 10) took[size].push(performance.now() - began);
        }
      const [long, short] = [summed(took.long), summed(took.short)];
      found[name] = { long, short, ratio: Number((long.p50 / short.p50).toFixed(2)) };
    };
    for (const view of ['relevant', 'newest', 'oldest'] as const)
      await compare(`first page, ${view}`, (thread) => threadFor(thread.asked, { view }));
    for (const view of ['relevant', 'newest', 'oldest'] as const) {
      const from = { long: await pageAt(threads.long.asked, view, 200), short: undefined };
      await compare(`page 200, ${view}`, (thread) =>
        threadFor(thread.asked, { view, from: thread === threads.long ? from.long : from.short }),
      );
    }
    await compare('deep link', (thread) => threadFor(thread.asked, { view: 'relevant', comment: pick(thread.deepest) }));
    // A question of its own each time, so that it is rendered.
    await compare('first page, rendered', ({ path }) =>
      bytesOf(site.port, `${path}?comment=${randomUUID()}`, { host: `localhost:${site.port}`, 'accept-encoding': 'br' }),
    );

    const queue = await searched();

    const writes = {
      vote: {
        long: await underWriters(threads.long, people, 'vote'),
        short: await underWriters(threads.short, people, 'vote'),
        'one comment': await underWriters(threads.long, people, 'vote', 1),
      },
      post: { long: await underWriters(threads.long, people, 'post'), short: await underWriters(threads.short, people, 'post') },
    };
    const misses = [
      ...Object.entries(found)
        .filter(([name, { ratio }]) => name.startsWith('first page') && ratio > MOST_RATIO)
        .map(([name, { ratio }]) => `${name}: ${ratio} times that of the short thread, more than ${MOST_RATIO}`),
      ...(writes.vote.long.rps < LEAST_VOTES ? [`votes: ${writes.vote.long.rps} a second, fewer than ${LEAST_VOTES}`] : []),
      ...Object.entries(queue).flatMap(([what, { p99 }]) =>
        p99 > MOST_QUEUE ? [`queue, ${what}: ${p99} ms, more than ${MOST_QUEUE}`] : [],
      ),
      ...Object.entries({ ...writes.vote, post: writes.post.long }).flatMap(([name, { failed }]) =>
        Object.entries(failed).map(([why, count]) => `${name}: ${count} × ${why}`),
      ),
    ];
    console.log(JSON.stringify({ sizes: SIZES, reads: found, queue, writes, writers: WRITERS, missed: misses }));
    if (misses.length > 0) throw new Fault(misses.join('\n'));

    /** A page of the moderators' queue over all comments: as it is, and for words that few, all and none of them say. */
    async function searched(): Promise<Record<string, Load>> {
      const { db } = await import('@/lib/db/client');
      const { queue: page } = await import('@/lib/moderation/queue/page');
      const row = await db.member.findFirstOrThrow({ where: { role: 'moderator' } });
      const moderator = { ...row, kind: 'member' as const, emailVerified: true };
      const loads: Record<string, Load> = {};
      for (const [what, q] of Object.entries({
        all: '',
        'rare words': 'line 31415 say',
        'frequent words': 'otherwise',
        'no such words': 'zwieback',
      })) {
        const took: number[] = [];
        for (let nth = 0; nth < ASKED / 4; nth += 1) {
          const began = performance.now();
          await page(moderator, { tab: 'all', q });
          if (nth >= ASKED / 40) took.push(performance.now() - began);
        }
        loads[what] = summed(took);
      }
      return loads;
    }

    async function pageAt(asked: (typeof threads)['long']['asked'], view: View, nth: number): Promise<string> {
      const first = await threadFor(asked, { view });
      if (view === 'relevant') return `${first.next?.split('_')[0]}_${(nth - 1) * 20}`;
      let from = first.next ?? '';
      for (let page = 2; page < nth; page += 1) from = (await threadFor(asked, { view, from })).next ?? from;
      return from;
    }
  }),
);

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(Math.random() * from.length)] as T;
}

function summed(took: number[]): Load {
  return summary(
    took,
    took.reduce((sum, one) => sum + one, 0),
  );
}

interface Measured {
  asked: { postId: string };
  deepest: readonly string[];
}

/** Thirty-two people write to one thread at once. */
async function underWriters(thread: Measured, people: readonly string[], what: 'vote' | 'post', comments = 2_000) {
  const { vote } = await import('@/lib/comments/commands/vote');
  const { postComment } = await import('@/lib/comments/commands/post-comment');
  const { requestStorage } = await import('@/lib/core/request');
  const { db } = await import('@/lib/db/client');
  const rows = await db.member.findMany({ where: { id: { in: people.slice(-VOTERS) } } });
  const members = rows.map((row) => ({ ...row, kind: 'member' as const, emailVerified: true }));
  // Nobody votes on their own.
  const others = { postId: thread.asked.postId, authorId: { notIn: members.map(({ id }) => id) } };
  const ids = (await db.comment.findMany({ where: others, select: { id: true }, take: comments })).map(({ id }) => id);
  const took: number[] = [];
  const failed: Record<string, number> = {};
  const until = performance.now() + WRITES_MS;
  let nth = 0;
  const writer = async () => {
    while (performance.now() < until) {
      const member = members[nth++ % members.length] as (typeof members)[number];
      const began = performance.now();
      const write = () =>
        what === 'vote'
          ? vote(member, { commentId: pick(ids), value: pick([1, 1, -1, 0]) })
          : postComment(member, {
              postId: thread.asked.postId,
              body: `The figures of line ${Math.random().toString(36).slice(2)} deserve a second look.`,
            });
      try {
        // From an address of their own: no one network may write as much.
        await requestStorage.run({ id: '', address: `10.${nth % 200}.${(nth >> 3) % 250}.${nth % 250}` }, write as () => Promise<unknown>);
        took.push(performance.now() - began);
      } catch (error) {
        const why = String((error as { reason?: string }).reason ?? (error as Error).message).slice(0, 80);
        failed[why] = (failed[why] ?? 0) + 1;
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return { ...summary(took, WRITES_MS), failed };
}

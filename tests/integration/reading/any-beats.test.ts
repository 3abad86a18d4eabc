import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { measuredOf } from '@/lib/reading/measured';
import { ownCredits } from '@/lib/reading/own-credits';
import { expectedSeconds, readingRuleAt } from '@/lib/reading/rule';
import { midnight } from '@/lib/reading/slots';
import { blog, member, post, sessionOf } from '../../factories/people';
import { stopClock } from '../../support/database-clock';
import { type ReadingProcess, startReadingProcess } from '../../support/reading-process';
import { randomFrom } from '../../unit/earnings/instances';

const rule = readingRuleAt(Date.now());
const BEGAN = Date.UTC(2026, 10, 25, 21, 30);
let now = BEGAN;
let setClock: (to: Date) => Promise<void>;
const processes: ReadingProcess[] = [];

beforeAll(async () => {
  setClock = await stopClock(new Date(now));
  for (let nth = 0; nth < 3; nth += 1) processes.push(await startReadingProcess());
}, 60_000);
afterAll(async () => {
  for (const { stop } of processes) await stop();
});

interface Tab {
  reader: number;
  session: string;
  /** As the rule has it. */
  seq: number;
  openedAt: number;
  lastAt: number;
}

const settled = async <T>(asked: Promise<T>[]): Promise<T[]> =>
  (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));

/** Tens of seconds that begin in `from` up to `to`, both included. */
const pieces = (from: number, to: number) => Math.floor(to / 10_000) - Math.ceil(from / 10_000) + 1;

test.each([1, 2, 3])(
  'whatever is sent, from whichever process, nobody is credited more than there is: %s',
  async (seed) => {
    const random = randomFrom(seed);
    const pick = <T>(of: readonly T[]): T => of[random(of.length)] as T;
    const ines = await member({ name: 'Ines Duarte' });
    const tide = await blog({ owner: ines });
    const posts = [
      await post({ blog: tide, author: ines }),
      await post({ blog: tide, author: ines }),
      await post({ blog: tide, author: ines }),
    ];
    const readers = await Promise.all(['Mai Tran', 'Sade Okafor', 'Teo'].map((name) => member({ name })));
    await db.member.updateMany({ where: { id: { in: readers.map(({ id }) => id) } }, data: { measured: true } });
    const hashes = await Promise.all(readers.map(sessionOf));
    const tabs: Tab[] = [];
    const credited = new Map<string, Set<number>>();
    const at = (reader: number) => hashes[reader] as string;
    const begun = now;

    for (let step = 0; step < 500; step += 1) {
      now += pick([0, 1, 900, 2_000, 4_000, 7_999, 8_000, 9_400, 10_000, 10_000, 10_600, 20_000, 25_000, 25_001, 40_000]);
      await setClock(new Date(now));
      const what = random(10);
      const tab = tabs.length > 0 ? pick(tabs) : null;
      if (!tab || what === 0) {
        const reader = random(readers.length);
        const session = randomUUID();
        const asked = processes.map(({ open }) => open(at(reader), { session, post: pick(posts).id }));
        // The same key for one post or another: one of them opens it.
        if ((await settled(asked)).length > 0) tabs.push({ reader, session, seq: 0, openedAt: now, lastAt: now });
        continue;
      }
      const seen = [0, 1];
      const on = { session: tab.session, seen };
      if (what === 1) {
        // Forged: another's reading, a reading of nobody, a session of nobody.
        const other = (tab.reader + 1) % readers.length;
        const tries = [
          pick(processes).beat(at(other), { ...on, seq: tab.seq + 1 }),
          pick(processes).beat(at(tab.reader), { ...on, session: randomUUID(), seq: 1 }),
          pick(processes).beat('0'.repeat(64), { ...on, seq: tab.seq + 1 }),
        ];
        expect(await settled(tries)).toEqual([]);
        continue;
      }
      // Replayed, ahead of its turn, or in order; once, or at once from every process and for every tab of the reader.
      const seq = what === 2 ? tab.seq : what === 3 ? tab.seq + 2 : tab.seq + 1;
      const group = what >= 7 ? tabs.filter(({ reader }) => reader === tab.reader).slice(-8) : [tab];
      const times = what >= 5 ? 2 : 1;
      const asked = group.flatMap((one) =>
        Array.from({ length: times }, () =>
          pick(processes)
            .beat(at(one.reader), { session: one.session, seen, seq: Math.max(1, one === tab ? seq : one.seq + 1) })
            .then((answer) => ({ ...answer, one })),
        ),
      );
      const answers = await settled(asked);
      for (const one of group) {
        const own = answers.filter((answer) => answer.one === one);
        const wanted = Math.max(1, one === tab ? seq : one.seq + 1);
        const due = wanted === one.seq + 1 && now - one.lastAt >= 8_000;
        expect(own.filter(({ taken }) => taken).length).toBe(Number(due));
        if (!due) continue;
        const late = now - one.lastAt > 25_000 || one.openedAt > Math.floor(now / 10_000) * 10_000;
        if (late) expect(own.some(({ counted }) => counted)).toBe(false);
        one.seq = wanted;
        one.lastAt = now;
      }
      const counted = answers.filter((answer) => answer.counted);
      // Of one reader in one piece of time there is one, however many tabs.
      expect(counted.length).toBeLessThanOrEqual(1);
      const key = String(tab.reader);
      const before = credited.get(key) ?? new Set();
      if (counted.length > 0) expect(before.has(Math.floor(now / 10_000))).toBe(false);
      if (counted.length > 0) credited.set(key, before.add(Math.floor(now / 10_000)));
    }

    let total = 0;
    for (const [nth, reader] of readers.entries()) {
      const beats = await db.readingBeat.findMany({ where: { readerId: reader.id }, select: { slot: true } });
      const slots = beats.map(({ slot }) => Number(slot)).sort((a, b) => a - b);
      expect(slots).toEqual([...(credited.get(String(nth)) ?? [])].sort((a, b) => a - b));
      const opened = Math.min(...tabs.filter((one) => one.reader === nth).map(({ openedAt }) => openedAt));
      expect(slots.length).toBeLessThanOrEqual(Math.max(0, pieces(opened, now)));
      // Nor in any part of it.
      for (let from = 0; from < slots.length; from += 7)
        for (let to = from; to < slots.length; to += 11)
          expect(to - from).toBeLessThanOrEqual((slots[to] as number) - (slots[from] as number));
      total += slots.length;

      // And of what was measured the caps let through no more than they say.
      const span = { from: midnight(new Date(begun), 1), to: midnight(new Date(now), -1) };
      const days = await measuredOf(db, [reader.id], span);
      expect(days.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(slots.length * 10);
      const lines = await ownCredits(reader.id, span);
      for (const { id, words } of posts) {
        const of = lines.filter(({ postId }) => postId === id).reduce((sum, line) => sum + line.credited, 0);
        expect(of).toBeLessThanOrEqual(expectedSeconds(words, rule) * 1.5);
      }
      for (const day of new Set(days.map((one) => one.day))) {
        const ofDay = lines.filter((line) => line.day === day && line.credited > 0);
        expect(ofDay.reduce((sum, line) => sum + line.credited, 0)).toBeLessThanOrEqual(rule.mostOfDay);
        expect(ofDay.length).toBeLessThanOrEqual(rule.postsOfAuthor);
      }
    }
    // It was not all refused.
    expect(total).toBeGreaterThan(50);
  },
  120_000,
);

import 'server-only';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { midnight, SLOT_SECONDS, slotOf } from '@/lib/reading/slots';
import { couldHaveMoved, partsOf } from './correction';
import { type Judged, judge } from './judged';
import { type PoolKind, poolOf } from './pools';
import { type EarningRule, type Fraction, fractionOf } from './rule';
import { ruleOf } from './rules';
import { type Part, partsIn, type Scope } from './scope';

/** What the running week would bring by what was read up to last midnight, UTC. Thousandths of a point; an estimate. */
export interface Estimate {
  epoch: number;
  endsAt: Date;
  /** One's own part for reading. */
  reading: bigint;
  /** For posts; null while fewer than five readers counted. */
  writing: bigint | null;
  /** Whether there are posts that it is without, since fewer than five readers of theirs counted. */
  partly: boolean;
}

/** Readers that are worked out; where there are more, their sum stands for all. */
const SAMPLE = 500;
const AT_ONCE = 100;

interface Running {
  number: number;
  startsAt: Date;
  /** Up to when it is counted. */
  endsAt: Date;
  over: Date;
  rule: EarningRule;
  gamma: Record<PoolKind, Fraction | null>;
}

/** The running week as the last one was priced: what a second moved then is taken for what it moves now. */
async function runningAt(now: Date): Promise<Running | null> {
  const epoch = await db.epoch.findFirst({ where: { startsAt: { lte: now }, endsAt: { gt: now } }, orderBy: { number: 'desc' } });
  if (!epoch) return null;
  const { number, startsAt, endsAt: over, ruleVersion } = epoch;
  const pools = await db.epochPool.findMany({ where: { epoch: number - 1 } });
  const gammaOf = (kind: PoolKind): Fraction | null => {
    const pool = pools.find((one) => one.kind === kind);
    return fractionOf(pool?.gammaOver ?? null, pool?.gammaUnder ?? null);
  };
  const gamma = { main: gammaOf('main'), quarantine: gammaOf('quarantine') };
  return { number, startsAt, endsAt: midnight(now), over, rule: await ruleOf(ruleVersion), gamma };
}

/** What a reader moves by what counts so far, and of it what is their own and what each post gets. */
function movedBy({ tier, budget, holdId, rows }: Judged, { rule, gamma }: Running): { reward: bigint; posts: Map<string, bigint> } {
  const price = gamma[poolOf(tier)];
  const all = rows.reduce((sum, { seconds }) => sum + BigInt(seconds), 0n);
  if (all === 0n || holdId !== null) return { reward: 0n, posts: new Map() };
  const { reward, toWriter } = partsOf(couldHaveMoved({ budget, moved: 0n, counted: 0n }, all, price), rule.readerShare.points);
  const posts = new Map(rows.map(({ postId, seconds }) => [postId, (toWriter * BigInt(seconds)) / all]));
  return { reward, posts };
}

/** It counts up to midnight, so one answer does for a while. */
const kept = new LRUCache<string, { writing: bigint | 'few' | 'nobody' }>({ max: 2_000, ttl: 600_000 });

/** Posts of one blog: somebody's own, or all others'. */
type Posts = Pick<Scope, 'blogId' | 'memberId'> & { part: Part };

/** What all of these would bring, those that may be told of; null while none may: every sum is of such as may be told alone. */
async function writingOf(all: readonly Posts[], running: Running, now: Date): Promise<Pick<Estimate, 'writing' | 'partly'>> {
  let sum: bigint | null = null;
  let few = false;
  for (const posts of all) {
    const key = `${running.number} ${running.endsAt.getTime()} ${posts.blogId} ${posts.part} ${posts.memberId}`;
    const { writing } = kept.get(key) ?? { writing: await workOut(posts, running, now) };
    kept.set(key, { writing });
    if (writing === 'few') few = true;
    else if (writing !== 'nobody') sum = (sum ?? 0n) + writing;
  }
  return { writing: sum, partly: sum !== null && few };
}

/**
 * The week so far, up to the last midnight since when five others or more had read these posts: no two sums that are told differ by fewer.
 * Nobody is one of them whose reading never counts there: the blog's own people, and who is held.
 */
async function workOut({ blogId, memberId, part }: Posts, running: Running, now: Date): Promise<bigint | 'few' | 'nobody'> {
  const [from, to] = [slotOf(running.startsAt), slotOf(running.endsAt)];
  const days = await db.$queryRaw<{ day: bigint; ids: string[] }[]>`
    SELECT b.slot / ${DAY_SLOTS}::int AS day, array_agg(DISTINCT b."readerId"::text) AS ids
    FROM post p JOIN reading_session s ON s."postId" = p.id JOIN reading_beat b ON b."sessionId" = s.id
    WHERE p."blogId" = ${blogId}::uuid AND (p."authorId" = ${memberId}::uuid) = ${part === 'own'}::boolean
      AND s."lastAt" >= ${running.startsAt} AND b.slot >= ${from}::bigint AND b.slot < ${to}::bigint
      AND p."authorId" IS DISTINCT FROM s."readerId"
      AND NOT EXISTS (SELECT FROM blog_member m WHERE m."blogId" = p."blogId" AND m."memberId" = s."readerId")
      AND NOT EXISTS (SELECT FROM earning_hold h WHERE h."memberId" = s."readerId"
        AND (h.outcome IS NULL OR (h.outcome = 'confirmed' AND h."endedAt" > ${running.startsAt})))
    GROUP BY 1 ORDER BY 1`;
  const { readers, until } = toldUntil(days);
  if (until === null) return days.length === 0 ? 'nobody' : 'few';
  const sample = [...readers].sort((a, b) => (hashed(a) < hashed(b) ? -1 : 1)).slice(0, SAMPLE);
  const week = { ...running, endsAt: new Date(Number(until + 1n) * 86_400_000) };
  let [sum, counted] = [0n, 0];
  const own = await db.post.findMany({
    where: { blogId, authorId: part === 'own' ? memberId : { not: memberId } },
    select: { id: true },
  });
  const posts = new Set(own.map(({ id }) => id));
  for (let at = 0; at < sample.length; at += AT_ONCE) {
    for (const one of await judge(db, week, sample.slice(at, at + AT_ONCE), { rule: running.rule, now })) {
      let amount = 0n;
      for (const [postId, moved] of movedBy(one, running).posts) if (posts.has(postId)) amount += moved;
      sum += amount;
      counted += Number(amount > 0n);
    }
  }
  if (counted < LEAST_READERS) return 'few';
  return (sum * BigInt(readers.size)) / BigInt(sample.length);
}

const DAY_SLOTS = 86_400 / SLOT_SECONDS;
const hashed = (id: string): string => createHash('sha256').update(id).digest('hex');

/** The last day up to which a sum may be told, and whose reading is in it. */
function toldUntil(days: readonly { day: bigint; ids: string[] }[]): { readers: Set<string>; until: bigint | null } {
  const told = { readers: new Set<string>(), until: null as bigint | null };
  let since = new Set<string>();
  for (const { day, ids } of days) {
    since = new Set([...since, ...ids]);
    if (since.size < LEAST_READERS) continue;
    told.readers = new Set([...told.readers, ...since]);
    told.until = day;
    since = new Set();
  }
  return told;
}

/** An estimate is worked out while a page is asked for: where that takes too long, all else stands without it, for a while. */
const notNow = new LRUCache<string, true>({ max: 2_000, ttl: 600_000 });

async function orNone<T>(key: string, work: () => Promise<T>): Promise<T | null> {
  if (notNow.has(key)) return null;
  try {
    return await work();
  } catch (error) {
    notNow.set(key, true);
    log.error({ err: error }, 'an estimate could not be worked out');
    return null;
  }
}

/** What the running week would bring somebody, as reader and as writer; null where no week runs, and where it takes too long to say. */
export async function estimateOf(member: { id: string }, now: Date): Promise<Estimate | null> {
  const running = await runningAt(now);
  if (!running) return null;
  return orNone(member.id, async () => {
    const [own] = await judge(db, running, [member.id], { rule: running.rule, now });
    const blogs = await db.post.findMany({ where: { authorId: member.id }, distinct: ['blogId'], select: { blogId: true } });
    const posts = blogs.map(({ blogId }): Posts => ({ blogId, memberId: member.id, part: 'own' }));
    return {
      epoch: running.number,
      endsAt: running.over,
      reading: own ? movedBy(own, running).reward : 0n,
      ...(await writingOf(posts, running, now)),
    };
  });
}

/** What the running week would bring the posts of `scope`; null where no week runs, and where it takes too long to say. */
export async function estimateOfPosts(scope: Scope, now: Date): Promise<Omit<Estimate, 'reading'> | null> {
  const running = await runningAt(now);
  if (!running) return null;
  const posts = partsIn(scope).map((part): Posts => ({ ...scope, part }));
  return orNone(`${scope.memberId} ${scope.blogId}`, async () => ({
    epoch: running.number,
    endsAt: running.over,
    ...(await writingOf(posts, running, now)),
  }));
}

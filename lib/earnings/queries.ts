import 'server-only';
import { db } from '@/lib/db/client';
import { balanceOf, type Entry, entriesOf } from '@/lib/ledger/queries';
import { postPath } from '@/lib/posts/view';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import type { WhyNot } from './judged';
import { availableOf, derivedId, pendingOf } from './names';
import { REASONS, type TakenBack } from './review';
import { heldUntil } from './rules';
import { type Movement, movementsOf } from './statement';
import { toldByBlog, toldReturned, toldReturnedOf } from './told-apart';
import { weeksOf } from './weeks';

/** What somebody has, in thousandths of a point. */
export interface Purse {
  pending: bigint;
  /** Of what somebody has now: without what is set aside. */
  available: bigint;
}

const NOTHING: Purse = { pending: 0n, available: 0n };

/** What somebody has now: asked of the ledger, kept nowhere else. */
export async function purseOf(member: { id: string }): Promise<Purse> {
  const account = await db.earningAccount.findUnique({ where: { memberId: member.id } });
  if (!account) return NOTHING;
  const [pending, available] = [await balanceOf(pendingOf(account.code)), await balanceOf(availableOf(account.code))];
  return { pending: pending.posted, available: available.posted - available.held };
}

/** What is set aside for payouts that somebody asked for. */
export async function asideOf(member: { id: string }): Promise<bigint> {
  const account = await db.earningAccount.findUnique({ where: { memberId: member.id } });
  return account ? (await balanceOf(availableOf(account.code))).held : 0n;
}

interface PostNamed {
  /** Null when the post is gone or shown no more. */
  title: string | null;
  path: string | null;
  blog: string | null;
}

/** What of one's own reading of a post counted, and why the rest did not. Seconds. */
export interface ReadLine extends PostNamed {
  postId: string;
  credited: number;
  left: { reason: WhyNot; seconds: number }[];
  /** One's own part of what it moved, and the writer's. */
  reward: bigint;
  moved: bigint;
  /** Why both were taken back. */
  returned: TakenBack | null;
}

/** What a post of one's own was given; of fewer than five readers no number is told, and posts of few readers are one line, with one of more where there is one. */
export interface WrittenLine extends PostNamed {
  /** Null of the posts of few readers. */
  postId: string | null;
  amount: bigint;
  /** What of it was taken back; null where that, or what is left, is of fewer than five readers. */
  returned: bigint | null;
  readers: number | null;
  /** Of those readers, seconds that counted; and those that did not, where at least five readers had some for the same reason. */
  credited: number | null;
  left: { reason: WhyNot; seconds: number }[];
}

export interface Statement {
  epoch: number;
  startsAt: Date;
  endsAt: Date;
  state: 'divided' | 'allocated' | 'released';
  ruleVersion: number;
  dividedAt: Date;
  /** What this person is called in what is published of the epoch. */
  names: { reader: string | null; payee: string[] };
  /** The most that one's reading could move, in thousandths of a point; 0 where too little is shown of the account, null for no reader of the epoch. */
  budget: bigint | null;
  /** Why what one's reading moved is held or was taken back, in words, and what was answered; null while nothing is. */
  held: {
    reason: string;
    note: string;
    byMachine: boolean;
    createdAt: Date;
    outcome: 'cleared' | 'confirmed' | null;
    answer: string;
  } | null;
  /** When what stands becomes available; null before it is in the ledger. */
  availableFrom: Date | null;
  opening: Purse;
  closing: Purse;
  read: ReadLine[];
  written: WrittenLine[];
  /** Each line of the ledger from this epoch's division to the next one's, and the same by transaction. */
  entries: Entry[];
  movements: Movement[];
}

/** Somebody's statement of an epoch: what they had, what was read and by whom they were read, what the ledger did, what they had then. Null until it is divided. */
export async function statementOf(member: { id: string }, number: number): Promise<Statement | null> {
  const epoch = await db.epoch.findUnique({ where: { number } });
  if (!epoch?.dividedAt || epoch.state === 'running' || epoch.state === 'frozen') return null;
  const next = await db.epoch.findUnique({ where: { number: number + 1 }, select: { dividedAt: true } });
  const account = await db.earningAccount.findUnique({ where: { memberId: member.id } });
  const codes = account ? [pendingOf(account.code), availableOf(account.code)] : [];
  const all = await entriesOf(codes, next?.dividedAt ?? null);
  const dividedAt = epoch.dividedAt.getTime();
  const { startsAt, endsAt, state, allocatedAt, ruleVersion } = epoch;
  const entries = all.filter(({ at }) => at.getTime() >= dividedAt);
  return {
    epoch: number,
    startsAt,
    endsAt,
    state,
    ruleVersion,
    dividedAt: epoch.dividedAt,
    ...(await selfIn(member.id, number)),
    held: await heldIn(member.id, number),
    availableFrom: allocatedAt && new Date(await heldUntil({ allocatedAt, ruleVersion })),
    opening: after(all.filter(({ at }) => at.getTime() < dividedAt)),
    closing: after(all),
    read: await readBy(member.id, number),
    written: await writtenBy(member.id, number),
    entries,
    movements: movementsOf(entries, account ? await epochsOfPostings(account.code) : new Map()),
  };
}

/** Which week each posting to an account is of, by the ids that follow from the week. */
async function epochsOfPostings(account: string): Promise<Map<string, number>> {
  const shares = await db.epochShare.findMany({ where: { account }, select: { epoch: true, chunk: true } });
  const kinds = ['allocation:', 'release:', 'claw-back:'];
  return new Map(
    shares.flatMap(({ epoch, chunk }) =>
      kinds.flatMap((kind) =>
        (kind === 'claw-back:' ? REASONS.map((reason) => `:${reason}`) : ['']).map((end): [string, number] => [
          derivedId(`${kind}${epoch}:${chunk}${end}`),
          epoch,
        ]),
      ),
    ),
  );
}

async function selfIn(memberId: string, epoch: number): Promise<Pick<Statement, 'names' | 'budget'>> {
  const where = { memberId, epoch };
  const reader = await db.epochReader.findFirst({ where, select: { id: true, budget: true } });
  const payees = await db.epochPayee.findMany({ where, select: { id: true } });
  return { names: { reader: reader?.id ?? null, payee: payees.map(({ id }) => id).sort() }, budget: reader?.budget ?? null };
}

async function heldIn(memberId: string, epoch: number): Promise<Statement['held']> {
  const told = { reason: true, note: true, byMachine: true, createdAt: true, outcome: true, answer: true } as const;
  const row = await db.epochReader.findFirst({ where: { memberId, epoch }, select: { hold: { select: told } } });
  return row?.hold ?? null;
}

/**
 * What is there after these entries: their sum. An instant is when a transaction began, and of two that overlapped the later one may have
 * been written first, so that no line's own balance tells.
 */
function after(entries: readonly Entry[]): Purse {
  const sum = (end: string) => entries.reduce((all, { account, amount }) => (account.endsWith(end) ? all + amount : all), 0n);
  return { pending: sum(':pending'), available: sum(':available') };
}

/** All statements of somebody, the first epoch first; one begins where the one before ended. */
export async function statementsOf(member: { id: string }): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const { epoch } of (await weeksOf(member, { all: true })).reverse()) {
    const one = await statementOf(member, epoch);
    if (one) statements.push(one);
  }
  return statements;
}

async function readBy(memberId: string, epoch: number): Promise<ReadLine[]> {
  const rows = await db.epochRow.findMany({ where: { reader: { memberId, epoch } }, orderBy: [{ seconds: 'desc' }, { postId: 'asc' }] });
  const named = await namesOf(rows.map(({ postId }) => postId));
  return rows.map(({ postId, seconds, left, reward, amount, returned }) => ({
    ...(named.get(postId) ?? GONE),
    postId,
    credited: seconds,
    left: left as unknown as ReadLine['left'],
    reward,
    moved: amount,
    returned: REASONS.find((one) => one === returned) ?? null,
  }));
}

interface WrittenRow {
  postId: string;
  blogId: string | null;
  amount: bigint;
  returned: bigint;
  returnedReaders: number;
  readers: number;
  credited: number;
}

async function writtenBy(memberId: string, epoch: number): Promise<WrittenLine[]> {
  const rows = await db.$queryRaw<WrittenRow[]>`
    SELECT r."postId", q."blogId", sum(r.amount)::bigint AS amount, coalesce(sum(r.amount) FILTER (WHERE r.returned IS NOT NULL), 0)::bigint AS returned,
      count(DISTINCT r."readerId") FILTER (WHERE r.returned IS NOT NULL)::int AS "returnedReaders", count(DISTINCT r."readerId")::int AS readers, sum(r.seconds)::int AS credited
    FROM epoch_payee y JOIN epoch_row r ON r."payeeId" = y.id LEFT JOIN epoch_post q ON q.epoch = y.epoch AND q."postId" = r."postId"
    WHERE y."memberId" = ${memberId}::uuid AND y.epoch = ${epoch} AND r.amount > 0 GROUP BY r."postId", q."blogId" ORDER BY amount DESC, r."postId"`;
  const [named, left] = [await namesOf(rows.map(({ postId }) => postId)), await leftOf(memberId, epoch)];
  const { told, together: few } = toldByBlog(rows);
  const lines = told.map((row): WrittenLine => {
    const { postId, amount, readers, credited } = row;
    const name = named.get(postId) ?? GONE;
    return { ...name, postId, amount, readers, credited, returned: toldReturned(row), left: left.get(postId) ?? [] };
  });
  if (few.length === 0) return lines;
  const amount = few.reduce((all, row) => all + row.amount, 0n);
  const together = { postId: null, amount, returned: toldReturnedOf(few), readers: null, credited: null, left: [] };
  return [...lines, { ...GONE, ...together }];
}

/** What did not count of readers who did, by post. */
async function leftOf(memberId: string, epoch: number): Promise<Map<string, WrittenLine['left']>> {
  const rows = await db.$queryRaw<{ postId: string; reason: WhyNot; seconds: number }[]>`
    SELECT r."postId", l.reason, sum(l.seconds)::int AS seconds
    FROM epoch_payee y JOIN epoch_row r ON r."payeeId" = y.id CROSS JOIN LATERAL jsonb_to_recordset(r."left") AS l (reason text, seconds int)
    WHERE y."memberId" = ${memberId}::uuid AND y.epoch = ${epoch} AND r.amount > 0
    GROUP BY r."postId", l.reason HAVING count(DISTINCT r."readerId") >= ${LEAST_READERS} ORDER BY seconds DESC, l.reason`;
  const left = new Map<string, WrittenLine['left']>();
  for (const { postId, ...one } of rows) left.set(postId, [...(left.get(postId) ?? []), one]);
  return left;
}

const GONE: PostNamed = { title: null, path: null, blog: null };

/** What posts are called, those that are shown. */
export async function namesOf(postIds: readonly string[]): Promise<Map<string, PostNamed>> {
  const posts = await db.post.findMany({
    where: { id: { in: [...postIds] }, publishedAt: { not: null } },
    select: { id: true, title: true, slug: true, blog: { select: { handle: true, name: true } } },
  });
  return new Map(posts.map(({ id, title, slug, blog }) => [id, { title, path: postPath(blog.handle, slug ?? ''), blog: blog.name }]));
}

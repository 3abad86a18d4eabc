import 'server-only';
import type { ProofKind } from '@/lib/accounts/proof';
import { db } from '@/lib/db/client';
import type { LinkGround } from '../hold-reasons';
import { lift, linkPair, lockLink } from '../links';
import { holdCredit } from './hold-credit';

/** As long as what a wrong proof did may still stand in a week that is not released. */
const WRONG_DAYS = 90;

const GROUNDS: Readonly<Record<ProofKind, LinkGround>> = { passkey: 'passkey', phone: 'number', card: 'card', identity: 'identity' };

/**
 * Links who proved something with the account that showed the same first, or takes back what a wrong proof linked and holds what it let
 * their reading move. A job's work: again changes nothing.
 */
export async function linkProof(proofId: string, now = new Date()): Promise<void> {
  const proof = await db.proof.findUnique({ where: { id: proofId } });
  if (!proof) return;
  const { memberId, kind, fingerprint: shared, wrong } = proof;
  if (wrong) {
    await holdUnproven(memberId, proof.endedAt ?? now);
    return unlink({ memberId, ground: GROUNDS[kind], shared }, now);
  }
  // Through the first all that show it are linked with one another.
  const first = await db.proof.findFirst({
    where: { kind, fingerprint: shared, wrong: false },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { memberId: true },
  });
  if (!first || first.memberId === memberId) return;
  const memberIds = [first.memberId, memberId] as const;
  await db.$transaction((tx) => linkPair(tx, { memberIds, ground: GROUNDS[kind], shared, by: null }));
}

/**
 * What somebody's reading moves in weeks that are divided, and not released, by a budget which they had for a proof that was found wrong at
 * `since`: it waits for an admin, who clears it where another proof stood for the same.
 */
async function holdUnproven(memberId: string, since: Date): Promise<void> {
  // Which were frozen while it counted, or are being frozen since: what is proven after that is of other weeks.
  const weeks = { state: { not: 'released' as const }, OR: [{ frozenAt: { lte: since } }, { frozenAt: null, endsAt: { lte: since } }] };
  if ((await db.epochReader.count({ where: { memberId, tier: { not: 'none' }, of: weeks } })) === 0) return;
  const [seen] = await db.$queryRaw<object[]>`
    SELECT 1 FROM earning_hold WHERE "memberId" = ${memberId}::uuid AND (reason = 'unproven' AND "createdAt" >= ${since}
      OR evidence @> '{"more": [{"reason": "unproven"}]}' AND ("endedAt" IS NULL OR "endedAt" >= ${since})) LIMIT 1`;
  if (seen) return;
  await holdCredit(null, { memberId, reason: 'unproven' });
}

async function unlink({ memberId, ground, shared }: { memberId: string; ground: LinkGround; shared: string }, now: Date): Promise<void> {
  const made = { ground, shared, liftedAt: null, OR: [{ oneId: memberId }, { otherId: memberId }] };
  for (const { id } of await db.earningLink.findMany({ where: made, select: { id: true }, orderBy: { id: 'asc' } }))
    await db.$transaction(async (tx) => {
      const link = await lockLink(tx, id);
      if (link?.liftedAt === null) await lift(tx, link, { by: null, answer: '', now });
    });
}

/**
 * Finds what the same proofs link that no job has linked, after a first account left, and what wrong ones linked that no job could take
 * back while an epoch was released; every night and before each division.
 */
export async function linkSharedProofs(): Promise<void> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM proof p JOIN (
      SELECT kind, fingerprint FROM proof WHERE NOT wrong GROUP BY 1, 2 HAVING count(DISTINCT "memberId") > 1) AS shared USING (kind, fingerprint)
    WHERE NOT p.wrong UNION SELECT id FROM proof WHERE wrong AND "endedAt" > now() - make_interval(days => ${WRONG_DAYS}::int) ORDER BY id`;
  for (const { id } of rows) await linkProof(id);
}

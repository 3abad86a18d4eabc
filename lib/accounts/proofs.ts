import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import { isAdmin, type Member } from './actor';
import type { ProofFact, ProofKind } from './proof';

interface Row {
  memberId: string;
  kind: ProofKind;
  createdAt: Date;
  endedAt: Date | null;
  wrong: boolean;
  taken: boolean;
}

/** What each of these people has proven, and whether it counts for them, as it stands at `at`: asked of the database once for all. */
export async function proofFactsOf(tx: Tx, memberIds: readonly string[], at: Date): Promise<Map<string, ProofFact[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."memberId", p.kind::text AS kind, p."createdAt", p."endedAt", p.wrong, EXISTS (
      SELECT FROM proof other WHERE other.kind = p.kind AND other.fingerprint = p.fingerprint AND other."memberId" <> p."memberId"
        AND NOT other.wrong AND (other."endedAt" IS NULL OR other."endedAt" > ${at})
        AND (other."createdAt", other.id) < (p."createdAt", p.id)) AS taken
    FROM proof p WHERE p."memberId" = ANY (${[...memberIds]}::uuid[])`;
  const facts = new Map<string, ProofFact[]>();
  for (const { memberId, kind, createdAt, endedAt, wrong, taken } of rows) {
    const fact = { kind, from: createdAt.getTime(), until: endedAt?.getTime() ?? null, wrong, taken };
    facts.set(memberId, [...(facts.get(memberId) ?? []), fact]);
  }
  return facts;
}

/** A proof as its person sees it. */
export interface OwnProof {
  id: string;
  kind: ProofKind;
  createdAt: Date;
  /** Another account showed the same first: here it does not count. */
  taken: boolean;
}

/** What this person has proven and not removed, the latest first. */
export async function proofsOf({ id }: { id: string }, now = new Date()): Promise<OwnProof[]> {
  const rows = await db.proof.findMany({
    where: { memberId: id, endedAt: null },
    select: { id: true, kind: true, createdAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (rows.length === 0) return [];
  const facts = (await proofFactsOf(db, [id], now)).get(id) ?? [];
  return rows.map((row) => ({
    ...row,
    taken: facts.some(({ kind, from, taken }) => kind === row.kind && from === row.createdAt.getTime() && taken),
  }));
}

/** A proof as an admin sees it. */
export interface SeenProof extends OwnProof {
  by: string | null;
  byProvider: boolean;
  endedAt: Date | null;
  wrong: boolean;
}

/** All that somebody has ever proven here; nothing for who is no admin. */
export async function proofsSeen(admin: Member, memberId: string): Promise<SeenProof[]> {
  if (!isAdmin(admin)) return [];
  const standing = await proofsOf({ id: memberId });
  const rows = await db.proof.findMany({
    where: { memberId },
    select: { id: true, kind: true, createdAt: true, endedAt: true, wrong: true, callId: true, by: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  return rows.map(({ by, callId, ...row }) => ({
    ...row,
    by: by?.name ?? null,
    byProvider: callId !== null,
    taken: standing.find(({ id }) => id === row.id)?.taken ?? false,
  }));
}

import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { ACTS, type Act as EarningAct } from '@/lib/earnings/acts';

/** What admins do about payouts, about what a point is worth, and about what people prove. */
export const MONEY_ACTS = [
  'set-on',
  'set-off',
  'admin-approve',
  'admin-hold',
  'admin-cancel',
  'paid',
  'operator-failed',
  'operator-returned',
  'tax-there',
  'tax-gone',
  'fault-cleared',
  'handed-over',
  'worth',
  'proof-recorded',
  'proof-revoked',
] as const;
export type MoneyAct = EarningAct | (typeof MONEY_ACTS)[number];

export const isEarningAct = (act: MoneyAct): act is EarningAct => (ACTS as readonly string[]).includes(act);

export interface MoneyEntry {
  id: string;
  at: Date;
  /** Null where the site did it by itself, or who did it has left. */
  by: string | null;
  byItself: boolean;
  act: MoneyAct;
  epoch: number | null;
  version: number | null;
  /** A person, a rail, an amount, or the words of who did it. */
  about: string;
}

const PAGE = 50;
const BEFORE = /^([12]\d{3}-\d\d-\d\dT[\d:.]+Z)~([\da-f.-]{36,46})$/;

/** An instant as it was written; null for what only looks like one. */
function instantOf(text: string): string | null {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text ? text : null;
}

/**
 * Who did what about rules, epochs, worth, proofs and payouts, the latest first, fifty from before an entry on.
 * @throws Refused `not-found` for who is no admin
 */
export async function moneyLog(by: Member, before = ''): Promise<{ entries: MoneyEntry[]; next: string | null }> {
  if (!isAdmin(by)) throw new Refused('not-found');
  const [, written = '', id = null] = BEFORE.exec(before) ?? [];
  const at = instantOf(written);
  const rows = await db.$queryRaw<MoneyEntry[]>`
    SELECT acts.id, acts.at, m.name AS by, acts.itself AS "byItself", acts.act, acts.epoch, acts.version, coalesce(acts.about, '') AS about FROM (
      SELECT id::text, "createdAt" AS at, "actorId" AS "byId", "byItself" AS itself, action AS act, epoch, version, words AS about FROM earning_event
      UNION ALL SELECT w.id::text, w."createdAt", w."byId", false, 'worth', NULL, NULL,
        CASE WHEN w.value IS NULL THEN '' ELSE trim_scale(w.value / 1000000.0) || ' ' || w.currency END FROM point_worth w
      UNION ALL SELECT v.id::text, v."createdAt", v."actorId", v."byMachine", v.action, NULL, NULL, concat_ws(' ', v.reason, '@' || p.handle)
        FROM moderation_event v LEFT JOIN member p ON p.id = v."personId" WHERE v.action IN ('proof-recorded', 'proof-revoked')
      UNION ALL SELECT id::text, "createdAt", "byId", false, CASE WHEN "on" THEN 'set-on' ELSE 'set-off' END, NULL, NULL,
        concat(rail, ': 1,000 = ', trim_scale(worth / (10.0 ^ decimals)), ' ', unit, ', ≤ ', trim_scale("dailyCap" / (10.0 ^ decimals)), ' ', unit)
        FROM payout_setting
      UNION ALL SELECT e."payoutId" || '.' || e.nth, e."createdAt", e."byId", false, e.reason, NULL, NULL, coalesce('@' || p.handle, e."payoutId"::text)
        FROM payout_event e JOIN payout o ON o.id = e."payoutId" LEFT JOIN member p ON p.id = o."memberId"
        WHERE e.reason IN ('admin-approve', 'admin-hold', 'admin-cancel') OR (e.reason = 'handed-over' AND e."byId" IS NOT NULL)
          OR (o.rail = 'manual' AND e.reason IN ('paid', 'operator-failed', 'operator-returned'))
      UNION ALL SELECT t.id::text, t."createdAt", t."byId", false, CASE WHEN t.there THEN 'tax-there' ELSE 'tax-gone' END, NULL, NULL, '@' || p.handle
        FROM payout_tax_form t JOIN member p ON p.id = t."memberId"
      UNION ALL SELECT id::text, "clearedAt", "clearedById", false, 'fault-cleared', NULL, NULL, rail || ' ' || code
        FROM payout_fault WHERE "clearedAt" IS NOT NULL
    ) acts LEFT JOIN member m ON m.id = acts."byId"
    WHERE ${at}::timestamptz IS NULL OR (acts.at, acts.id) < (${at}::timestamptz, ${id})
    ORDER BY acts.at DESC, acts.id DESC LIMIT ${PAGE + 1}`;
  const entries = rows.slice(0, PAGE);
  const last = entries.at(-1);
  return { entries, next: rows.length > PAGE && last ? `${last.at.toISOString()}~${last.id}` : null };
}

import 'server-only';
import { Prisma } from '@/lib/db/client';
import type { RailName } from './setting';

interface Day {
  name: RailName;
  /** Its beginning. */
  day: Date;
  /** Digits of the unit that the rail has now. */
  decimals: number;
}

/** What a rail sent since a day began, in the smallest units it has now. */
export const spent = ({ name, day, decimals }: Day) => Prisma.sql`
  SELECT coalesce(ceil(sum(p.units * power(10::numeric, ${decimals}::int - s.decimals))), 0) AS units
  FROM payout p JOIN payout_setting s ON s.id = p."settingId" WHERE p.rail = ${name} AND p."submittedAt" >= ${day}`;

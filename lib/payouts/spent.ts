import 'server-only';
import { Prisma } from '@/lib/db/client';
import type { RailName } from './setting';

interface Of {
  name: RailName;
  /** Digits of the unit that the rail has now. */
  decimals: number;
}

/** Of payouts `p` of a rail: their units in the digits it has now, whatever digits they were asked for in. */
const sumOf = ({ name, decimals }: Of) => Prisma.sql`
  SELECT coalesce(ceil(sum(p.units * power(10::numeric, ${decimals}::int - s.decimals))), 0) AS units
  FROM payout p JOIN payout_setting s ON s.id = p."settingId" WHERE p.rail = ${name}`;

/** What a rail sent since `day` began. */
export const spent = ({ day, ...of }: Of & { day: Date }) => Prisma.sql`${sumOf(of)} AND p."submittedAt" >= ${day}`;

/** What it paid in all. */
export const settled = (of: Of) => Prisma.sql`${sumOf(of)} AND p.state = 'settled'`;

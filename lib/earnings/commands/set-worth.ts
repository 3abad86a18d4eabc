import 'server-only';
import { z } from 'zod';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { cacheTag } from '@/lib/core/cache-tags';
import { parseDecimal } from '@/lib/core/decimal';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';

const known = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);
const setting = z.object({
  /** Money for one point, as it is typed: `0.002`. Empty: nothing is said of it any more. */
  value: z
    .string()
    .trim()
    .regex(/^(\d{1,9}(\.\d{1,6})?)?$/, 'wrong')
    .transform((text) => parseDecimal(text, 6)),
  currency: z.string().trim().toUpperCase().refine(known, 'wrong'),
});

/** Says what a point is worth from now on; what was said before stays in the list. The same again adds nothing. @throws Refused `not-allowed`, `invalid` */
export async function setWorth(by: Member, input: unknown): Promise<void> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const { value, currency } = parse(setting, input);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('point.worth', 0))`;
    const last = await tx.pointWorth.findFirst({ orderBy: { id: 'desc' } });
    if (last ? last.value === value && (value === null || last.currency === currency) : value === null) return;
    await tx.pointWorth.create({ data: { value, currency, byId: by.id } });
    await purge(tx, cacheTag.earn);
  });
}

import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { parseDecimal } from '@/lib/core/decimal';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { isTooMuch, rulesOfPoints } from '@/lib/earnings/most-worth';
import { settingOf } from '../facts';
import { isConfigured } from '../rails';
import { setting as settingSchema } from '../schema';

/** What the database can count. */
const MOST_UNITS = 2n ** 63n - 1n;

/**
 * Sets a rail and its gates, on or off. What was set before stays on record and with the payouts that were asked for under it. A way that is on
 * pays no more for points than forging accounts costs. The same again changes nothing. @throws Refused `not-allowed`, `invalid` naming each field that is wrong
 */
export async function setRail(by: Member, input: unknown, now = new Date()): Promise<void> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const { worth: typedWorth, dailyCap: typedCap, ...wanted } = parse(settingSchema, input);
  const [worth, dailyCap] = [parseDecimal(typedWorth, wanted.decimals), parseDecimal(typedCap, wanted.decimals)];
  const fields: Record<string, string> = {};
  if (!worth || worth > MOST_UNITS) fields.worth = 'payout-not-an-amount';
  if (!dailyCap || dailyCap > MOST_UNITS) fields.dailyCap = 'payout-not-an-amount';
  if (wanted.on && wanted.countries.length === 0) fields.countries = 'required';
  if (wanted.on && worth && isTooMuch({ ...wanted, worth }, await rulesOfPoints(now))) fields.worth = 'payout-worth-too-much';
  if (wanted.on && !isConfigured(wanted.rail)) fields.on = 'payout-not-configured';
  if (!worth || !dailyCap || Object.keys(fields).length > 0) throw new Refused('invalid', { fields });
  const all = { ...wanted, worth, dailyCap };
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`payout.setting.${wanted.rail}`}, 0))::text`;
    const present = await settingOf(tx, wanted.rail);
    if (present && same(all, present)) return;
    await tx.payoutSetting.create({ data: { ...all, byId: by.id, createdAt: now } });
  });
}

function same<T extends object>(wanted: T, present: T): boolean {
  return (Object.keys(wanted) as (keyof T)[]).every((name) => String(wanted[name]) === String(present[name]));
}

import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { lockPerson } from '@/lib/accounts/lock-person';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { country as countrySchema, taxForm } from '../schema';

/** Says in which country somebody pays taxes. The same again changes nothing. */
export async function declareCountry(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { country } = parse(countrySchema, input);
  await takeTurn('account', member);
  await db.$transaction(async (tx) => {
    await lockPerson(tx, member);
    const last = await tx.payoutCountry.findFirst({ where: { memberId: member.id }, orderBy: { createdAt: 'desc' } });
    if (last?.country !== country) await tx.payoutCountry.create({ data: { memberId: member.id, country, createdAt: now } });
  });
}

/** An admin says that they have somebody's tax form, or have it no more. @throws Refused `not-allowed` for anyone else and about oneself */
export async function tickTaxForm(by: Member, input: unknown, now = new Date()): Promise<void> {
  const { handle, there } = parse(taxForm, input);
  if (!isAdmin(by)) throw new Refused('not-allowed');
  await db.$transaction(async (tx) => {
    const person = await lockPerson(tx, { handle: handle.replace(/^@/, '') });
    if (!person) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
    if (person.id === by.id) throw new Refused('not-allowed');
    const last = await tx.payoutTaxForm.findFirst({ where: { memberId: person.id }, orderBy: { createdAt: 'desc' } });
    if ((last?.there ?? false) !== there)
      await tx.payoutTaxForm.create({ data: { memberId: person.id, there, byId: by.id, createdAt: now } });
  });
}

import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { lockPerson } from '@/lib/accounts/lock-person';
import { env } from '@/lib/core/env';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { newToken } from '@/lib/core/token';
import { db, type Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { linkSharers } from '../linked-accounts';
import { COOL_OFF } from '../policy';
import { removed, signed, wallet, written } from '../schema';
import { destinationMark, seal, shownOf, unseal } from '../seal';
import type { RailName } from '../setting';
import { chainIdOf, challengeText, isWalletAddress, signatureIsOf } from '../siws';

/** Milliseconds in which a text has to be signed. */
const GOOD_FOR = 15 * 60_000;
const STATEMENT = 'I want to be paid to this wallet. Signing moves nothing and costs nothing.';

/** Makes the text that shows, signed, that a wallet is one's own. @throws Refused `invalid` for what is no wallet's address */
export async function startLinking(member: Member, input: unknown, now = new Date()): Promise<{ nonce: string }> {
  const { address } = parse(wallet, input);
  if (!isWalletAddress(address)) throw new Refused('invalid', { fields: { address: 'payout-not-a-wallet' } });
  await takeTurn('account', member);
  const { SITE_URL, SOLANA_CHAIN } = env();
  // A nonce has letters and digits only.
  const nonce = newToken()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 24);
  const expiresAt = new Date(now.getTime() + GOOD_FOR);
  const message = challengeText({
    domain: new URL(SITE_URL).host,
    address,
    statement: STATEMENT,
    uri: `${SITE_URL}/earnings/payouts`,
    chainId: chainIdOf(SOLANA_CHAIN),
    nonce,
    issuedAt: now,
    expiresAt,
  });
  await db.$transaction(async (tx) => {
    await tx.payoutChallenge.deleteMany({ where: { memberId: member.id, expiresAt: { lt: now } } });
    await tx.payoutChallenge.create({ data: { nonce, memberId: member.id, address, message, createdAt: now, expiresAt } });
  });
  return { nonce };
}

/**
 * Takes a signed text: from then on the wallet is where this person is paid, after the cool-off. Each text is good for once.
 * @throws Refused `gone` for one that is used, over or not theirs, `invalid` when it is not signed by that wallet
 */
export async function finishLinking(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { nonce, signature } = parse(signed, input);
  await takeTurn('account', member);
  await db.$transaction(async (tx) => {
    const [asked] = await tx.$queryRaw<{ address: string; message: string }[]>`
      SELECT address, message FROM payout_challenge
      WHERE nonce = ${nonce} AND "memberId" = ${member.id}::uuid AND "usedAt" IS NULL AND "expiresAt" > ${now} FOR NO KEY UPDATE`;
    if (!asked) throw new Refused('gone');
    if (!signatureIsOf(asked.address, asked.message, signature))
      throw new Refused('invalid', { fields: { signature: 'payout-not-signed' } });
    await tx.payoutChallenge.update({ where: { nonce }, data: { usedAt: now } });
    await replace(tx, member, { rail: 'solana', text: asked.address, now });
  });
}

/** Says where somebody is paid by hand, such as an IBAN. It is kept sealed. */
export async function writeDestination(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { destination } = parse(written, input);
  await takeTurn('account', member);
  await db.$transaction((tx) => replace(tx, member, { rail: 'manual', text: destination, now }));
}

/** Takes a destination away; payouts that were asked for keep it. Again it changes nothing. */
export async function removeDestination(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { rail } = parse(removed, input);
  await db.payoutDestination.updateMany({
    where: { memberId: member.id, rail, removedAt: null },
    data: { removedAt: now, ...forget(rail) },
  });
}

// Its mark stays, by which another account with the same is found.
const forget = (rail: RailName) => (rail === 'manual' ? { address: '' } : {});

async function replace(tx: Tx, { id: memberId }: Member, { rail, text, now }: { rail: RailName; text: string; now: Date }): Promise<void> {
  const { SECRET } = env();
  const fingerprint = destinationMark(SECRET, rail, text);
  await lockPerson(tx, { id: memberId });
  // Two accounts that link the same at once: the later one sees the earlier.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${fingerprint}, 0))::text`;
  const present = await tx.payoutDestination.findFirst({ where: { memberId, rail, removedAt: null } });
  // To the letter: a mark is the same of what is only spaced otherwise, and of a mistake that is put right.
  if (present && (rail === 'manual' ? unseal(SECRET, present.address) : present.address) === text) return;
  if (present) await tx.payoutDestination.update({ where: { id: present.id }, data: { removedAt: now, ...forget(rail) } });
  const { id } = await tx.payoutDestination.create({
    data: {
      memberId,
      rail,
      address: rail === 'manual' ? seal(SECRET, text) : text,
      shown: shownOf(rail, text),
      fingerprint,
      createdAt: now,
      usableFrom: new Date(now.getTime() + COOL_OFF),
    },
    select: { id: true },
  });
  if (rail !== 'manual') await linkSharers(tx, memberId, { rail, fingerprint });
  await enqueue(tx, 'mail.payout-destination', { destinationId: id });
}

import { expect, test } from 'vitest';
import type { Member } from '@/lib/accounts/actor';
import { leave } from '@/lib/accounts/commands/leave';
import { findOrWelcome } from '@/lib/accounts/commands/sign-in';
import { barredFromSite } from '@/lib/accounts/queries';
import { postComment } from '@/lib/comments/commands/post-comment';
import { db } from '@/lib/db/client';
import { appeal } from '@/lib/moderation/commands/appeal';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { decidedWords } from '@/lib/moderation/decided-words';
import { sanctionMail } from '@/lib/moderation/sanction-mail';
import { standingOf } from '@/lib/moderation/standing';
import { blog, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

async function scene() {
  const [ines, judit, mai] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Judit Szabo', role: 'moderator' }),
    await member({ name: 'Mai Tran' }),
  ];
  const tide = await blog({ owner: ines });
  return { ines, judit, mai, tide, said: await post({ blog: tide, author: ines }) };
}

const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const goodbye = (who: Member) => leave(who, { confirm: 'leave' });
const comeBack = async (email: string, now = new Date()) => (await db.$transaction((tx) => findOrWelcome(tx, email, 'en', now))).member;

test('a ban on the whole site holds for who leaves and signs up again with the same address', async () => {
  const { judit, mai, said } = await scene();
  await sanction(judit, { handle: mai.handle, kind: 'banned', reason: 'spam', note: 'Thrice.' });
  expect(await barredFromSite(mai, new Date())).toBe(true);
  await goodbye(mai);
  await goodbye(mai);
  const kept = await db.barredAddress.findMany();
  expect(kept).toEqual([{ hash: expect.any(String), kind: 'banned', until: null, reason: 'spam', createdAt: expect.any(Date) }]);
  expect(JSON.stringify(kept)).not.toContain('mai');
  await twentyAtOnce(() => comeBack(mai.email.toUpperCase()));
  const again = await comeBack(mai.email);
  await expect(postComment(again, { postId: said.id, body: 'It is me.' })).rejects.toMatchObject({ fields: { body: 'banned' } });
  expect([await db.sanction.count({ where: { memberId: again.id } }), await db.barredAddress.count()]).toEqual([1, 0]);
  // They are told, may appeal, and may be let in.
  const [told] = (await standingOf(again, new Date())).held;
  expect(told).toMatchObject({ kind: 'banned', mayAppeal: true, by: { byMachine: true, rule: 'same-address' } });
  const words = [(await sanctionMail(told?.id ?? ''))?.paragraphs, decidedWords('en', told?.by)].map((lines) => lines?.join(' '));
  for (const line of words)
    expect(line).toContain('A machine decided this, by a rule of the site. The rule: banned before, with this address');
  await appeal(again, { eventId: told?.eventId, text: 'I have changed.' });
  await lift(judit, { sanctionId: told?.id });
  expect((await postComment(again, { postId: said.id, body: 'It is me.' })).status).toBe('held');
  await goodbye(again);
  expect(await db.barredAddress.count()).toBe(0);
});

test('a suspension holds until its end, and nothing is kept beyond it', async () => {
  const { judit, mai, ines } = await scene();
  await sanction(judit, { handle: mai.handle, kind: 'suspended', days: '7', reason: 'unkind' });
  await sanction(judit, { handle: ines.handle, kind: 'suspended', days: '7', reason: 'unkind' });
  await goodbye(mai);
  await goodbye(ines);
  const early = await comeBack(mai.email, later(1));
  expect(await barredFromSite(early, later(1))).toBe(true);
  const late = await comeBack(ines.email, later(8));
  expect(await db.sanction.count({ where: { memberId: late.id } })).toBe(0);
  expect(await db.barredAddress.count()).toBe(0);
});

test('of whom a blog alone bans, whose ban was lifted, and who was never banned, nothing is kept', async () => {
  const { ines, judit, mai, tide } = await scene();
  const [lifted, never] = [await member(), await member()];
  await sanction(ines, { handle: mai.handle, blogId: tide.id, kind: 'banned', reason: 'spam' });
  await sanction(judit, { handle: lifted.handle, kind: 'banned', reason: 'spam' });
  const { id: sanctionId } = await db.sanction.findFirstOrThrow({ where: { memberId: lifted.id } });
  await lift(judit, { sanctionId });
  for (const one of [mai, lifted, never]) await goodbye(one);
  expect(await db.barredAddress.count()).toBe(0);
});

test('a ban that comes while somebody leaves is kept, or comes too late for a person who is gone', async () => {
  const { judit, mai } = await scene();
  const [banned] = await Promise.all([refusalOf(sanction(judit, { handle: mai.handle, kind: 'banned', reason: 'spam' })), goodbye(mai)]);
  expect(['done', 'invalid']).toContain(banned);
  expect(await db.barredAddress.count()).toBe(banned === 'done' ? 1 : 0);
});

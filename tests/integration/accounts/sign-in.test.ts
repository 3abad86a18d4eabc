import { expect, test, vi } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { becomeAdmin } from '@/lib/accounts/commands/become-admin';
import { changeProfile } from '@/lib/accounts/commands/profile';
import { endSession } from '@/lib/accounts/commands/sessions';
import { requestLink, signInByLink } from '@/lib/accounts/commands/sign-in';
import { prepareSignInMail } from '@/lib/accounts/sign-in-mail';
import { newToken, tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

vi.hoisted(() => {
  process.env.ADMIN_EMAIL = 'Chief@Town.example';
});

async function linkFor(email: string): Promise<{ token: string; linkId: string }> {
  await requestLink({ email });
  const { id } = await db.oneTimeLink.findFirstOrThrow({ where: { email: email.trim() }, orderBy: { createdAt: 'desc' } });
  const mail = await prepareSignInMail(id);
  return { linkId: id, token: new URL(mail?.url ?? '').searchParams.get('token') ?? '' };
}

test('the answer is the same whether the address is known or not, and large letters are small ones', async () => {
  const ines = await member({ email: 'ines-sign-in@town.example' });
  expect(await requestLink({ email: ines.email })).toBe(await requestLink({ email: 'stranger@town.example' }));
  const { token } = await linkFor('INES-other@Town.example');
  const first = await signInByLink(token, '', new Date());
  const second = await signInByLink((await linkFor('ines-OTHER@town.example ')).token, '', new Date()).catch(() => null);
  expect(first.isNew).toBe(true);
  expect(second?.member.id ?? first.member.id).toBe(first.member.id);
});

test('twenty requests at once send one mail', async () => {
  await twentyAtOnce(() => requestLink({ email: 'eager@town.example' }));
  expect(await db.oneTimeLink.count({ where: { email: 'eager@town.example' } })).toBe(1);
  const jobs = await db.$queryRaw<{ data: object }[]>`SELECT data FROM pgboss.job WHERE name = 'mail.sign-in'`;
  expect(JSON.stringify(jobs)).not.toContain('@');
});

test('too many requests for one address are told how long to wait', async () => {
  for (let nth = 0; nth < 6; nth += 1) await requestLink({ email: 'often@town.example' });
  await expect(requestLink({ email: 'often@town.example' })).rejects.toMatchObject({
    reason: 'too-many',
    retryAfterSeconds: expect.any(Number),
  });
});

test('a link signs in once, twenty presses or not, and is kept as a hash only', async () => {
  const { token, linkId } = await linkFor('once@town.example');
  const row = await db.oneTimeLink.findUniqueOrThrow({ where: { id: linkId } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect(row.tokenHash).toBe(tokenHash(token));
  const answers = await twentyAtOnce(() => signInByLink(token, 'Mozilla/5.0 (X11; Linux) Firefox/140', new Date()));
  const done = answers.filter((answer) => answer.status === 'fulfilled');
  expect(done).toHaveLength(1);
  const session = done[0]?.status === 'fulfilled' ? done[0].value : null;
  expect(await db.session.count({ where: { tokenHash: session?.token ?? '' } })).toBe(0);
  const actor = await actorOfSession(tokenHash(session?.token ?? ''), new Date());
  expect(actor).toMatchObject({ kind: 'member', id: session?.member.id });
});

test('a link is good for fifteen minutes', async () => {
  const { token } = await linkFor('late@town.example');
  expect(await refusalOf(signInByLink(token, '', new Date(Date.now() + 15 * 60_000 + 1000)))).toBe('gone');
  expect(await refusalOf(signInByLink(token, '', new Date(Date.now() + 14 * 60_000)))).toBe('done');
});

test('an ended session is a guest’s, and nobody ends another’s', async () => {
  const { token } = await linkFor('device@town.example');
  const { member: own, token: session } = await signInByLink(token, '', new Date());
  const { id } = await db.session.findUniqueOrThrow({ where: { tokenHash: tokenHash(session) } });
  const stranger = await member({ name: 'Pavel M.' });
  expect(await refusalOf(endSession(stranger, { sessionId: id }))).toBe('not-found');
  await endSession(own, { sessionId: id });
  expect(await actorOfSession(tokenHash(session), new Date())).toEqual({ kind: 'guest' });
});

test('a handle that is taken or the site’s own is named beside its field', async () => {
  const sade = await member({ name: 'Sade Okafor' });
  const teo = await member({ name: 'Teo' });
  const profile = { name: 'Teo', bio: '', language: 'en' };
  await expect(changeProfile(teo, { ...profile, handle: sade.handle.toUpperCase() })).rejects.toMatchObject({
    fields: { handle: 'taken' },
  });
  await expect(changeProfile(teo, { ...profile, handle: 'admin' })).rejects.toMatchObject({ fields: { handle: 'taken' } });
  await expect(changeProfile(teo, { ...profile, handle: '-no-' })).rejects.toMatchObject({ fields: { handle: 'wrong' } });
});

test('the link of the first start makes one admin, for an hour', async () => {
  const [ada, judit] = [await member({ name: 'Ada' }), await member({ name: 'Judit' })];
  const link = async (expiresAt: Date) => {
    const token = newToken();
    await db.oneTimeLink.create({ data: { purpose: 'become_admin', tokenHash: tokenHash(token), expiresAt } });
    return token;
  };
  const token = await link(new Date(Date.now() + 3_600_000));
  expect(await refusalOf(becomeAdmin(judit, await link(new Date(Date.now() - 1)), new Date()))).toBe('gone');
  await becomeAdmin(ada, token, new Date());
  expect(await refusalOf(becomeAdmin(judit, token, new Date()))).toBe('gone');
  expect((await db.member.findUniqueOrThrow({ where: { id: ada.id } })).role).toBe('admin');
  expect((await db.member.findUniqueOrThrow({ where: { id: judit.id } })).role).toBe('member');
});

test('whoever owns the address in ADMIN_EMAIL is the admin, in whatever letters; nobody else by signing in', async () => {
  const chief = await signInByLink((await linkFor('chief@town.example')).token, '', new Date());
  const other = await signInByLink((await linkFor('not-the-chief@town.example')).token, '', new Date());
  expect([chief.member.role, other.member.role]).toEqual(['admin', 'member']);
});

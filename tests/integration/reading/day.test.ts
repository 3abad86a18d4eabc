import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { keepDay } from '@/lib/reading/commands/keep-day';
import { READ_SECONDS } from '@/lib/screening/trust';
import { blog, member, post, sessionOf } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

/** Mai, signed in, and a post of Ines. */
async function scene() {
  const [ines, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Mai Tran' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  return { ines, mai, said, session: await sessionOf(mai) };
}

const after = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const daysOf = ({ id }: { id: string }) => db.readingDay.count({ where: { memberId: id } });

test('fetching pages leaves no day of reading, however many; staying with one does, once', async () => {
  const { mai, said, session } = await scene();
  const looks = await Promise.all(Array.from({ length: 20 }, () => viewerOf(session, { post: said.id, blog: null })));
  expect(await daysOf(mai)).toBe(0);
  expect((await viewerOf(session, { post: null, blog: null })).dayMark).toBeNull();
  const mark = looks[0]?.dayMark ?? '';
  expect(await refusalOf(keepDay(session, { mark }))).toBe('conflict');
  expect(await refusalOf(keepDay(session, { mark }, after(READ_SECONDS - 1)))).toBe('conflict');
  expect(await daysOf(mai)).toBe(0);
  await twentyAtOnce(() => keepDay(session, { mark }, after(READ_SECONDS + 1)));
  expect(await daysOf(mai)).toBe(1);
  expect((await viewerOf(session, { post: said.id, blog: null })).dayMark).toBeNull();
});

test('of the reading only the day is kept, also where measuring was refused', async () => {
  const { mai, said, session } = await scene();
  await db.member.update({ where: { id: mai.id }, data: { measured: false } });
  const { dayMark } = await viewerOf(session, { post: said.id, blog: null });
  expect(await keepDay(session, { mark: dayMark }, after(60))).toEqual({ kept: true });
  expect(await db.readingDay.findMany({ where: { memberId: mai.id } })).toEqual([
    { memberId: mai.id, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  ]);
  expect(await db.readingSession.count({ where: { readerId: mai.id } })).toBe(0);
});

test('a mark is worth nothing to another session, once it is changed, the next day, or when the session is over', async () => {
  const { ines, mai, said, session } = await scene();
  const mark = (await viewerOf(session, { post: said.id, blog: null })).dayMark ?? '';
  const [at, signature] = mark.split('.');
  expect(await refusalOf(keepDay(await sessionOf(ines), { mark }, after(60)))).toBe('invalid');
  for (const forged of ['', '0.0', `${Number(at) - 60_000}.${signature}`, mark.slice(0, -1)])
    expect(await refusalOf(keepDay(session, { mark: forged }, after(60)))).toBe('invalid');
  expect(await refusalOf(keepDay(session, {}, after(60)))).toBe('invalid');
  expect(await refusalOf(keepDay(session, { mark }, after(86_400)))).toBe('gone');
  await db.session.deleteMany({ where: { memberId: mai.id } });
  expect(await refusalOf(keepDay(session, { mark }, after(60)))).toBe('sign-in-needed');
  expect([await daysOf(ines), await daysOf(mai)]).toEqual([0, 0]);
});

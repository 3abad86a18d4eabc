import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { GUEST, requireMember } from '@/lib/accounts/actor';
import { archiveOf } from '@/lib/accounts/archive';
import { follow } from '@/lib/accounts/commands/follow';
import { leave } from '@/lib/accounts/commands/leave';
import { followedBy } from '@/lib/accounts/queries';
import { MOST_FOLLOWED } from '@/lib/accounts/schema';
import { mute } from '@/lib/comments/commands/mute';
import { oneComment } from '@/lib/comments/one';
import { db } from '@/lib/db/client';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

async function scene() {
  const [ines, sade] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Sade Okafor' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  return { ines, sade, words: await comment({ post: said, author: sade }) };
}

const followed = async (person: FactoryMember) => (await followedBy(person)).map(({ id }) => id);
const muted = async (person: FactoryMember) => (await db.mute.findMany({ where: { memberId: person.id } })).map(({ mutedId }) => mutedId);

test('Ines follows Sade: twenty at once are one, private, and ended as often as she likes', async () => {
  const { ines, sade, words } = await scene();
  const sent = await twentyAtOnce(() => follow(ines, { memberId: sade.id, on: '1' }));
  expect(sent.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await followedBy(ines)).toMatchObject([{ id: sade.id, name: 'Sade Okafor', handle: sade.handle, since: expect.any(Date) }]);
  expect(await followed(sade)).toEqual([]);
  expect([(await oneComment(ines, words.id, new Date()))?.followed, (await oneComment(GUEST, words.id, new Date()))?.followed]).toEqual([
    true,
    false,
  ]);
  await twentyAtOnce(() => follow(ines, { memberId: sade.id, on: '0' }));
  expect(await followed(ines)).toEqual([]);
});

test('nobody follows themselves, someone who is not there, or as a guest', async () => {
  const { ines, sade } = await scene();
  const asGuest = async () => follow(requireMember(GUEST), { memberId: sade.id, on: '1' });
  expect([
    await refusalOf(follow(ines, { memberId: ines.id, on: '1' })),
    await refusalOf(follow(ines, { memberId: '01900000-0000-7000-8000-000000000000', on: '1' })),
    await refusalOf(follow(ines, { memberId: 'sade', on: '1' })),
    await refusalOf(asGuest()),
  ]).toEqual(['not-allowed', 'not-found', 'invalid', 'sign-in-needed']);
  await expect(db.follow.create({ data: { memberId: ines.id, followedId: ines.id } })).rejects.toThrow();
});

test('the later of mute and follow holds, in turn and at once', async () => {
  const { ines, sade } = await scene();
  await follow(ines, { memberId: sade.id, on: '1' });
  await mute(ines, { memberId: sade.id, on: '1' });
  expect([await followed(ines), await muted(ines)]).toEqual([[], [sade.id]]);
  await follow(ines, { memberId: sade.id, on: '1' });
  expect([await followed(ines), await muted(ines)]).toEqual([[sade.id], []]);
  const others = await Promise.all(Array.from({ length: 40 }, () => member()));
  await Promise.all(others.flatMap(({ id }) => [follow(ines, { memberId: id, on: '1' }), mute(ines, { memberId: id, on: '1' })]));
  expect([...(await followed(ines)), ...(await muted(ines))].toSorted()).toEqual([sade.id, ...others.map(({ id }) => id)].toSorted());
});

test('one follows a thousand people and no more, and is told so', async () => {
  const { ines, sade } = await scene();
  await db.$executeRaw`
    WITH made AS (INSERT INTO member (id, name, handle, email)
      SELECT gen_random_uuid(), 'Linh Pham', 'linh-' || nth, 'linh-' || nth || '@town.example' FROM generate_series(1, ${MOST_FOLLOWED}::int) AS nth RETURNING id)
    INSERT INTO follow ("memberId", "followedId") SELECT ${ines.id}::uuid, id FROM made`;
  await expect(follow(ines, { memberId: sade.id, on: '1' })).rejects.toMatchObject({ fields: { memberId: 'too-many-followed' } });
  const [last] = await followed(ines);
  expect(await refusalOf(follow(ines, { memberId: last, on: '1' }))).toBe('done');
  await follow(ines, { memberId: last, on: '0' });
  expect(await refusalOf(follow(ines, { memberId: sade.id, on: '1' }))).toBe('done');
});

test('whom one follows is in one’s archive and nobody else’s, and goes with either of the two', async () => {
  const { ines, sade } = await scene();
  const teo = await member({ name: 'Teo' });
  await follow(ines, { memberId: sade.id, on: '1' });
  await follow(teo, { memberId: ines.id, on: '1' });
  const follows = async (person: FactoryMember) => JSON.parse(strFromU8(unzipSync(await archiveOf(person))['follows.json'] as Uint8Array));
  expect(await follows(ines)).toMatchObject([{ memberId: ines.id, followedId: sade.id }]);
  expect(await follows(sade)).toEqual([]);
  await leave(ines, { confirm: 'leave' });
  expect(await db.follow.count({ where: { OR: [{ memberId: ines.id }, { followedId: ines.id }] } })).toBe(0);
});

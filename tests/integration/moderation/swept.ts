import { expect } from 'vitest';
import { statusFrom } from '@/lib/comments/status';
import { db } from '@/lib/db/client';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';

export const DAY = 60 * 24;

/** Ines runs the tide blog, Bao another; Judit moderates the site; Pavel has written in both. */
export async function scene() {
  const [ines, bao, judit] = [
    await member({ name: 'Ines' }),
    await member({ name: 'Bao' }),
    await member({ name: 'Judit', role: 'moderator' }),
  ];
  const pavel = await member({ name: 'Pavel' });
  const [tide, rice] = [await blog({ owner: ines }), await blog({ owner: bao })];
  const [said, grown] = [await post({ blog: tide, author: ines }), await post({ blog: rice, author: bao })];
  const written = [];
  for (let nth = 0; nth < 7; nth += 1)
    written.push(await comment({ post: said, author: pavel, body: `Cheap weights ${nth}`, minutesAgo: 10 + nth }));
  return { ines, bao, judit, pavel, tide, rice, said, grown, written };
}

export const asked = (person: FactoryMember, wishes: object = {}) => ({
  handle: person.handle,
  days: 3,
  reason: 'spam',
  note: 'Seven times.',
  ...wishes,
});

export async function toTheEnd(sweepId: string, most = 3): Promise<void> {
  for (let piece = 0; piece < 20; piece += 1) await advanceSweep(sweepId, most);
}
export const sweepOf = (id: string) => db.sweep.findUniqueOrThrow({ where: { id } });
export const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;
export const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;
export const jobs = async (name: string, about: string) => {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = ${name} AND data::text LIKE ${`%${about}%`}`;
  return rows[0]?.count ?? 0;
};

export async function consistent(posts: readonly { id: string }[]): Promise<void> {
  for (const { id } of posts) {
    expect(await countOf(id)).toBe(await db.comment.count({ where: { postId: id, status: 'visible' } }));
    for (const row of await db.comment.findMany({ where: { postId: id }, include: { events: { orderBy: { seq: 'asc' } } } })) {
      // The factory's comments begin without an event of their own.
      const begin = row.events.find(({ fromStatus }) => fromStatus !== null)?.fromStatus ?? row.status;
      const own = row.events.some(({ action }) => action === 'screened');
      const screened = own ? [] : [{ action: 'screened', fromStatus: null, toStatus: begin }];
      if (own || begin === 'held' || begin === 'visible' || begin === 'rejected')
        expect(statusFrom([...screened, ...row.events])).toBe(row.status);
    }
  }
}

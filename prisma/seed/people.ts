import { randomUUID } from 'node:crypto';
import { newToken } from '@/lib/core/token';
import type { Tx } from '@/lib/db/client';
import { ESTABLISHED } from '@/lib/screening/trust';
import { blogs } from '@/tests/factories/town/blogs';
import { people } from '@/tests/factories/town/people';
import { measuredToo, proven, readers } from '@/tests/factories/town/readers';
import { daysBefore, type Ids, idOf } from './ids';

export async function seedPeople(tx: Tx, now: Date): Promise<Ids> {
  const all = [...people, ...readers];
  const measured = new Set([...readers.map(({ key }) => key), ...measuredToo]);
  const rows = await tx.member.createManyAndReturn({
    // Who joined today did so an hour ago.
    data: all.map(({ key, joinedDaysAgo, ...person }) => {
      const createdAt = daysBefore(now, Math.max(joinedDaysAgo, 1 / 24));
      return { ...person, createdAt, emailVerifiedAt: createdAt, measured: measured.has(key) ? true : null };
    }),
    select: { id: true, handle: true },
  });
  const ids = new Map(all.map(({ key, handle }) => [key, rows.find((row) => row.handle === handle)?.id ?? '']));
  await tx.proof.createMany({
    data: Object.entries(proven).map(([key, kind]) => ({
      memberId: idOf(ids, key),
      kind,
      fingerprint: newToken(),
      byId: idOf(ids, 'ada'),
      createdAt: daysBefore(now, (all.find((one) => one.key === key)?.joinedDaysAgo ?? 1) - 1),
    })),
  });
  return ids;
}

export async function seedBlogs(tx: Tx, members: Ids, now: Date): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const { owner, others, ...blog } of blogs) {
    const joined = people.find(({ key }) => key === owner)?.joinedDaysAgo ?? 0;
    const createdAt = daysBefore(now, Math.max(joined - 3, 0.04));
    const { id } = await tx.blog.create({
      data: {
        ...blog,
        createdAt,
        // A town's blogs are known to more people than the demo has.
        establishedAt: joined > 2 * ESTABLISHED.days ? daysBefore(now, joined - 3 - ESTABLISHED.days) : null,
        submissionKey: randomUUID(),
        handles: { create: { handle: blog.handle, createdAt } },
        members: {
          create: [
            { memberId: idOf(members, owner), role: 'owner' as const, createdAt },
            ...others.map(({ person, role }) => ({ memberId: idOf(members, person), role, createdAt })),
          ],
        },
      },
      select: { id: true },
    });
    ids.set(blog.handle, id);
  }
  return ids;
}

interface Town {
  people: Ids;
  blogs: Ids;
  now: Date;
}

/** Everyone but the spammer follows a few blogs that are not their own. */
export async function seedSubscriptions(tx: Tx, town: Town): Promise<void> {
  const readers = people.filter(({ key }) => key !== 'fastcoin');
  const rows = readers.flatMap((person, nth) =>
    blogs
      .filter((blog, at) => blog.owner !== person.key && (nth + at) % 3 === 0)
      .map((blog) => {
        const agreed = daysBefore(town.now, Math.max(0.02, person.joinedDaysAgo / 2));
        return {
          blogId: idOf(town.blogs, blog.handle),
          memberId: idOf(town.people, person.key),
          email: person.email,
          language: blog.language,
          consentedAt: agreed,
          confirmedAt: agreed,
          consentWords: `Subscribe to ${blog.name}`,
        };
      }),
  );
  await tx.subscription.createMany({ data: rows });
}

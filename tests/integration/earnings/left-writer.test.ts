import { expect, test } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { weekByPostAndDay, weeksOfPosts } from '@/lib/earnings/blog-earnings';
import { scopeIn } from '@/lib/earnings/scope';
import { settleLeaving } from '@/lib/earnings/settle-leaving';
import { blog, member } from '../../factories/people';
import { allocated, longPost, read, week } from './week';

test('a writer who leaves takes nothing out of the blog’s sums: the difference would be what one reader brought', async () => {
  const [ines, pavel] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Pavel M.' })];
  const tide = await blog({ owner: ines, others: [{ member: pavel, role: 'writer' }] });
  const [scale, fog, nets] = [
    await longPost({ blog: tide, author: ines }),
    await longPost({ blog: tide, author: ines }),
    await longPost({ blog: tide, author: pavel }),
  ];
  const of = await week();
  for (let nth = 0; nth < 6; nth += 1) {
    const who = await member({ name: 'Rosa Marques' });
    await read(who, scale, 200, of, { day: 1, at: nth * 1_000 });
    await read(who, fog, 100, of, { day: 2, at: nth * 1_000 });
    if (nth === 0) await read(who, nets, 120, of, { day: 4 });
  }
  await allocated(of);
  const scope = scopeIn(await member(), { id: tide.id, role: 'editor' });
  const told = async () => {
    const [last] = await weeksOfPosts(scope);
    const lines = last && (await weekByPostAndDay(scope, last));
    return { sum: last?.points, seconds: last?.seconds, posts: lines?.posts.map(({ points }) => points) };
  };
  const before = await told();
  expect([before.seconds, before.posts?.length]).toEqual([6 * 300 + 120, 2]);
  await leave(pavel, { confirm: 'leave' }, { first: settleLeaving });
  expect(await told()).toEqual(before);
});

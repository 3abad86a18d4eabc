import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin, OWN } from '../forge';
import { reading, type Visit } from '../measure';
import type { Town } from '../town';

export const a3: Attack = {
  name: 'A3',
  what: 'bot members, half the time on top authors',
  sizes: KS,
  run: (town, count) => membersJoin(town.members, [OWN], { count, weights: asScript([...allDay(OWN, 0.5), ...ofTop(town)]) }),
};

/** As long on the posts of the most read. */
function ofTop({ authors, posts }: Town): Visit[] {
  const all = authors.slice(0, 60).flatMap((author) => posts.get(author) ?? []);
  let [day, left] = [0, reading.mostOfDay / 2];
  const visits: Visit[] = [];
  for (const post of all) {
    const seconds = Math.min(left, Math.floor((post.words / reading.pace) * 60 * 1.4));
    visits.push({ post, day, seconds, seen: 100 });
    left -= seconds;
    if (left > 0) continue;
    [day, left] = [day + 1, reading.mostOfDay / 2];
    if (day === 7) break;
  }
  return visits;
}

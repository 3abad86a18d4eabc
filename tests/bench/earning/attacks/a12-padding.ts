import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin } from '../forge';
import { creditedFor } from '../measure';
import { withReading } from '../pool';

const TIMES = 6;

export const a12: Attack = {
  name: 'A12',
  what: 'an author pads every post to six times its length, and reads it from own accounts',
  sizes: KS,
  run({ members, authors, people }, count) {
    const author = authors[9] ?? '';
    const visitsOf = new Map(people.map(({ id, visits }) => [id, visits]));
    // What honest readers spend stays what it was: of a post that is so long it may no longer count as read.
    const padded = withReading(members, ({ id, weights }) => {
      const visits = visitsOf.get(id) ?? [];
      if (!visits.some(({ post }) => post.authorId === author)) return weights;
      return creditedFor(
        visits.map((visit) =>
          visit.post.authorId === author ? { ...visit, post: { ...visit.post, words: visit.post.words * TIMES } } : visit,
        ),
      );
    });
    const attacked = membersJoin(padded, [author], { count, weights: asScript(allDay(author)) });
    return { ...attacked, stages: attacked.stages.map((stage) => ({ ...stage, before: members })) };
  },
};

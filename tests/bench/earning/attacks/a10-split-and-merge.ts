import type { Attack, Attacked } from '../attack';
import { KS } from '../forge';
import { creditedFor, type Post } from '../measure';
import { type Pool, times, type Weights, withReading } from '../pool';
import { ours } from '../rules';

/** What it gains is beside what the authors had before: there is no other cost. */
function renamed(before: Pool, payees: readonly string[], rename: (weights: Weights) => Weights): Attacked {
  const after = withReading(before, ({ weights }) => rename(weights));
  const { payees: paid } = ours(before);
  const had = payees.reduce((sum, payee) => sum + (paid.get(payee) ?? 0n), 0n);
  return {
    stages: [{ before, after, epochs: 1n, worth: [1n, 1n] }],
    payees: new Set(payees),
    accounts: new Set(),
    cost: had > 0n ? had : 1n,
    bound: () => 0n,
  };
}

export const split: Attack = {
  name: 'A10 split',
  what: 'an author becomes many; beside what they had',
  sizes: [...KS, 40].sort((a, b) => a - b),
  most: 0,
  run({ members, authors: [author = ''] }, count) {
    const names = times(count, (nth) => `${author}-${nth}`);
    return renamed(members, [author, ...names], (weights) =>
      weights.flatMap(([payee, seconds]) => {
        if (payee !== author) return [[payee, seconds] as const];
        const [part, rest] = [seconds / BigInt(count), seconds % BigInt(count)];
        return names.map((name, nth) => [name, part + (BigInt(nth) < rest ? 1n : 0n)] as const);
      }),
    );
  },
};

export const merge: Attack = {
  name: 'A10 merge',
  what: 'many authors become one; beside what they had',
  sizes: [...KS, 40].sort((a, b) => a - b),
  most: 0,
  run({ members, authors }, count) {
    const own = authors.slice(-count);
    const all = new Set(own);
    const one = own[0] ?? '';
    return renamed(members, own, (weights) => {
      const sum = weights.reduce((seconds, [payee, more]) => (all.has(payee) ? seconds + more : seconds), 0n);
      return [...weights.filter(([payee]) => !all.has(payee)), ...(sum > 0n ? [[one, sum] as const] : [])];
    });
  },
};

export const names: Attack = {
  name: 'A10 names',
  what: 'an author writes each post under a name of its own, so that no limit of an author meets them; beside what they had',
  sizes: [5],
  most: 0.01,
  run({ members, authors: [author = ''], people }) {
    const visitsOf = new Map(people.map(({ id, visits }) => [id, visits]));
    const own = new Map(members.accounts.map(({ id, weights }) => [weights, id]));
    const alias = (post: Post): Post => (post.authorId === author ? { ...post, authorId: `${author} as ${post.id}` } : post);
    const { bound: _, ...attacked } = renamed(members, [author], (weights) => {
      const visits = visitsOf.get(own.get(weights) ?? '') ?? [];
      const seconds = new Map<string, bigint>();
      for (const [name, more] of creditedFor(visits.map((visit) => ({ ...visit, post: alias(visit.post) })))) {
        const [payee = name] = name.split(' as ');
        seconds.set(payee, (seconds.get(payee) ?? 0n) + more);
      }
      const same = seconds.size === weights.length && weights.every(([payee, had]) => seconds.get(payee) === had);
      return same ? weights : [...seconds];
    });
    return attacked;
  },
};

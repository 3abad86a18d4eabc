import type { Attack } from '../attack';
import { allDay, asScript, KS, membersJoin } from '../forge';
import { creditedFor } from '../measure';
import { times } from '../pool';

export const a4: Attack = {
  name: 'A4',
  what: 'authors read their own posts, each from one account; from several where the town has fewer authors',
  sizes: KS,
  run({ members, authors }, count) {
    const own = authors.slice(-count);
    return membersJoin(members, own, { count, weights: (nth) => asScript(allDay(own[nth % own.length] ?? '')) });
  },
};

export const self: Attack = {
  name: 'A4 self',
  what: 'members write and read their own posts all day, each under the one account',
  sizes: KS,
  most: 0,
  run({ members }, count) {
    const names = times(count, (nth) => `forged-${nth}`);
    // Half of them have their blog written by another account and are only of its people.
    const reads = (id: string, nth: number) => {
      const writer = nth % 2 === 0 ? id : `pen-name-${nth}`;
      return creditedFor(allDay(writer), { id, role: 'member', blogRoles: [{ blogId: writer }] });
    };
    const payees = names.flatMap((name, nth) => [name, `pen-name-${nth}`]);
    return { ...membersJoin(members, payees, { count, weights: (nth) => reads(names[nth] ?? '', nth) }), bound: () => 0n };
  },
};

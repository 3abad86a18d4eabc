import { LEAST_READERS } from '@/lib/reading/least-readers';

interface Group {
  readers: number;
}

/**
 * Which groups may be told one by one. Those of fewer than `LEAST_READERS` readers are told together only, and never alone: the smallest of
 * the others goes with them, since what is left of a known sum would tell them otherwise.
 */
export function toldApart<G extends Group>(groups: readonly G[]): { told: G[]; together: G[] } {
  const few = groups.filter(({ readers }) => readers < LEAST_READERS);
  const many = groups.filter(({ readers }) => readers >= LEAST_READERS);
  if (few.length === 0) return { told: many, together: [] };
  const smallest = many.reduce<G | null>((least, one) => (least && least.readers <= one.readers ? least : one), null);
  return { told: many.filter((one) => one !== smallest), together: smallest ? [...few, smallest] : few };
}

interface TakenBack extends Group {
  returned: bigint;
  /** Of how many of the readers. */
  returnedReaders: number;
}

/** What of a sum was taken back; null where it, or what is left, is of fewer than `LEAST_READERS` readers. */
export function toldReturned({ readers, returned, returnedReaders }: TakenBack): bigint | null {
  const few = (count: number) => count > 0 && count < LEAST_READERS;
  if (returnedReaders === 0 || returnedReaders === readers) return returned;
  return few(returnedReaders) || few(readers - returnedReaders) ? null : returned;
}

/** The same of sums that are told together only: none or all of it, since any part may be of the few. */
export function toldReturnedOf(sums: readonly TakenBack[]): bigint | null {
  if (sums.every(({ returnedReaders }) => returnedReaders === 0)) return 0n;
  return sums.every(({ readers, returnedReaders }) => returnedReaders === readers)
    ? sums.reduce((all, one) => all + one.returned, 0n)
    : null;
}

interface OfBlog extends Group {
  postId: string;
  /** In which it was when the week was frozen; null where it was gone by then. */
  blogId: string | null;
  amount: bigint;
}

/** The posts of a statement, by the same rule blog by blog, as their studios have it: what one page tells is not found from the other. */
export function toldByBlog<G extends OfBlog>(posts: readonly G[]): { told: G[]; together: G[] } {
  const inOrder = posts.toSorted((a, b) => (a.amount === b.amount ? (a.postId < b.postId ? -1 : 1) : a.amount > b.amount ? -1 : 1));
  const together = new Set([...Map.groupBy(inOrder, ({ blogId }) => blogId).values()].flatMap((own) => toldApart(own).together));
  return { told: inOrder.filter((one) => !together.has(one)), together: inOrder.filter((one) => together.has(one)) };
}

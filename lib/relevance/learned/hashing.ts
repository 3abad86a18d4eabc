/** Buckets that features share, a power of two. Two features in one bucket are told apart by nobody, and rarely meet. */
export const BUCKETS = 2 ** 18;

export const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** One step of FNV-1a over a UTF-16 unit, so that a longer piece goes on from a shorter one (Fowler, Noll, Vo). */
export const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

export function hashOf(text: string, from = START): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}

/** The last mixing of MurmurHash3 (A. Appleby): every bit of the hash moves every bit of the answer. 32 bits, unsigned. */
export function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

export const bucketOf = (bits: number): number => bits & (BUCKETS - 1);

/** What shares a bucket cancels out on average when half of it counts negatively (Weinberger et al., 2009). */
export const signOf = (bits: number): 1 | -1 => (bits >>> 31 === 1 ? -1 : 1);

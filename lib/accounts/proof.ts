import { sign } from '@/lib/core/token';

/** What an account may prove of the person behind it, the dearest to forge last. */
export const PROOF_KINDS = ['passkey', 'phone', 'card', 'identity'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

const NUMBER = /^\+[1-9]\d{6,14}$/;
const SHOWN = /^[0-9A-Z]{6,80}$/;

/**
 * What was shown, in the one way of writing it: a telephone number with its country's code, anything else as capital letters and
 * digits, of a document with the country before it. Null where it cannot be one.
 */
export function normalProof(kind: ProofKind, shown: string): string | null {
  const typed = shown.normalize('NFKC').trim();
  if (kind === 'phone') {
    const number = typed.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
    return NUMBER.test(number) ? number : null;
  }
  // A passkey's or a processor's id tells letters apart by their size.
  if (kind !== 'identity') return /^[\w\-./+=:]{6,200}$/.test(typed) ? typed : null;
  const letters = typed.toUpperCase().replace(/[\s.\-/]/g, '');
  return SHOWN.test(letters) ? letters : null;
}

/** What is kept of it: a hash that only who has the site's secret can make, so that a list of numbers finds nobody. */
export const fingerprintOf = (secret: string, kind: ProofKind, normal: string): string => sign(secret, `proof: ${kind}`, normal);

/** A proof in time. Milliseconds since 1970. */
export interface ProofFact {
  kind: ProofKind;
  from: number;
  /** When its person removed it; null while it stands. */
  until: number | null;
  /** Found to be wrong: it never counted. */
  wrong: boolean;
  /** Another account showed the same before and still does: what forging one costs is counted once. */
  taken: boolean;
}

/** Whether it counts for its account at `at`. */
export const provesAt = ({ from, until, wrong, taken }: ProofFact, at: number): boolean =>
  !wrong && !taken && from <= at && (until === null || until > at);

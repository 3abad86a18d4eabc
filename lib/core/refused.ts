/** Why a command says no. The set is closed; words and HTTP status hang on it. */
export const REFUSALS = {
  'sign-in-needed': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  // The database's faults; see `databaseFault`.
  away: 503,
  busy: 503,
  slow: 503,
  full: 503,
  unsure: 503,
  /** Said by the page itself when nothing answers it. */
  offline: 503,
} as const;

export type Reason = keyof typeof REFUSALS;

/** Field name → key under `errors.fields` of the catalogues; several are set apart by spaces, and `key:3` names the third line. */
export type FieldErrors = Readonly<Record<string, string>>;

/** A refusal is an answer, not a bug: it reaches the person in words and is not logged as an error. */
export class Refused extends Error {
  readonly reason: Reason;
  readonly fields: FieldErrors;
  /** Seconds until the same request may succeed; only with `too-many`. */
  readonly retryAfterSeconds: number | null;

  constructor(reason: Reason, detail: { fields?: FieldErrors; retryAfterSeconds?: number } = {}) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
    this.fields = detail.fields ?? {};
    this.retryAfterSeconds = detail.retryAfterSeconds ?? null;
  }
}

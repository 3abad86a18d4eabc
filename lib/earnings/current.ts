/** What an account has proven of itself: the more, the dearer it is to forge. */
export type Tier = 'none' | 'mail' | 'passkey' | 'phone' | 'identity';

/** The most that an account of a tier may move in an epoch, in thousandths of a point; 0 has no part in the main pool. */
export type BudgetOf = (tier: Tier) => bigint;

/** What an epoch is divided by. Amounts in thousandths of a point. */
export interface EarningRules {
  version: number;
  /** From when on, milliseconds since 1970. An epoch is divided by the rules of its start, for ever. */
  from: number;
  days: number;
  /** What is there for an epoch at most, besides what earlier ones left. */
  emission: bigint;
  /** The part of it that accounts without any proof share, as a fraction. */
  quarantine: readonly [bigint, bigint];
  /** The readers' own part of what they move, as a fraction; null for none. */
  readerShare: readonly [bigint, bigint] | null;
  budgetOf: BudgetOf;
  /** Of one account in the quarantine. */
  quarantineBudget: bigint;
  /** Days that what was allocated waits before it may be spent. */
  holdDays: number;
}

const POINT = 1_000n;
/** For a mail account to count, it has to be this old. */
const MAIL_DAYS = 30;
const BUDGETS: Readonly<Record<Tier, bigint>> = {
  none: 0n,
  mail: 8n * POINT,
  passkey: 12n * POINT,
  phone: 60n * POINT,
  identity: 600n * POINT,
};

const RULES: readonly EarningRules[] = [
  {
    version: 1,
    from: 0,
    days: 7,
    emission: 1_000_000n * POINT,
    quarantine: [5n, 100n],
    readerShare: [15n, 100n],
    budgetOf: (tier) => BUDGETS[tier],
    quarantineBudget: 8n * POINT,
    holdDays: 30,
  },
];

/** The rules that hold at `at`, milliseconds since 1970. */
export function rulesAt(at: number): EarningRules {
  const rules = RULES.findLast(({ from }) => from <= at);
  if (!rules) throw new Error(`no rules of earning at ${at}`);
  return rules;
}

/** The rules of a version, which an epoch keeps. */
export function rulesOf(version: number): EarningRules {
  const rules = RULES.find((one) => one.version === version);
  if (!rules) throw new Error(`no rules of earning of version ${version}`);
  return rules;
}

/** What somebody has proven at `at`, milliseconds since 1970. */
export function tierOf({ emailVerifiedAt, createdAt }: { emailVerifiedAt: Date | null; createdAt: Date }, at: number): Tier {
  const verified = emailVerifiedAt !== null && emailVerifiedAt.getTime() <= at;
  return verified && at - createdAt.getTime() >= MAIL_DAYS * 86_400_000 ? 'mail' : 'none';
}

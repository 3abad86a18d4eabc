import type { Fraction } from '@/lib/earnings/rule';
import type { Account, Pool } from './pool';
import { type Divide, ours, type Paid, proRata, userCentric } from './rules';
import { rule, type Town } from './town';

/** The same pool without the attack and with it. */
export interface Stage {
  before: Pool;
  after: Pool;
  /** How many epochs it is as in this one. */
  epochs: bigint;
  /** What a unit of the pool is worth, in 10⁻⁶ of the money's unit. */
  worth: Fraction;
}

export interface Attacked {
  stages: readonly Stage[];
  /** Whose income the attacker has, and had before. */
  payees: ReadonlySet<string>;
  /** Whose rewards as readers the attacker has. */
  accounts: ReadonlySet<string>;
  /** Over all stages, in 10⁻⁶ of the money's unit. */
  cost: bigint;
  /** In the pool's unit, where it is less than what the theorem allows to all who were added or read otherwise. */
  bound?: (stage: Stage) => bigint;
}

export interface Attack {
  name: string;
  what: string;
  /** How many accounts, or whatever `what` counts. */
  sizes: readonly number[];
  /** What it may bring for 1 that it costs, whatever the product takes the budgets to be; 1 − m unless said. */
  most?: number;
  run: (town: Town, size: number) => Attacked;
}

export interface Outcome {
  attack: string;
  k: number;
  /** What the attack brings for 1 that it costs. */
  proRata: number;
  userCentric: number;
  ours: number;
  bound: number;
  /** Of the income of everybody who is not the attacker's, by the product's rule. */
  loss: number;
  passed: boolean;
}

const MOST = 1 - Number(rule.margin[0]) / Number(rule.margin[1]);
/** Of rounding, beside the cost. */
const NEARLY = 0.001;

export function outcomeOf(attack: Attack, { town, k, by }: { town: Town; k: number; by?: Divide }): Outcome {
  const attacked = attack.run(town, k);
  const { stages, cost } = attacked;
  const gains = (divided: (pool: Pool) => Paid) =>
    stages.map(({ before, after }) => taken(divided(after), attacked) - taken(once(divided, before), attacked));
  const worth = (amounts: readonly bigint[]) =>
    amounts.reduce((sum, amount, nth) => {
      const { epochs = 1n, worth: [of, per] = [1n, 1n] } = stages[nth] ?? {};
      return sum + Number(amount * epochs * of) / Number(per);
    }, 0);
  const own = by ? (pool: Pool) => ours(pool, by) : product;
  const gained = gains(own);
  const brings = worth(gained) / Number(cost);
  const bounds = stages.map((stage) => attacked.bound?.(stage) ?? theorem(stage, attacked));
  const honest = stages.map(({ before, after }) => [others(once(own, before), attacked), others(own(after), attacked)] as const);
  const [had, have] = honest.reduce(([a, b], [before, after]) => [a + before, b + after], [0n, 0n]);
  return {
    attack: attack.name,
    k,
    proRata: worth(gains(proRata)) / Number(cost),
    userCentric: worth(gains(userCentric)) / Number(cost),
    ours: brings,
    bound: worth(bounds) / Number(cost),
    // Where every author is the attacker's nobody else has anything to lose.
    loss: had === 0n ? 0 : Number(had - have) / Number(had),
    passed:
      brings > (attack.most ?? MOST) + NEARLY ||
      stages.some((stage, nth) => (gained[nth] ?? 0n) > (bounds[nth] ?? 0n) + rounding(stage, attacked)),
  };
}

const product = (pool: Pool): Paid => ours(pool);

const known = new WeakMap<(pool: Pool) => Paid, WeakMap<Pool, Paid>>();

/** Most attacks begin with the same pool. */
function once(divided: (pool: Pool) => Paid, pool: Pool): Paid {
  const of = known.get(divided) ?? new WeakMap<Pool, Paid>();
  known.set(divided, of);
  const paid = of.get(pool) ?? divided(pool);
  of.set(pool, paid);
  return paid;
}

const sumOf = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, one) => all + one, 0n);

function taken({ payees, rewards }: Paid, attacked: Attacked): bigint {
  const from = (ids: ReadonlySet<string>, amounts: Map<string, bigint>) => sumOf([...ids].map((id) => amounts.get(id) ?? 0n));
  return from(attacked.payees, payees) + from(attacked.accounts, rewards);
}

const others = ({ payees }: Paid, attacked: Attacked): bigint =>
  sumOf([...payees].filter(([payee]) => !attacked.payees.has(payee)).map(([, amount]) => amount));

/**
 * T1 and T2: what the accounts that are new, or read otherwise, may move. Who only reads less of the attacker's payees is not among
 * them (T4), and of accounts without proof all together move no more than the quarantine pool.
 */
function theorem({ before, after }: Stage, { payees }: Attacked): bigint {
  const weightsBefore = new Map(before.accounts.map(({ id, weights }) => [id, weights]));
  const moved = after.accounts.filter(({ id, weights }) => {
    const had = weightsBefore.get(id);
    return !had || (had !== weights && !onlyLess(had, weights, payees));
  });
  const budgetsOf = (part: Account['part']) =>
    sumOf(moved.filter((one) => one.part === part).map((one) => (one.takenBack ? 0n : one.budget)));
  const [part, whole] = after.rule.quarantine;
  const quarantine = (after.amount * part) / whole;
  const unproven = budgetsOf('unproven');
  return budgetsOf('proven') + leastOf(unproven, quarantine);
}

function leastOf(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

function onlyLess(had: Account['weights'], has: Account['weights'], payees: ReadonlySet<string>): boolean {
  const now = new Map(has);
  const then = new Map(had);
  const rose = has.some(([payee, seconds]) => seconds > (then.get(payee) ?? 0n));
  return !rose && had.every(([payee, seconds]) => payees.has(payee) || now.get(payee) === seconds);
}

/** Two units for each row of somebody else's reading of the attacker's payees: one for the reader's part, one for the row's. */
function rounding({ before, after }: Stage, { payees, accounts }: Attacked): bigint {
  const rows = [before, after].flatMap((pool) =>
    pool.accounts.filter(({ id }) => !accounts.has(id)).flatMap(({ weights }) => weights.filter(([payee]) => payees.has(payee))),
  );
  return 2n * BigInt(rows.length);
}

import { fork } from 'node:child_process';
import { divide } from '@/lib/earnings/divide';
import type { Epoch } from '@/lib/earnings/epoch';
import { command, Fault } from '../../bin/fault';
import { randomFrom } from '../unit/earnings/instances';

const SIZES = [10_000, 100_000, 1_000_000];
const PAYEES = 20;
const MOST_RATIO = 5;
const MOST_BYTES = 2 * 2 ** 30;
/**
 * How far the ratio to a sort may grow from the smallest epoch to the largest: a sort is n log n, and leaves the processor's cache as the
 * division does. n√n would be 7 there, n² 70.
 */
const MOST_GROWTH = 1.5;

interface Figures {
  readers: number;
  rows: number;
  seconds: number;
  sortSeconds: number;
  ratio: number;
  /** The most memory the process had when the division was over, the epoch included. */
  peakBytes: number;
}

/** As many readers, who read twenty payees each; some budgets end and some do not. */
function epochOf(readers: number): Epoch {
  const random = randomFrom(1);
  const payees = Math.max(300, readers / 10);
  const rows = readers * PAYEES;
  const name = (kind: string, nth: number) => `${kind}${String(nth).padStart(8, '0')}`;
  const [payeeOf, seconds] = [new Uint32Array(rows), new BigInt64Array(rows)];
  for (let row = 0; row < rows; row += 1) {
    // Each of one reader's payees once, in order: one from each twentieth.
    payeeOf[row] = Math.floor(((row % PAYEES) + random(1_000_000) / 1_000_000) * (payees / PAYEES));
    seconds[row] = BigInt(10 + random(3_600));
  }
  const budgets = BigInt64Array.from({ length: readers }, () => BigInt(1_000 + random(1_000_000)));
  return {
    pool: budgets.reduce((all, one) => all + one, 0n) / 2n,
    readerShare: [15n, 100n],
    readers: Array.from({ length: readers }, (_, nth) => name('r', nth)),
    budgets,
    payees: Array.from({ length: payees }, (_, nth) => name('p', nth)),
    from: Uint32Array.from({ length: readers + 1 }, (_, nth) => nth * PAYEES),
    payeeOf,
    seconds,
  };
}

/** Runs `act` three times, more within a second, and answers with the fewest seconds that it took: what else runs only adds to it. */
function fewestSeconds(act: () => void): number {
  let fewest = Number.POSITIVE_INFINITY;
  const until = performance.now() + 1_000;
  for (let nth = 0; nth < 3 || performance.now() < until; nth += 1) {
    const began = performance.now();
    act();
    fewest = Math.min(fewest, (performance.now() - began) / 1_000);
  }
  return fewest;
}

function measure(readers: number): Figures {
  // Compiled before it is measured.
  const small = epochOf(2_000);
  for (let nth = 0; nth < 20; nth += 1) divide(small);
  const epoch = epochOf(readers);
  let division = divide(small);
  const seconds = fewestSeconds(() => {
    division = divide(epoch);
  });
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  const sum = (amounts: BigInt64Array) => amounts.reduce((all, one) => all + one, 0n);
  if (sum(division.contributions) !== epoch.pool || sum(division.payees) + sum(division.rewards) !== epoch.pool)
    throw new Error('the parts are not the whole');
  // The rows by payee and seconds, each in one number, by the sort of the engine for arrays of numbers.
  const keys = Float64Array.from(epoch.payeeOf, (payee, row) => payee * 4_096 + Number(epoch.seconds[row]));
  const sortSeconds = fewestSeconds(() => void keys.slice().sort());
  const rounded = (number: number) => Number(number.toPrecision(3));
  return {
    readers,
    rows: epoch.payeeOf.length,
    seconds: rounded(seconds),
    sortSeconds: rounded(sortSeconds),
    ratio: rounded(seconds / sortSeconds),
    peakBytes,
  };
}

/** In a process of its own, so that the peak is its own. */
function measuredApart(readers: number): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), ['--readers', String(readers)]);
    child.once('message', (figures: Figures) => resolve(figures));
    child.once('exit', (code) => reject(new Fault(`The division of ${readers} readers ended with ${code}.`)));
  });
}

if (process.argv[2] === '--readers') process.send?.(measure(Number(process.argv[3])), () => process.exit(0));
// Epochs of ten thousand to a million readers with twenty payees each: seconds beside a plain sort of the same rows, and memory.
else
  await command(async () => {
    const found: Figures[] = [];
    for (const readers of SIZES) found.push(await measuredApart(readers));
    const growth = Number(((found.at(-1)?.ratio ?? 0) / (found[0]?.ratio ?? 1)).toFixed(2));
    const missed = [
      ...found.flatMap(({ readers, ratio }) =>
        ratio > MOST_RATIO ? [`${readers} readers: ${ratio} times a sort, more than ${MOST_RATIO}`] : [],
      ),
      ...found.flatMap(({ readers, peakBytes }) =>
        peakBytes > MOST_BYTES ? [`${readers} readers: ${peakBytes} bytes, more than 2 GiB`] : [],
      ),
      ...(growth > MOST_GROWTH ? [`from the smallest to the largest the ratio grows ${growth} times, more than ${MOST_GROWTH}`] : []),
    ];
    console.log(JSON.stringify({ sizes: found, growth, missed }));
    if (missed.length > 0) throw new Fault(missed.join('\n'));
  });

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Example } from '@/lib/relevance/learned/example';
import { emptyModel, learn, type Model, probability } from '@/lib/relevance/learned/model';
import { repeatKey } from '@/lib/relevance/learned/repeat-key';
import { command, Fault } from '../../bin/fault';
import { type Labelled, labelledOf } from './csv';
import { areaUnderCurve, asUsed, atThreshold, type Scored } from './scores';

const OWN = path.join(import.meta.dirname, 'relevance.csv');
/** At even odds either mistake is as likely as the other: a measure of what was learned. What the site does with it is under `used`. */
const EVEN_ODDS = 0.5;
const USAGE = 'npm run bench:relevance -- [FILE.csv] [--holdout THREAD]';

interface Known extends Example {
  unwanted: boolean;
  thread: string;
}

/** A line of the file as the filter would have met it: it knows what was said before, and not who says it. */
function known(labelled: readonly Labelled[]): Known[] {
  const before = new Map<string, number>();
  return labelled.map((one) => {
    const key = repeatKey(one.text);
    const repeats = key === null ? 0 : (before.get(key) ?? 0);
    if (key !== null) before.set(key, repeats + 1);
    return { ...one, repeats, similarity: null, accountDays: null };
  });
}

interface Replay {
  scored: Scored[];
  perSecond: number;
}

function judged(comments: readonly Known[], judge: (comment: Known) => number | null): Replay {
  const from = performance.now();
  const scored = comments.map((comment) => ({ probability: judge(comment), unwanted: comment.unwanted }));
  return { scored, perSecond: Math.round((comments.length * 1000) / (performance.now() - from)) };
}

/** Each comment of the second half is judged before its decision is learned, as on a site. */
function inOrder(comments: readonly Known[], model: Model): Replay {
  const half = Math.floor(comments.length / 2);
  for (const comment of comments.slice(0, half)) learn(model, comment, comment.unwanted);
  return judged(comments.slice(half), (comment) => {
    const found = probability(model, comment);
    learn(model, comment, comment.unwanted);
    return found;
  });
}

/** Nothing is learned from the thread that is judged. */
function without(thread: string, comments: readonly Known[], model: Model): Replay {
  const threads = [...new Set(comments.map((comment) => comment.thread))];
  if (!threads.includes(thread)) throw new Fault(`No comment is of the thread "${thread}"; there are: ${threads.join(', ')}.`);
  for (const comment of comments) if (comment.thread !== thread) learn(model, comment, comment.unwanted);
  return judged(
    comments.filter((comment) => comment.thread === thread),
    (comment) => probability(model, comment),
  );
}

function asked() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { holdout: { type: 'string' } } });
    if (positionals.length > 1) throw new Error('There is more than one file.');
    // The path is meant from where the person stands, and npm runs this from the project.
    const file = positionals[0] === undefined ? OWN : path.resolve(process.env.INIT_CWD ?? '.', positionals[0]);
    return { file, holdout: values.holdout };
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

async function read(file: string): Promise<Known[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Fault(`${file} cannot be read.\n${USAGE}`);
  });
  const comments = known(labelledOf(text));
  if (comments.length < 2) throw new Fault(`${file} holds too few comments to learn from.`);
  return comments;
}

const rounded = (number: number | null): number | null => (number === null ? null : Math.round(number * 10_000) / 10_000);

// Replays a file of comments as the decisions of moderators, and prints one line of JSON.
await command(async () => {
  const { file, holdout } = asked();
  const comments = await read(file);
  const model = emptyModel();
  const { scored, perSecond } = holdout === undefined ? inOrder(comments, model) : without(holdout, comments, model);
  const { precision, recall, accuracy, logLoss } = atThreshold(scored, EVEN_ODDS);
  console.log(
    JSON.stringify({
      ...(holdout === undefined ? {} : { holdout }),
      auc: rounded(areaUnderCurve(scored)),
      precision: rounded(precision),
      recall: rounded(recall),
      accuracy: rounded(accuracy),
      logLoss: rounded(logLoss),
      perSecond,
      decisions: comments.length,
      tested: scored.length,
      unknown: scored.filter((one) => one.probability === null).length,
      threshold: EVEN_ODDS,
      used: Object.fromEntries(
        Object.entries(asUsed(scored)).map(([what, { from, ...found }]) => [
          what,
          { from, precision: rounded(found.precision), recall: rounded(found.recall) },
        ]),
      ),
    }),
  );
});

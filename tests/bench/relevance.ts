import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { emptyModel } from '@/lib/relevance/learned/model';
import { THRESHOLDS } from '@/lib/relevance/thresholds';
import { command, Fault } from '../../bin/fault';
import { labelledOf } from './csv';
import { inOrder, type Known, known, without } from './replay';
import { areaUnderCurve, asUsed, atThreshold } from './scores';

const OWN = path.join(import.meta.dirname, 'relevance.csv');
/** At even odds either mistake is as likely as the other: a measure of what was learned, beside what the standard level does with it. */
const EVEN_ODDS = 0.5;
const USAGE = 'npm run bench:relevance -- [FILE.csv] [--holdout THREAD]';

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
  const standard = atThreshold(scored, THRESHOLDS.standard.unwanted);
  const even = atThreshold(scored, EVEN_ODDS);
  console.log(
    JSON.stringify({
      ...(holdout === undefined ? {} : { holdout }),
      auc: rounded(areaUnderCurve(scored)),
      precision: rounded(standard.precision),
      recall: rounded(standard.recall),
      threshold: THRESHOLDS.standard.unwanted,
      logLoss: rounded(standard.logLoss),
      perSecond,
      decisions: comments.length,
      tested: scored.length,
      unknown: scored.filter((one) => one.probability === null).length,
      evenOdds: { precision: rounded(even.precision), recall: rounded(even.recall), accuracy: rounded(even.accuracy) },
      used: Object.fromEntries(
        Object.entries(asUsed(scored)).map(([what, { from, ...found }]) => [
          what,
          { from, precision: rounded(found.precision), recall: rounded(found.recall) },
        ]),
      ),
    }),
  );
});

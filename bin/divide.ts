import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { divide } from '@/lib/earnings/divide';
import { divisionOf, epochFrom, outputPieces, WrongInput } from '@/lib/earnings/division-json';

// `npm run -s earnings:divide < input.json`: the division of an epoch as it is published, so that anyone can check it.
try {
  const epoch = epochFrom(await text(process.stdin));
  const division = divide(epoch);
  await pipeline(Readable.from(joined(outputPieces(division, divisionOf(epoch, division)))), process.stdout, { end: false });
} catch (error) {
  if (!(error instanceof WrongInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Pieces that are worth a write. */
async function* joined(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let whole = '';
  for await (const piece of pieces) {
    whole += piece;
    if (whole.length < 65_536) continue;
    yield whole;
    whole = '';
  }
  yield whole;
}

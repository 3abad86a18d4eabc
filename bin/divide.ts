import { readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { divide } from '@/lib/earnings/divide';
import { readEpoch } from '@/lib/earnings/division-input';
import { divisionOf, outputPieces } from '@/lib/earnings/division-json';
import { WrongInput } from '@/lib/earnings/json-bytes';

// `npm run -s earnings:divide < input.json`: the division of an epoch as it is published, so that anyone can check it.
try {
  const epoch = readEpoch(fromStdin);
  const division = divide(epoch);
  await pipeline(Readable.from(joined(outputPieces(division, divisionOf(epoch, division)))), process.stdout, { end: false });
} catch (error) {
  if (!(error instanceof WrongInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function fromStdin(into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, into);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows says so of a pipe that has ended.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
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

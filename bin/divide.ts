import { text } from 'node:stream/consumers';
import { divide } from '@/lib/earnings/divide';
import { divisionJson, epochFrom, WrongInput } from '@/lib/earnings/division-json';

// `npm run -s earnings:divide < input.json`: the division of an epoch as it is published, so that anyone can check it.
try {
  const epoch = epochFrom(await text(process.stdin));
  process.stdout.write(`${divisionJson(epoch, divide(epoch))}\n`);
} catch (error) {
  if (!(error instanceof WrongInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

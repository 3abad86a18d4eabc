import { expect, test } from 'vitest';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { divide } from '@/lib/earnings/divide';
import { twentyAtOnce } from '../../support/refusal';
import { demoWeek, epochOf, steps, town, week } from './week';

test('one run at a time has a division in memory, and the next one may when it dies', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await (steps(of)[0] as () => Promise<void>)();
  let divisions = 0;
  const by: typeof divide = (...asked) => {
    divisions += 1;
    return divide(...asked);
  };
  const dying = divideEpoch(of.number, {
    by,
    watch() {
      throw new Error('died');
    },
  });
  await expect(dying).rejects.toThrow('died');
  expect(divisions).toBe(1);
  const said = await twentyAtOnce(() => divideEpoch(of.number, { by }));
  expect([said.filter(({ status }) => status === 'rejected'), (await epochOf(of)).state]).toEqual([[], 'divided']);
  // Of the two pools one each.
  expect(divisions).toBe(3);
  for (const step of steps(of).slice(2)) await step();
}, 60_000);

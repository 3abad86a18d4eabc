import { db } from '@/lib/db/client';
import { type FactoryMember, member } from '../../factories/people';
import { demoWeek, read, released, town, week } from './week';

/** The demo week, in which 40 s of Teo at Ines' were too short, and Hanh is over the cap of a post; by `how` far it is. */
export async function scene(how = released) {
  const [there, of] = [await town(), await week()];
  const [teo, hanh] = [await member({ name: 'Teo Marchetti' }), await member({ name: 'Đỗ Hạnh' })];
  const [ada, judit] = [await member({ name: 'Ada Lindqvist', role: 'admin' }), await member({ name: 'Judit Farkas', role: 'admin' })];
  await demoWeek(there, of);
  await read(teo, there.scale, 40, of, { day: 2 });
  await read(hanh, there.cron, 500, of, { day: 1 });
  await how(of);
  return { ...there, of, teo, hanh, ada, judit };
}

export const asked = (of: { number: number }, line: string, words = 'I read it on the train.') => ({
  epoch: of.number,
  line,
  reason: 'not-counted',
  words,
});
export const answered = (disputeId: string, outcome: 'upheld' | 'declined' = 'upheld') => ({
  disputeId,
  outcome,
  answer: 'We looked at it.',
});
export const readerOf = (of: { number: number }, who: FactoryMember) =>
  db.epochReader.findFirstOrThrow({ where: { epoch: of.number, memberId: who.id } });

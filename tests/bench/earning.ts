import { parseArgs } from 'node:util';
import { command, Fault } from '../../bin/fault';
import { type Outcome, outcomeOf } from './earning/attack';
import { attacksWith, EVERY_SECOND } from './earning/attacks';
import { forgeBeats } from './earning/forged-beats';
import { townOf } from './earning/town';

/** All attacks in five towns, unless fewer are asked for. */
const asked = parseArgs({ options: { attack: { type: 'string' }, seeds: { type: 'string', default: '5' } } }).values;
const SEEDS = Array.from({ length: Number(asked.seeds) || 5 }, (_, nth) => nth + 1);
const FIGURES = ['proRata', 'userCentric', 'ours', 'bound', 'loss'] as const;

/** Of several seeds each figure at its highest. */
function worst(outcomes: readonly Outcome[]): Outcome {
  const most = (of: (one: Outcome) => number) => Math.max(...outcomes.map(of));
  return {
    attack: outcomes[0]?.attack ?? '',
    k: outcomes[0]?.k ?? 0,
    proRata: most((one) => one.proRata),
    userCentric: most((one) => one.userCentric),
    ours: most((one) => one.ours),
    bound: most((one) => one.bound),
    loss: most((one) => one.loss),
    passed: outcomes.some(({ passed }) => passed),
  };
}

const ratio = (number: number): string => (number !== 0 && Math.abs(number) < 0.005 ? '~0' : number.toFixed(2));
const row = (cells: readonly string[]): string =>
  cells.map((cell, nth) => (nth === 0 ? cell.padEnd(10) : cell.padStart(nth === 1 ? 6 : 13))).join('');

// Attacks on what is paid, each in five towns and several sizes, through the product's own division and measuring. What the
// attacker gets back for 1 that it costs, by pro-rata, user-centric and the product's rule, and what the theorem allows.
await command(async () => {
  const began = performance.now();
  const isWanted = (name: string) => name === (asked.attack ?? name);
  const forged = isWanted('A13') ? await forgeBeats() : EVERY_SECOND;
  const all = attacksWith(forged);
  const wanted = all.filter(({ name }) => isWanted(name));
  if (wanted.length === 0) throw new Fault(`There is no attack ${asked.attack}: ${all.map(({ name }) => name).join(', ')}.`);
  const found = new Map<string, Outcome[]>();
  for (const seed of SEEDS) {
    const town = townOf(seed);
    for (const attack of wanted)
      for (const k of attack.sizes) {
        const outcome = outcomeOf(attack, { town, k });
        found.set(`${attack.name} ${k}`, [...(found.get(`${attack.name} ${k}`) ?? []), outcome]);
      }
  }
  const rows = [...found.values()].map(worst);
  console.log(row(['attack', 'k', 'pro-rata', 'user-centric', 'ours', 'bound', 'honest loss']));
  for (const attack of wanted) {
    console.log(`\n${attack.what}`);
    for (const one of rows.filter((each) => each.attack === attack.name)) {
      const loss = `${(one.loss * 100).toFixed(2)}%`;
      const figures = [one.proRata, one.userCentric, one.ours, one.bound].map(ratio);
      console.log(`${row([one.attack, String(one.k), ...figures, loss])}${one.passed ? '  PASSES THE BOUND' : ''}`);
    }
  }
  const missed = rows.filter(({ passed }) => passed).map(({ attack, k }) => `${attack} with ${k}: the bound is passed`);
  const seconds = Number(((performance.now() - began) / 1_000).toFixed(1));
  const attacks = rows.map((one) => ({ ...one, ...Object.fromEntries(FIGURES.map((name) => [name, Number(one[name].toFixed(4))])) }));
  console.log(`\n${JSON.stringify({ seeds: SEEDS.length, seconds, forged, attacks, missed })}`);
  if (missed.length > 0) throw new Fault(missed.join('\n'));
});

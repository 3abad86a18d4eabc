import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FactoryMember } from '../factories/people';

const file = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(file), '../..');

/**
 * Runs an epoch from where it is to its end, let on by this admin, in a process of the operating system of its own, which is killed, with no time to tidy up, when it
 * comes to the point with this number. True when it came to the end before that. @throws when it ended in any other way
 */
export async function runEpochApart(number: number, by: FactoryMember, place: number): Promise<boolean> {
  const env = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'bin/tsconfig.json') };
  const child = fork(file, ['--run-epoch', String(number), JSON.stringify(by), String(place)], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env,
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the process ended with ${code ?? signal}`);
  return code === 0;
}

if (process.argv[2] === '--run-epoch') {
  const { db } = await import('@/lib/db/client');
  const { steps } = await import('../integration/earnings/week');
  const of = await db.epoch.findUniqueOrThrow({ where: { number: Number(process.argv[3]) } });
  const by = JSON.parse(process.argv[4] ?? '') as FactoryMember;
  let left = Number(process.argv[5]);
  const watch = () => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
  for (const step of steps(of, { watch, by })) await step();
  process.exit(0);
}

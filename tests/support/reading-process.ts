import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Beaten } from '@/lib/reading/commands/take-beat';

interface Asked {
  nth: number;
  what: 'open' | 'beat';
  hash: string;
  input: object;
}
type Answer = { nth: number; said: unknown } | { nth: number; refused: string };

/** The commands that take reading, in a process of the operating system of its own. */
export interface ReadingProcess {
  open: (hash: string, input: object) => Promise<unknown>;
  beat: (hash: string, input: object) => Promise<Beaten>;
  stop: () => Promise<void>;
}

const file = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(file), '../..');

export async function startReadingProcess(): Promise<ReadingProcess> {
  const env = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'bin/tsconfig.json') };
  const child: ChildProcess = fork(file, ['--take-reading'], { cwd: root, execArgv: ['--import', 'tsx'], env });
  const waiting = new Map<number, { resolve: (said: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
  child.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.nth);
    waiting.delete(answer.nth);
    if ('refused' in answer) asker?.reject(new Error(answer.refused));
    else asker?.resolve(answer.said);
  });
  const ask = (what: Asked['what'], hash: string, input: object) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ nth: last, what, hash, input } satisfies Asked);
    });
  return {
    open: (hash, input) => ask('open', hash, input),
    beat: (hash, input) => ask('beat', hash, input) as Promise<Beaten>,
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

if (process.argv[2] === '--take-reading') {
  const { openReading } = await import('@/lib/reading/commands/open-reading');
  const { takeBeat } = await import('@/lib/reading/commands/take-beat');
  const act = { open: openReading, beat: takeBeat };
  process.on('message', ({ nth, what, hash, input }: Asked) => {
    act[what](hash, input).then(
      (said) => process.send?.({ nth, said }),
      (error: unknown) => process.send?.({ nth, refused: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}

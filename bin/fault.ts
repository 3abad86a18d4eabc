/** Something the person at the terminal has to mend: shown as one line, without a stack. */
export class Fault extends Error {}

const FULL = 'The disk is full: free some space and run this again.';

/** Runs a command of bin/; a `Fault` becomes one line on stderr and exit code 1. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
    // Idle connections of database pools would hold the process.
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${lineOf(error)}\n`);
    process.exit(1);
  }
}

/** What the person at the terminal is told of an error. */
export function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isDiskFull(error.message) || ('code' in error && error.code === 'ENOSPC')) return FULL;
  if (error instanceof Fault || error.constructor.name === 'MigrationRefused') return error.message;
  if ('code' in error && error.code === 'ECONNREFUSED')
    return 'The database does not answer: is DATABASE_URL right, and does the server run?';
  if ('code' in error && (error.code === '28P01' || error.code === '28000'))
    return 'The database refused the name or password in DATABASE_URL.';
  if ('code' in error && error.code === '3D000') return 'The database named in DATABASE_URL does not exist: create it first.';
  return error.stack ?? error.message;
}

export const isDiskFull = (text: string): boolean => /No space left on device|ENOSPC|Disk quota exceeded/i.test(text);
export const diskFull = (): Fault => new Fault(FULL);

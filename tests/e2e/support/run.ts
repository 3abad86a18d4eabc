import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { expect } from '@playwright/test';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface Start {
  child: ChildProcess;
  /** All that was said so far. */
  said: () => string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** Runs `npm start` as a terminal would. */
export function start(env: Record<string, string>, args: string[] = []): Start {
  const child = spawn(process.execPath, ['bin/run.mjs', 'bin/start.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...env },
    // A group of its own, so that it can be sent what a terminal sends.
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))) };
}

/** Waits until it serves. */
export const ready = (running: Start) => expect.poll(running.said, { timeout: 120_000 }).toContain('Ctrl-C stops it');

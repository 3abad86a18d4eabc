import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from '@playwright/test';
import { ready, root, type Start, start } from './run';
import { copyTown } from './town';

interface Town {
  /** Where its data lie, once it runs. */
  data: () => string;
  /** All that it has said so far. */
  said: () => string;
  /** The process that runs it. */
  pid: () => number;
}

/** Gives the journeys of a file a town of their own on `port`; answers with where its data lie, once it runs. */
export const ownTown = (port: number, env: Record<string, string> = {}, args: string[] = []): Town['data'] => townOn(port, env, args).data;

/** The same, of which what it says is looked at too. */
export function townOn(port: number, env: Record<string, string> = {}, args: string[] = []): Town {
  let running: Start;
  let data = '';
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  test.use({ baseURL: `http://localhost:${port}` });
  test.beforeAll(async () => {
    data = mkdtempSync(path.join(root, '.data/e2e-'));
    copyTown(data);
    running = start({ PORT: String(port), BULB_DATA_DIR: data, REQUEST_LIMIT: '0', ...env }, args);
    await ready(running);
  });
  test.afterAll(async () => {
    running.child.kill('SIGTERM');
    await running.ended;
    rmSync(data, { recursive: true, force: true });
  });
  return { data: () => data, said: () => running.said(), pid: () => running.child.pid ?? 0 };
}

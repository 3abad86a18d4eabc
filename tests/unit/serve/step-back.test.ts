import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const CODE = `
const { workerData, parentPort } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
const os = require('node:os');
const own = () => os.getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)));
import(workerData).then(({ stepBack }) => {
  const before = own();
  stepBack();
  parentPort.postMessage(own() - before);
});`;

test.runIf(process.platform === 'linux')('a thread steps back, and the process that it is of does not', async () => {
  const before = os.getPriority();
  const worker = new Worker(CODE, {
    eval: true,
    workerData: new URL('../../../bin/serve/step-back.ts', import.meta.url).href,
    execArgv: ['--import', 'tsx'],
  });
  const by = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  expect([by, os.getPriority()]).toEqual([Math.min(5, 19 - before), before]);
});

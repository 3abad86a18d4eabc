import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { cutSlowReaders } from '../../../bin/serve/slow';

/** The kernel asks for more when a third of some megabytes is gone. */
const LOOK_EVERY = 1_000;

/** Whether an answer of `size` bytes goes out whole to who takes a part of it every `pause` milliseconds. */
async function goesOut(size: number, pause: number): Promise<boolean> {
  const body = Buffer.alloc(size, 1);
  const { promise, resolve } = Promise.withResolvers<ServerResponse>();
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': String(size) });
    response.once('close', () => resolve(response));
    response.end(body);
  });
  cutSlowReaders(server, LOOK_EVERY);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1' }, (response) => {
    response.on('error', () => {});
    response.on('data', () => {
      response.pause();
      setTimeout(() => response.resume(), pause);
    });
  });
  request.on('error', () => {});
  const { writableFinished } = await promise;
  request.destroy();
  server.close();
  server.closeAllConnections();
  return writableFinished;
}

test('who takes a long answer slowly, but takes it, gets all of it; who takes next to nothing is cut', { timeout: 30_000 }, async () => {
  expect(await goesOut(64_000_000, 3)).toBe(true);
  expect(await goesOut(64_000_000, 60_000)).toBe(false);
});

test('a short answer, and an empty one, go out', async () => {
  expect(await goesOut(60_000, 0)).toBe(true);
  expect(await goesOut(0, 0)).toBe(true);
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { type Renderer, startRenderer } from '../../../bin/serve/renderer';

const STAND_IN = '../tests/support/stand-in-renderer.ts';
const running: Renderer[] = [];
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())));

function begin(thread: string): Renderer {
  const renderer = startRenderer({ dev: false, width: 4, thread });
  running.push(renderer);
  return renderer;
}

/** What it answers; rejects when the answer does not come to its end. */
const ask = (renderer: Renderer, url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = renderer.ask({ path: url });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => resolve(text));
    });
    request.end();
  });

it('is started again whenever it ends; what it was answering fails, and what is asked after is answered', async () => {
  const renderer = begin(STAND_IN);
  await renderer.ready;
  let before = await ask(renderer, '/');
  for (let nth = 0; nth < 2; nth += 1) {
    await expect(ask(renderer, '/end')).rejects.toThrow();
    await expect(ask(renderer, '/')).rejects.toThrow();
    const after = await vi.waitFor(() => ask(renderer, '/'), { timeout: 10_000, interval: 50 });
    expect(after).not.toBe(before);
    before = after;
  }
}, 30_000);

it('says that it cannot be started, and does not try for ever', async () => {
  const renderer = begin('../tests/support/no-such-renderer.ts');
  await expect(renderer.ready).rejects.toThrow('the renderer did not start');
});

it('leaves nothing behind when it is stopped, and is not started again', async () => {
  const renderer = begin(STAND_IN);
  await renderer.ready;
  const { socketPath } = renderer.ask({ path: '/' }).on('error', () => undefined) as unknown as { socketPath: string };
  expect(existsSync(path.dirname(socketPath))).toBe(true);
  await renderer.stop();
  expect(existsSync(path.dirname(socketPath))).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await expect(ask(renderer, '/')).rejects.toThrow();
});

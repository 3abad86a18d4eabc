import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askClassifiers } from '@/lib/comments/classifier';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const said = { text: 'Trả lại cái cân cho chợ', language: 'vi' };
const close: (() => void)[] = [];
afterEach(() => {
  for (const one of close.splice(0)) one();
});

/** A classifier on this machine; answers with its address and what it was sent. */
async function classifier(answer: Answer): Promise<{ address: string; sent: string[] }> {
  const sent: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      sent.push(`${request.method} ${body}`);
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent };
}

const json =
  (text: string): Answer =>
  (response) =>
    response.setHeader('content-type', 'application/json').end(text);

test('a plain verdict is taken as it is, of the text and its language', async () => {
  const { address, sent } = await classifier(json('{"verdict":"suspect"}'));
  expect(await askClassifiers(said, [address])).toBe('suspect');
  expect(sent).toEqual([`POST ${JSON.stringify(said)}`]);
  expect(await askClassifiers(said, [(await classifier(json('{"verdict":"clean","by":"rules"}'))).address])).toBe('clean');
});

test('without an address nobody is asked', async () => {
  expect(await askClassifiers(said, [])).toBe('off');
});

test('of several the gravest holds: suspected by one, else not known by one', async () => {
  const [clean, suspect, broken] = await Promise.all(
    [json('{"verdict":"clean"}'), json('{"verdict":"suspect"}'), json('{}')].map(async (answer) => (await classifier(answer)).address),
  );
  const asked = (...addresses: (string | undefined)[]) => askClassifiers(said, addresses as string[]);
  expect(await asked(clean, clean)).toBe('clean');
  expect(await asked(clean, broken)).toBe('unknown');
  expect(await asked(broken, suspect, clean)).toBe('suspect');
});

const failing: Record<string, Answer> = {
  'answers 500': (response) => response.writeHead(500).end('{"verdict":"clean"}'),
  'breaks off': (response) => response.destroy(),
  'says another verdict': json('{"verdict":"fine"}'),
  'says no verdict': json('[]'),
  'speaks no JSON': json('clean'),
  'says nothing': json(''),
};

test.each(Object.entries(failing))('a classifier that %s is unknown, never clean', async (_, answer) => {
  expect(await askClassifiers(said, [(await classifier(answer)).address])).toBe('unknown');
});

test('one that is not there is unknown', async () => {
  const { address } = await classifier(json('{"verdict":"clean"}'));
  close.splice(0).forEach((one) => void one());
  expect(await askClassifiers(said, [address])).toBe('unknown');
});

test('a redirect is not followed: the words stay here', async () => {
  const other = await classifier(json('{"verdict":"clean"}'));
  for (const status of [302, 307]) {
    const { address } = await classifier((response) => response.writeHead(status, { location: other.address }).end());
    expect(await askClassifiers(said, [address])).toBe('unknown');
  }
  expect(other.sent).toEqual([]);
});

test('after a second and a half nobody waits any longer, also for one that trickles', async () => {
  const silent = await classifier(() => undefined);
  const trickling = await classifier((response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"verdict":');
  });
  const startedAt = performance.now();
  expect(await Promise.all([askClassifiers(said, [silent.address]), askClassifiers(said, [trickling.address])])).toEqual([
    'unknown',
    'unknown',
  ]);
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});

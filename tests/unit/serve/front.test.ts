import http from 'node:http';
import { connect, type Socket } from 'node:net';
import { shouldServeStreamingMetadata } from 'next/dist/server/lib/streaming-metadata';
import { expect, test } from 'vitest';
import { insteadIn } from '@/lib/core/instead';
import nextConfig from '@/next.config.mjs';
import { ask } from '../../e2e/support/ask';
import { front, origin } from '../../support/front';

const shared = { 'content-type': 'text/html', 'cache-control': 'public, s-maxage=60', 'x-bulb-tags': 'lists post:1' };

test('too much at once: some wait, the rest are told when to come again, and kept pages are sent all the while', async () => {
  let held: http.ServerResponse[] = [];
  const port = await front((request, response) => {
    if (request.url === '/') response.writeHead(200, shared).end('<p>home</p>');
    else held.push(response);
  });
  expect((await ask(port, '/')).text).toBe('<p>home</p>');
  const many = Array.from({ length: 8 }, (_, nth) => ask(port, `/tags/${nth}`));
  const writes = Array.from({ length: 8 }, () =>
    ask(port, '/settings', {
      method: 'POST',
      headers: { ...origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=Sade+Okafor',
    }),
  );
  await expect.poll(() => held.length).toBe(4);
  for (let nth = 0; nth < 20; nth += 1) expect((await ask(port, '/')).headers['cache-status']).toBe('BULB; hit');
  for (let round = 0; round < 4; round += 1) {
    for (const response of held) if (!response.headersSent) response.writeHead(200, shared).end('late');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  held = [];
  const [read, wrote] = [await Promise.all(many), await Promise.all(writes)];
  expect(read.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503, 503, 503, 503]);
  expect(wrote.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503, 503, 503, 503]);
  for (const one of [...read, ...wrote].filter(({ status }) => status === 503))
    expect(Number(one.headers['retry-after'])).toBeGreaterThan(0);
  expect(wrote.find(({ status }) => status === 503)?.text).toContain('value="Sade Okafor"');
});

test('what only looks shared is not: a page that does not say so, one that sets a cookie, another’s answer', async () => {
  const port = await front((request, response) => {
    if (request.url === '/earn') response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'public, s-maxage=60' });
    else if (request.url === '/') response.writeHead(200, { ...shared, 'set-cookie': 'session=1' });
    else response.writeHead(200, { ...shared });
    response.end(`for ${request.headers.cookie ?? 'nobody'}, host ${request.headers.host}`);
  });
  expect((await ask(port, '/earn')).headers['cache-control']).toBe('private, no-store');
  const home = await ask(port, '/', { headers: { cookie: 'session=of-sade', host: 'evil.example' } });
  expect([home.text, home.headers['set-cookie']]).toEqual(['for nobody, host localhost:3000', undefined]);
  // Nor is it kept, or may anybody on the way keep it.
  for (let nth = 0; nth < 2; nth += 1) {
    const { headers } = await ask(port, '/');
    expect([headers['cache-control'], headers['cache-status']]).toEqual(['private, no-store', undefined]);
  }
  // A path that has no key is handed on, and whatever it says of itself it is for one person.
  expect((await ask(port, '/settings', { headers: { cookie: 'a=1' } })).headers['cache-control']).toBe('private, no-store');
});

test('a page’s title and description come in its head, not after what took less time', async () => {
  const port = await front((request, response) => response.writeHead(200, shared).end(request.headers['user-agent']));
  const { text } = await ask(port, '/', { headers: { 'user-agent': 'of-sade' } });
  expect(text).not.toContain('of-sade');
  expect(shouldServeStreamingMetadata(text, nextConfig.htmlLimitedBots?.source)).toBe(false);
});

test('tags are announced to a cache in front, inner headers to nobody', async () => {
  const port = await front((_, response) =>
    response.writeHead(200, { ...shared, 'x-bulb-wrote': '[]', 'x-bulb-scripts': "'sha256-x'" }).end('x'),
  );
  const { headers } = await ask(port, '/');
  expect(headers).toMatchObject({ 'surrogate-key': 'lists post:1', 'cache-tag': 'lists,post:1', xkey: 'lists post:1' });
  expect(Object.keys(headers).filter((name) => name.startsWith('x-bulb'))).toEqual([]);
  expect(headers['content-security-policy']).toContain("'sha256-x'");
});

test('a write is heard before it is answered, and its writer is given its name', async () => {
  let value = 1;
  const id = '11b954f6-914b-4ad9-8c1a-bd29bbbd93f4';
  const port = await front((request, response) => {
    if (request.method === 'POST') {
      value += 1;
      response
        .writeHead(200, {
          'content-type': 'text/x-component',
          'x-bulb-wrote': JSON.stringify([{ id, tags: ['lists'], erase: false }]),
          'set-cookie': `bulb-wrote=${id}; Path=/`,
        })
        .end('done');
    } else response.writeHead(200, shared).end(`value ${value}`);
  });
  expect((await ask(port, '/')).text).toBe('value 1');
  const wrote = await ask(port, '/', { method: 'POST', headers: origin, body: 'x' });
  const cookie = /bulb-wrote=[^;]+/.exec(wrote.headers['set-cookie'] ?? '')?.[0] ?? '';
  expect(cookie).toBe(`bulb-wrote=${id}`);
  expect((await ask(port, '/', { headers: { cookie } })).text).toBe('value 2');
});

test('a failing renderer: readers get a page in their language, writers their words back, programs a line', async () => {
  const port = await front((_, response) =>
    response.writeHead(503, { 'content-type': 'text/html', 'x-bulb-fault': 'full' }).end('<p>nothing</p>'),
  );
  const read = await ask(port, '/tags/x', { headers: { 'accept-language': 'vi', accept: 'text/html' } });
  expect([read.status, /lang="vi"/.test(read.text), read.headers['cache-control']]).toEqual([503, true, 'no-store']);
  const body = `body=${encodeURIComponent(`<b>${'Words that took an hour. '.repeat(4)}</b>`)}&postId=1`;
  const wrote = await ask(port, '/write', {
    method: 'POST',
    headers: { ...origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  expect(wrote.text).toContain('Our disk is full.');
  expect(wrote.text).toContain('&lt;b&gt;Words that took an hour.');
  expect(wrote.text).not.toContain('<b>Words');
  const program = await ask(port, '/tags/y', { headers: { accept: 'application/json' } });
  expect([program.status, program.headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
});

test('the page’s own scripts are told in one line why an action was not carried out, and read it as what it is', async () => {
  const port = await front((request, response) => {
    if (request.url === '/settings') response.writeHead(503, { 'content-type': 'text/html', 'x-bulb-fault': 'full' }).end('<p>nothing</p>');
    else if (request.url === '/write') response.writeHead(500, { 'content-type': 'text/html' }).end('<p>nothing</p>');
    else request.socket.destroy();
  });
  const act = (path: string, more: Record<string, string> = {}, body = 'x') =>
    ask(port, path, { method: 'POST', headers: { ...origin, 'next-action': 'a', 'content-type': 'text/plain', ...more }, body });
  const [full, bug, unsure, large] = [
    await act('/settings'),
    await act('/write'),
    await act('/sign-in'),
    await act('/settings', {}, 'x'.repeat(2 * 1024 * 1024 + 1)),
  ];
  // Next reads the text of this type alone.
  expect([full, bug, unsure, large].map(({ status, headers }) => [status, headers['content-type']])).toEqual(
    [503, 500, 503, 413].map((status) => [status, 'text/plain']),
  );
  expect([full, unsure, large].map(({ text }) => insteadIn(text))).toEqual(
    ['full', 'unsure', 'too-large'].map((reason) => ({ reason, retryAfterSeconds: null })),
  );
  expect(insteadIn(bug.text)).toEqual({ reason: 'bug', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const limited = await front((_, response) => response.end('done'), {}, '5');
  await ask(limited, '/settings', { method: 'POST', headers: { ...origin, 'next-action': 'a' }, body: 'x' });
  const often = await ask(limited, '/settings', { method: 'POST', headers: { ...origin, 'next-action': 'a' }, body: 'x' });
  expect([often.status, insteadIn(often.text)]).toEqual([429, { reason: 'too-many', retryAfterSeconds: expect.any(Number) }]);
  for (const text of ['An unexpected response was received from the server.', 'bulb: nonsense', 'bulb: busy\nmore', ''])
    expect(insteadIn(text)).toBeNull();
});

test('who takes a long answer slowly holds nobody else’s place, and of such there are only so many', async () => {
  const piece = Buffer.alloc(1 << 20, 'x');
  let begun = 0;
  const port = await front((request, response) => {
    if (request.url !== '/api/epochs/1/input') return response.writeHead(200, { 'content-type': 'text/html' }).end('own');
    begun += 1;
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    const more = () => void response.write(piece, () => setImmediate(more));
    return more();
  });
  const slow: Socket[] = [];
  let cut = 0;
  // Two places and two that may wait, and five of whom it is borne.
  for (let nth = 0; nth < 8; nth += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.once('close', () => (cut += 1)).pause();
    slow.push(socket);
    socket.write('GET /api/epochs/1/input HTTP/1.1\r\nhost: localhost:3000\r\n\r\n');
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(nth + 1);
    expect((await ask(port, '/settings')).status).toBe(200);
  }
  for (const socket of slow.slice(5)) socket.resume();
  await expect.poll(() => cut).toBe(3);
  for (const socket of slow) socket.destroy();
  expect((await ask(port, '/settings')).text).toBe('own');
});

test('bodies are held up to a bound: the next is told when to come again, and all is well when they are gone', async () => {
  const port = await front((_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('saved'));
  const piece = 'x'.repeat(1_900_000);
  const head = `POST /settings HTTP/1.1\r\nhost: localhost:3000\r\norigin: ${origin.origin}\r\ncontent-length: 2000000\r\n\r\n`;
  const slow: Socket[] = [];
  const hold = () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    slow.push(socket);
    socket.write(head + piece);
  };
  for (let nth = 0; nth < 35; nth += 1) hold();
  const send = () =>
    ask(port, '/settings', { method: 'POST', headers: { ...origin, 'content-type': 'text/plain' }, body: 'x'.repeat(900_000) });
  // What is sent may come before the last that is held, which is refused instead and gives its room back: so one more each time.
  const full = async () => {
    hold();
    return (await send()).status;
  };
  await expect.poll(full, { timeout: 10_000 }).toBe(503);
  for (const socket of slow) socket.destroy();
  await expect.poll(async () => (await send()).status, { timeout: 10_000 }).toBe(200);
}, 20_000);

test('the length of a body that is not sent on is not sent on either', async () => {
  const lengths: (string | undefined)[] = [];
  const port = await front((request, response) => {
    lengths.push(request.headers['content-length']);
    response.writeHead(200, { 'content-type': 'text/plain' }).end('own');
  });
  const inner = 'GET /tags/poisoned HTTP/1.1\r\nhost: x\r\n\r\n';
  await ask(port, '/settings', { headers: { 'content-length': String(inner.length) }, body: inner });
  await ask(port, '/settings');
  expect(lengths).toEqual([undefined, undefined]);
});

test('who leaves while waiting gives the place back, and what they sent is not carried out', async () => {
  const held: http.ServerResponse[] = [];
  let posts = 0;
  const port = await front((request, response) => {
    if (request.method === 'POST') posts += 1;
    held.push(response);
  });
  const sent = { method: 'POST', headers: { ...origin, 'content-type': 'text/plain' }, body: 'x' };
  const two = [ask(port, '/settings', sent), ask(port, '/settings', sent)];
  await expect.poll(() => held.length).toBe(2);
  for (let round = 0; round < 2; round += 1) {
    const gone = http.request({
      host: '127.0.0.1',
      port,
      path: '/settings',
      method: 'POST',
      headers: { host: 'localhost:3000', ...sent.headers },
    });
    gone.on('error', () => undefined);
    gone.end('x');
    await new Promise((resolve) => setTimeout(resolve, 50));
    gone.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const response of held.splice(0)) response.writeHead(200).end('done');
  await Promise.all(two);
  const again = [ask(port, '/settings', sent), ask(port, '/settings', sent)];
  await expect.poll(() => held.length).toBe(2);
  for (const response of held) response.writeHead(200).end('done');
  expect((await Promise.all(again)).map(({ status }) => status)).toEqual([200, 200]);
  expect(posts).toBe(4);
});

test('a page of a thousand people is a page too', async () => {
  const tags = Array.from({ length: 1_000 }, (_, nth) => `person:01900000-0000-7000-8000-${String(nth).padStart(12, '0')}`).join(' ');
  const port = await front((_, response) => response.writeHead(200, { ...shared, 'x-bulb-tags': tags }).end('many'));
  const { status, headers } = await ask(port, '/');
  expect([status, headers['surrogate-key'], headers['cache-control']]).toEqual([200, undefined, 'private, no-cache']);
  expect((await ask(port, '/')).headers['cache-status']).toBe('BULB; hit');
});

test('a picture that is asked for otherwise than by its own address is kept by nobody', async () => {
  const media = `/media/01900000-0000-7000-8000-00000000000a`;
  const long = { 'content-type': 'image/webp', 'cache-control': 'public, max-age=86400', 'x-bulb-tags': 'blog:1' };
  const port = await front((_, response) => response.writeHead(200, long).end('picture'));
  expect((await ask(port, media)).headers['cache-control']).toBe('public, max-age=86400');
  const asked: [string, Record<string, string>][] = [
    [media, { rsc: '1' }],
    [`${media}?_rsc=1`, {}],
    [media.toUpperCase().replace('/MEDIA/', '/media/'), {}],
    [media.replace('-', '%2D'), {}],
  ];
  for (const [path, headers] of asked)
    expect((await ask(port, path, { headers })).headers['cache-control'], path).toBe('private, no-store');
});

import type http from 'node:http';
import { expect, test } from 'vitest';
import { ask } from '../../e2e/support/ask';
import { front, origin } from '../../support/front';

const shared = { 'content-type': 'text/html', 'cache-control': 'public, s-maxage=60', 'x-bulb-tags': 'lists post:1' };

test('a page that readers have and that was changed is rendered before what nobody has, and is old for none who may keep it', async () => {
  let version = 1;
  const held: http.ServerResponse[] = [];
  const port = await front((request, response) => {
    if (request.method === 'POST') {
      version += 1;
      const wrote = JSON.stringify([{ id: `00000000-0000-4000-8000-00000000000${version}`, tags: ['lists'], erase: false }]);
      response.writeHead(200, { 'x-bulb-wrote': wrote }).end('done');
    } else if (request.url === '/') response.writeHead(200, shared).end(`<p>${version}</p>`);
    else held.push(response);
  });
  const write = () => ask(port, '/settings', { method: 'POST', headers: { ...origin, 'content-type': 'text/plain' }, body: 'x' });
  expect((await ask(port, '/')).text).toBe('<p>1</p>');
  const strangers = Array.from({ length: 6 }, (_, nth) => ask(port, `/tags/${nth}`));
  await expect.poll(() => held.length).toBe(2);
  await write();
  await new Promise((resolve) => setTimeout(resolve, 950));
  const reader = ask(port, '/');
  await new Promise((resolve) => setTimeout(resolve, 200));
  // One place is free: it is not for those who came before.
  held[0]?.writeHead(200, shared).end('late');
  expect((await reader).text).toBe('<p>2</p>');
  expect(held.length).toBeLessThanOrEqual(3);
  for (let round = 0; round < 4; round += 1) {
    for (const response of held) if (!response.headersSent) response.writeHead(200, shared).end('late');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await Promise.all(strangers)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503, 503]);
});

test('what is sent because nothing newer can be had is kept by no cache in front', async () => {
  let well = true;
  const port = await front((request, response) => {
    const wrote = JSON.stringify([{ id: '00000000-0000-4000-8000-000000000001', tags: ['lists'], erase: false }]);
    if (request.method === 'POST') response.writeHead(200, { 'x-bulb-wrote': wrote }).end('done');
    else if (well)
      response.writeHead(200, { ...shared, 'cache-control': 'public, s-maxage=60, stale-if-error=600' }).end('<p>as it was</p>');
    else response.writeHead(503, { 'content-type': 'text/html' }).end();
  });
  const fresh = await ask(port, '/');
  await ask(port, '/settings', { method: 'POST', headers: { ...origin, 'content-type': 'text/plain' }, body: 'x' });
  well = false;
  await new Promise((resolve) => setTimeout(resolve, 950));
  const old = await ask(port, '/');
  expect([old.text, old.headers['cache-status']]).toEqual(['<p>as it was</p>', 'BULB; hit; detail=stale-if-error']);
  expect([fresh, old].map(({ headers }) => headers['cache-control'])).toEqual([
    'public, s-maxage=60, stale-if-error=600',
    'public, no-cache',
  ]);
  const same = await ask(port, '/', { headers: { 'if-none-match': old.headers.etag ?? '' } });
  expect([same.status, same.headers['cache-control']]).toEqual([304, 'public, no-cache']);
});

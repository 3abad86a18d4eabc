import http, { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { environment } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { pass } from '../../../bin/serve/pass';
import { securityOf } from '../../../bin/serve/security';
import { ask } from '../../e2e/support/ask';
import { serve } from '../../support/front';

const t = words('en', 'errors');

/** What somebody is told who sends something while the renderer, on `upstream`, is as it is. */
async function told(upstream: number): Promise<string> {
  const settings = environment.parse({ SITE_URL: 'http://localhost:3000', LOG_LEVEL: 'silent' });
  const renderer = {
    ready: Promise.resolve(),
    ask: (options: http.RequestOptions) => http.request({ ...options, host: '127.0.0.1', port: upstream }),
    connect: () => {
      throw new Error('not here');
    },
    stop: async () => undefined,
  };
  const passing = {
    renderer,
    security: securityOf(settings, false),
    hear: () => undefined,
    behind: { most: 5, now: new Set<ServerResponse>() },
  };
  const asked = { id: '1', address: '127.0.0.1', path: '/settings', body: Buffer.from('name=Sade+Okafor') };
  const port = await serve((request, response) => void pass(request, response, asked, passing));
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const { status, text } = await ask(port, '/settings', { method: 'POST', headers });
  expect([status, text.includes('value="Sade Okafor"')]).toEqual([503, true]);
  return text;
}

test('where nobody is there to be asked, nothing was saved; where it was asked and went away, nobody knows', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', () => resolve()));
  const { port: nobody } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  expect(await told(nobody)).toContain(t('page.title-write'));
  const leaving = await serve((request) => request.socket.destroy());
  expect(await told(leaving)).toContain(t('page.title-unsure'));
});

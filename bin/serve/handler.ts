import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { type RequestContext, requestStorage } from '@/lib/core/request';
import { clientAddress } from './address';
import { csp, scriptHashes } from './csp';
import { makeLimits } from './limits';
import { shape } from './outgoing';
import { isFile, isPublic, pathOf } from './paths';
import { hostOf, MAX_BODY, type Refusal, refusalOf, TOO_LARGE } from './refusals';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const SECURITY: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

/** All that happens to a request before Next sees it, and to the answer after. */
export function makeHandler(next: Handle, settings: Environment, dev: boolean): Handle {
  const limited = makeLimits(settings.REQUEST_LIMIT);
  const site = { siteHost: hostOf(settings.SITE_URL) ?? '', embeddedPort: settings.EMBEDDED ? settings.PORT : null };
  const forms = [settings.GITHUB_ID && 'https://github.com', settings.GOOGLE_ID && 'https://accounts.google.com'].filter(
    (form) => form !== '',
  );
  const secure = settings.SITE_URL.startsWith('https:');

  return (request, response) => {
    const method = request.method ?? 'GET';
    const path = pathOf(request.url ?? '/');
    const forwarded = String(request.headers['x-forwarded-for'] ?? '');
    const context: RequestContext = {
      id: randomUUID(),
      address: clientAddress(request.socket.remoteAddress ?? '', forwarded, settings.TRUSTED_PROXIES),
    };
    return requestStorage.run(context, async () => {
      const begun = performance.now();
      response.on('close', () => {
        const ms = Math.round(performance.now() - begun);
        requestStorage.run(context, () => log.info({ method, path, status: response.statusCode, ms }, 'answered'));
      });
      for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
      if (secure) response.setHeader('strict-transport-security', 'max-age=31536000');
      response.setHeader('x-request-id', context.id);
      try {
        const refusal = refusalOf({ method, path, headers: request.headers }, site);
        if (refusal) return refuse(request, response, refusal);
        if (!path.startsWith('/_next/static/')) {
          const wait = await limited(context.address, method !== 'GET' && method !== 'HEAD');
          if (wait !== null) {
            response.setHeader('retry-after', String(wait));
            return refuse(request, response, { status: 429, text: `Too many requests. Try again in ${wait} s.` });
          }
        }
        prepare(request, response, { context, path, dev, forms });
        await next(request, response);
      } catch (error) {
        log.error({ err: error }, 'a request failed');
        if (!response.headersSent) refuse(request, response, { status: 500, text: `Something went wrong. Its number is ${context.id}.` });
        else response.destroy();
      }
    });
  };
}

interface Plan {
  context: RequestContext;
  path: string;
  dev: boolean;
  forms: string[];
}

function prepare(request: IncomingMessage, response: ServerResponse, { context, path, dev, forms }: Plan): void {
  const read = request.method === 'GET' || request.method === 'HEAD';
  const open = isPublic(path);
  const hashed = open && !dev;
  const nonce = hashed ? null : randomBytes(16).toString('base64');
  const noncePolicy = nonce === null ? '' : csp({ scripts: [`'nonce-${nonce}'`], dev, forms });
  // Next takes the nonce from this header, so nobody outside may set it.
  delete request.headers['content-security-policy'];
  delete request.headers['content-security-policy-report-only'];
  if (nonce !== null) request.headers['content-security-policy'] = noncePolicy;
  const fragment = request.headers.rsc !== undefined;
  // So that HEAD tells what GET would; Node itself leaves the body out.
  if (request.method === 'HEAD' && hashed) request.method = 'GET';
  if (!read) watchSize(request, response);

  shape(response, {
    acceptEncoding: String(request.headers['accept-encoding'] ?? ''),
    ifNoneMatch: String(request.headers['if-none-match'] ?? ''),
    head(answer) {
      if (context.status && answer.statusCode === 200) answer.statusCode = context.status;
      for (const [name, value] of Object.entries(context.headers ?? {})) answer.setHeader(name, value);
      const html = String(answer.getHeader('content-type') ?? '').startsWith('text/html');
      const whole = open && read && !fragment && answer.statusCode === 200 && !answer.hasHeader('set-cookie');
      if (whole && !dev) answer.setHeader('cache-control', 'public, s-maxage=10, stale-while-revalidate=60');
      else if (html || !isFile(path)) answer.setHeader('cache-control', 'private, no-store');
      // Also for what is no page: an SVG or an error opened on its own must not run anything either.
      answer.setHeader('content-security-policy', nonce === null ? csp({ scripts: [], dev, forms }) : noncePolicy);
      return { hold: hashed && (html || (whole && !fragment)) };
    },
    held(answer, body) {
      if (!String(answer.getHeader('content-type') ?? '').startsWith('text/html')) return;
      answer.setHeader('content-security-policy', csp({ scripts: scriptHashes(body.toString('utf8')), dev, forms }));
    },
  });
}

// A body without a length in its head is counted as it comes.
function watchSize(request: IncomingMessage, response: ServerResponse): void {
  const push = request.push.bind(request);
  let size = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    size += chunk?.length ?? 0;
    if (size <= MAX_BODY) return push(chunk, encoding);
    if (!response.headersSent) refuse(request, response, TOO_LARGE);
    request.destroy();
    return false;
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, text }: Refusal): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  // What is left of the body is not worth reading.
  if (request.method !== 'GET' && request.method !== 'HEAD') response.setHeader('connection', 'close');
  response.end(`${text}\n`);
}

export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface Refusal {
  status: number;
  text: string;
}

export const MAX_BODY = 2 * 1024 * 1024;

/** What programs post to without cookie, origin or page: mail programs (RFC 8058), and a verifier, whose calls are signed. */
const FOR_PROGRAMS: readonly string[] = ['/api/unsubscribe', '/api/proofs'];

const isWrite = (method: string): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';

/** Why a request is not even looked at; null when it may go on. `siteHost` is the host of SITE_URL. */
export function refusalOf(asked: Asked, site: { siteHost: string; embeddedPort: number | null }): Refusal | null {
  const host = one(asked.headers.host).toLowerCase();
  if (site.embeddedPort !== null && !isLocal(host, site.embeddedPort)) return { status: 421, text: 'This site answers to localhost only.' };
  if (!isWrite(asked.method)) return null;
  const fromProgram = asked.method === 'POST' && FOR_PROGRAMS.includes(asked.path);
  if (!fromProgram && !sameOrigin(asked, host, site.siteHost)) return { status: 403, text: 'This request came from another site.' };
  if (Number(one(asked.headers['content-length']) || 0) > MAX_BODY) return TOO_LARGE;
  return null;
}

export const TOO_LARGE: Refusal = { status: 413, text: 'That is too large: at most 2 MB.' };

function isLocal(host: string, port: number): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

function sameOrigin(asked: Asked, host: string, siteHost: string): boolean {
  const fetchSite = one(asked.headers['sec-fetch-site']);
  if (fetchSite === 'cross-site' || fetchSite === 'same-site') return false;
  const from = hostOf(one(asked.headers.origin)) ?? hostOf(one(asked.headers.referer));
  return from !== null && (from === host || from === siteHost);
}

export function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host.toLowerCase() : null;
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));

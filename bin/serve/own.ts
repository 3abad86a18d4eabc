import type { IncomingMessage, ServerResponse } from 'node:http';
import { isUuid } from '@/lib/core/keys';
import type { QuickPath } from '@/lib/core/quick-forms';
import { tokenHash } from '@/lib/core/token';
import { NOBODY } from '@/lib/discovery/viewer';
import type { Viewer } from '@/lib/discovery/viewer-shape';
import type { Opened } from '@/lib/reading/commands/open-reading';
import type { Beaten } from '@/lib/reading/commands/take-beat';
import { pathOf } from './paths';

export interface Own {
  headers: Record<string, string>;
  sessionCookie: string;
  viewer: (sessionHash: string, asked: { post: string | null; blog: string | null; folded: readonly string[] }) => Promise<Viewer>;
  newSince: (postId: string, after: number, sessionHash: string | null) => Promise<number>;
  databaseAnswers: () => Promise<boolean>;
  openReading: (sessionHash: string, input: unknown) => Promise<Opened>;
  takeBeat: (sessionHash: string, input: unknown) => Promise<Beaten>;
  /** What forms that do not go through Next do, by their address. */
  quick: Record<QuickPath, (sessionHash: string, form: URLSearchParams) => Promise<void>>;
}

/**
 * What programs ask so often that it does not go through Next: what is a person's own on a shared page, whether comments have
 * come since it was made, and whether this process is well. Answers whether it was one of them.
 */
export async function ownAnswer(request: IncomingMessage, response: ServerResponse, own: Own): Promise<boolean> {
  const url = request.url ?? '/';
  const path = pathOf(url);
  if (path === '/api/viewer') {
    const hash = sessionIn(request.headers.cookie, own.sessionCookie);
    const asked = new URLSearchParams(url.slice(path.length + 1));
    const [post, blog] = [asked.get('post'), asked.get('blog')];
    const ids = { post: isUuid(post) ? post : null, blog: isUuid(blog) ? blog : null, folded: idsIn(asked.get('folded')) };
    const viewer = hash ? await own.viewer(hash, ids) : NOBODY;
    json(response, { status: 200, value: viewer, headers: own.headers });
    return true;
  }
  if (path === '/api/new-comments') {
    const asked = new URLSearchParams(url.slice(path.length + 1));
    const [post, after] = [asked.get('post'), asked.get('after') ?? ''];
    const known = isUuid(post) && /^\d{1,15}$/.test(after);
    const count = known ? await own.newSince(post, Number(after), sessionIn(request.headers.cookie, own.sessionCookie)) : 0;
    json(response, { status: known ? 200 : 400, value: { count }, headers: own.headers });
    return true;
  }
  if (path === '/api/alive') {
    json(response, { status: 200, value: { process: 'ok' }, headers: own.headers });
    return true;
  }
  if (path === '/api/health') {
    const database = await own.databaseAnswers();
    json(response, { status: database ? 200 : 503, value: { process: 'ok', database: database ? 'ok' : 'down' }, headers: own.headers });
    return true;
  }
  return false;
}

/** Sends `value`, for nobody else's eyes. */
export function json(
  response: ServerResponse,
  { status, value, headers }: { status: number; value: object; headers: Record<string, string> },
): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
    'content-length': body.length,
  });
  response.end(body);
}

/** More comments than a page ever has. */
const MOST_FOLDED = 300;

const idsIn = (text: string | null): string[] => (text ?? '').split('.', MOST_FOLDED).filter((id) => /^[0-9a-f]{32}$/.test(id));

/** The hash of the session that a request comes with; null without one. */
export function sessionIn(cookie: string | undefined, name: string): string | null {
  const at = cookie?.split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return at ? tokenHash(at.slice(name.length + 1)) : null;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Entry, type Variant, variantFor } from './cache/entry';
import { encodingFor, matches } from './cache/negotiate';

type How = 'hit' | 'miss' | 'away' | 'failed';

// RFC 9211.
const STATUS: Record<How, string> = {
  hit: 'BULB; hit',
  miss: 'BULB; fwd=miss; stored',
  away: 'BULB; hit; detail=stale-while-away',
  failed: 'BULB; hit; detail=stale-if-error',
};

/** Sends a kept answer as this request wants it: encoded, or only that it has not changed, or only its head. */
export function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  kept: { entry: Entry; how: How; grown: (entry: Entry) => void },
): void {
  const { entry, how, grown } = kept;
  const variant = variantFor(entry, encodingFor(String(request.headers['accept-encoding'] ?? '')), grown);
  if (variant instanceof Promise) {
    variant.then(
      (ready) => send(request, response, { entry, how, variant: ready }),
      (error: Error) => response.destroy(error),
    );
  } else send(request, response, { entry, how, variant });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { entry, how, variant }: { entry: Entry; how: How; variant: Variant },
): void {
  const asked = request.headers['if-none-match'];
  const same = asked !== undefined && entry.status === 200 && matches(asked, variant.etag);
  const head = same ? variant.unchanged : variant.head;
  // The head is written out within this call, so one list serves all.
  head[head.length - 3] = STATUS[how];
  head[head.length - 1] = String(Math.max(0, Math.floor((performance.now() - entry.born) / 1000)));
  response.writeHead(same ? 304 : entry.status, (how === 'away' || how === 'failed') && entry.tags.length > 0 ? notNewest(head) : head);
  if (same || request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

/** The same head, by which a cache in front asks again each time: it has been told of the change that this copy is without. */
const notNewest = (head: readonly string[]): string[] =>
  head.map((value, at) =>
    at % 2 === 1 && head[at - 1] === 'cache-control' ? `${value.startsWith('private') ? 'private' : 'public'}, no-cache` : value,
  );

import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseFault } from './database-fault';

/** What the server knows of the request under way, and what the answer's head must say. */
export interface RequestContext {
  id: string;
  /** Network address of the client, after trusted proxies. */
  address: string;
  /** Set by an action that refuses: Next itself always answers 200. */
  status?: number;
  headers?: Record<string, string>;
  /** Cache tags of a page that is the same for everyone. */
  shows?: Set<string>;
  /** Somebody asked who is there: the answer is theirs alone. */
  personal?: boolean;
  /** What this request changed, told to every process when it was committed. */
  wrote?: { id: string; tags: string[]; erase: boolean }[];
  /** Called whenever `wrote` grows. */
  onWrote?: () => void;
  /** A transaction of this request was committed. */
  committed?: boolean;
  /** Why the database did not do what it was asked. */
  fault?: DatabaseFault;
  /** A page's rendering threw, whatever status it has: what the router asks for answers 200 all the same. */
  threw?: boolean;
}

// The server and Next's bundle load this file separately; both must see one storage.
const shared = globalThis as { bulbRequest?: AsyncLocalStorage<RequestContext>; bulbOutside?: Outside };
shared.bulbRequest ??= new AsyncLocalStorage<RequestContext>();
export const requestStorage: AsyncLocalStorage<RequestContext> = shared.bulbRequest;

type Outside = <T>(run: () => T) => T;
// Taken when the server starts, before it is asked for anything.
shared.bulbOutside ??= AsyncLocalStorage.snapshot();

/** Runs what outlives the request that was the first to need it: it keeps nothing of that request alive. */
export const outsideRequests: Outside = shared.bulbOutside;

/** The request under way, or a context of no request (a job, a test). */
export function currentRequest(): RequestContext {
  return requestStorage.getStore() ?? { id: 'none', address: '127.0.0.1' };
}

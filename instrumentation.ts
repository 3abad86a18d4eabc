import { currentRequest } from '@/lib/core/request';

/** Next calls it for each error of a rendering, an action or a route, with none of its own signals among them. */
export function onRequestError(): void {
  currentRequest().threw = true;
}

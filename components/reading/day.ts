const TOUCHED_WITHIN = 30_000;
const AGAIN_AFTER = 10;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'] as const;

/**
 * Counts the seconds in which the post is in view of somebody who is there, and after `seconds` of them sends the mark back, once.
 * Answers with what ends it.
 */
export function waitForDay({ mark, seconds, post }: { mark: string; seconds: number; post: Element }): () => void {
  const listening = new AbortController();
  let touched = Number.NEGATIVE_INFINITY;
  let inView = false;
  let left = seconds;
  for (const kind of TOUCHES)
    addEventListener(kind, () => (touched = performance.now()), { passive: true, capture: true, signal: listening.signal });
  const observer = new IntersectionObserver(([entry]) => (inView = entry?.isIntersecting ?? false));
  observer.observe(post);
  const timer = setInterval(() => {
    const there = document.visibilityState === 'visible' && document.hasFocus() && performance.now() - touched < TOUCHED_WITHIN;
    if (!there || !inView) return;
    left -= 1;
    if (left > 0) return;
    // Should it not reach the server, it is said again.
    left = AGAIN_AFTER;
    void send(mark).then((heard) => heard && end());
  }, 1_000);
  const end = () => {
    clearInterval(timer);
    listening.abort();
    observer.disconnect();
  };
  return end;
}

/** Whether the server has heard it, whatever it made of it. */
async function send(mark: string): Promise<boolean> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  try {
    const { status } = await fetch('/api/day-read', { method: 'POST', headers, body: JSON.stringify({ mark }), priority: 'low' });
    return status < 500 && status !== 429 && status !== 409;
  } catch {
    return false;
  }
}

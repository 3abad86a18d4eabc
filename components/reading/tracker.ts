/** Milliseconds: a beat comes so often, so much sooner or later, while something was touched within that. */
const EVERY = 10_000;
const JITTER = 1_000;
const TOUCHED_WITHIN = 30_000;
const ANSWER_WITHIN = 8_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'] as const;

export interface Tracking {
  postId: string;
  /** The blocks of the post, in their order. */
  blocks: readonly Element[];
  /** Hears how many seconds today has, of all posts. */
  onToday: (seconds: number) => void;
  /** Hears that beats do not reach the server, and that they do again. */
  onFault: (is: boolean) => void;
}

interface Answer {
  seq?: number;
  today?: number;
}

/** `crypto.randomUUID` is there on secure pages only. */
function newKey(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/**
 * Says to the server that the post is read, about every ten seconds, while the page is in view, has the focus and was touched within
 * thirty, and part of the post is on the screen. What is credited is the server's to decide. Answers with what ends it.
 */
export function track({ postId, blocks, onToday, onFault }: Tracking): () => void {
  const listening = new AbortController();
  let sending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touched = Number.NEGATIVE_INFINITY;
  let session = '';
  let seq = 0;
  let opened = false;
  let over = false;

  const places = new Map(blocks.map((block, place) => [block, place]));
  const inView = new Set<number>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const place = places.get(target) ?? 0;
      if (isIntersecting) inView.add(place);
      else inView.delete(place);
    }
  });
  for (const block of blocks) observer.observe(block);

  const end = () => {
    over = true;
    clearTimeout(timer);
    listening.abort();
    sending.abort();
    observer.disconnect();
  };
  const plan = () => {
    clearTimeout(timer);
    if (!over && document.visibilityState === 'visible') timer = setTimeout(tick, EVERY + (Math.random() * 2 - 1) * JITTER);
  };
  const reading = () =>
    document.visibilityState === 'visible' &&
    document.hasFocus() &&
    navigator.onLine &&
    inView.size > 0 &&
    performance.now() - touched < TOUCHED_WITHIN;

  async function say(what: object): Promise<{ status: number; answer: Answer }> {
    sending = new AbortController();
    const late = setTimeout(() => sending.abort(), ANSWER_WITHIN);
    try {
      const response = await fetch('/api/reading', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ session, ...what }),
        priority: 'low',
        signal: sending.signal,
      });
      return { status: response.status, answer: (await response.json().catch(() => ({}))) as Answer };
    } finally {
      clearTimeout(late);
    }
  }

  async function send(): Promise<void> {
    session ||= newKey();
    const opening = !opened;
    const seen = [Math.min(...inView), Math.max(...inView) + 1];
    const { status, answer } = await say(opening ? { post: postId } : { seq: seq + 1, seen });
    if (over) return;
    // Not signed in or not agreed any more, or no post to be read.
    if (status === 401 || status === 403 || (opening && status === 404)) {
      onFault(true);
      return end();
    }
    // The key is another's, or what was measured was deleted: anew with the next.
    if ((opening && status === 409) || status === 404) {
      session = '';
      opened = false;
    } else if (status === 200 || status === 409) {
      opened = true;
      seq = answer.seq ?? seq;
      if (answer.today !== undefined) onToday(answer.today);
    }
    onFault(status !== 200 && status !== 409 && status !== 404);
  }

  async function tick(): Promise<void> {
    if (reading())
      await send().catch(() => {
        // In the background or away from the net it just waits.
        if (!over && document.visibilityState === 'visible' && navigator.onLine) onFault(true);
      });
    plan();
  }

  const touch = () => {
    touched = performance.now();
    // The first touch opens the reading: nobody is measured who never looked.
    if (!session && reading()) void tick();
  };
  for (const kind of TOUCHES) addEventListener(kind, touch, { passive: true, capture: true, signal: listening.signal });
  const turn = () => {
    if (document.visibilityState === 'visible') return plan();
    clearTimeout(timer);
    // A page that the browser keeps for going back waits for nothing.
    sending.abort();
  };
  document.addEventListener('visibilitychange', turn, { signal: listening.signal });
  addEventListener('pageshow', plan, { signal: listening.signal });
  plan();
  return end;
}

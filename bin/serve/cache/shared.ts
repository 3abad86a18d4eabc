import { Changes, type Notice } from './changes';
import { type Entry, lifetime, makeEntry, type Rendered, variantFor } from './entry';
import type { Key } from './key';
import { Store } from './store';

/** Whether all that was committed until half a second ago is known here. */
export interface Certainty {
  certain: () => boolean;
  /** All that was committed until then was heard; milliseconds of the cache's own clock. */
  heardUntil: () => number;
  /** Waits at most `ms` to be certain again. */
  regain: (ms: number) => Promise<boolean>;
}

export type Found =
  | { kind: 'kept'; entry: Entry; how: 'hit' | 'miss' | 'away' | 'failed' }
  /** An answer for this question alone. */
  | { kind: 'passed'; rendered: Rendered };

/** A changed page is rendered again this long after the change at the latest: a busy thread costs two renderings a second, or somewhat more where one takes long. */
const RENDER_AFTER = 550;
/** How long a changed page is still sent to others than the writer, counted from when the change can have been made at the earliest. */
const CHANGED_FOR = 900;
/** How long a rendering is joined by readers who came after it began. */
const JOINED_FOR = 600;
/** A rendering has so many times as long as the last one took before anybody waits for it. */
const AMPLE = 3;
const REGAIN = 400;
/** A reader does not wait longer for the newest when an older copy is at hand and Postgres is not. */
const PATIENCE = 1_000;
const AFTER_FAILURE = 500;
/** How often a page is rendered again that the database failed although it can be heard, and how long after. */
const TRIES = 4;
const TRY_AFTER = 300;
const WRITE_HEARD_WITHIN = 300;
/** Renderings of one page under way at once. */
const MOST_OF_ONE = 3;
const ENCODINGS = ['br', 'gzip'] as const;

interface Flight {
  id: string;
  at: number;
  count: number;
  done: Promise<Found>;
}

/** An answer of the renderer that tells of a fault, not of a page. */
export class Failed extends Error {
  constructor(readonly rendered: Rendered) {
    super(`the renderer answered ${rendered.status}`);
  }
}

export interface CacheOptions {
  /** Room for bodies. */
  bytes: number;
  /** A cache in front asks once for all its readers: what it gets is compressed well. */
  well?: boolean;
  /** `changed`: readers have the page already, and it is not true any more. */
  render: (key: Key, changed: boolean) => Promise<Rendered>;
  certainty: Certainty;
  now?: () => number;
}

/** The shared cache of one process, by RFC 9111 with RFC 5861. See README.md. */
export class SharedCache {
  readonly store: Store;
  readonly #changes = new Changes();
  readonly #flights = new Map<string, Flight>();
  readonly #underWay = new Set<Flight>();
  readonly #soon = new Set<string>();
  #failedAt = Number.NEGATIVE_INFINITY;
  readonly #now: () => number;

  constructor(private readonly options: CacheOptions) {
    this.store = new Store(options.bytes);
    this.#now = options.now ?? (() => performance.now());
  }

  /** What may be sent without waiting; undefined when it takes a rendering. `wrote` names the writes of whoever asks. */
  quick(key: Key, wrote: readonly string[]): Found | undefined {
    const entry = this.store.get(key.id);
    if (!entry || !this.#sure(entry)) return undefined;
    for (const id of wrote) if (!this.#has(entry, id)) return undefined;
    const now = this.#now();
    if (entry.changedAt !== null) {
      if (now - entry.changedAt >= CHANGED_FOR) return undefined;
      this.#renderSoon(key, entry, now);
    } else if (now >= entry.freshUntil) {
      if (now >= entry.revalidateUntil) return undefined;
      this.#refresh(key);
    }
    return { kind: 'kept', entry, how: 'hit' };
  }

  /** The answer to `key`, rendered when it must be. @throws Failed, or what `render` throws, when nothing older may be sent */
  async find(key: Key, wrote: readonly string[] = [], tries = 1): Promise<Found> {
    const needed = Math.max(0, ...(await Promise.all(wrote.map((id) => this.#changes.countOf(id, WRITE_HEARD_WITHIN)))));
    const kept = this.store.get(key.id);
    const has = (entry: Entry) => entry.count >= needed || wrote.every((id) => this.#has(entry, id));
    const { certainty } = this.options;
    if (kept && !this.#sure(kept)) {
      if (this.#now() - this.#failedAt < AFTER_FAILURE) return this.#instead(kept, new Error('Postgres is away'));
      if (await certainty.regain(REGAIN)) return this.find(key, wrote, tries);
    } else if (kept && has(kept)) {
      const found = this.quick(key, []);
      if (found) return found;
    }
    try {
      const flight = this.#join(key, needed);
      // A writer waits for what they wrote.
      return await (kept && has(kept) && !certainty.certain() ? inTime(flight.done, PATIENCE) : flight.done);
    } catch (error) {
      if (!certainty.certain()) this.#failedAt = this.#now();
      const older = this.store.peek(key.id);
      const away = error instanceof Failed && error.rendered.fault !== '';
      if (!older || !(has(older) || away)) throw error;
      if (!away || tries >= TRIES || !this.#unseen(older)) return this.#instead(older, error);
      // Postgres is back and what renders is not yet: its connections break one after another.
      await new Promise((resolve) => setTimeout(resolve, TRY_AFTER));
      return this.find(key, wrote, tries + 1);
    }
  }

  hear(notice: Notice): void {
    if (!this.#changes.hear(notice)) return;
    // It was committed after the last time that all was heard. Heard after a silence it may have been written when that began: nobody is
    // sent what was before it any more.
    const { certainty } = this.options;
    const at = certainty.certain() ? certainty.heardUntil() : this.#now() - CHANGED_FOR;
    for (const id of this.store.showing(notice.tags)) {
      if (notice.erase) this.store.delete(id);
      else {
        const entry = this.store.peek(id);
        if (entry) entry.changedAt ??= at;
      }
    }
    this.#changes.prune(Math.min(this.#changes.count, ...[...this.#underWay].map(({ count }) => count)));
  }

  /**
   * After a time without notices: nothing kept is sent again before it was rendered anew, unless that fails; and not then either, unless
   * it is `caughtUp`, so that what is gone has gone from here.
   */
  hearAll(caughtUp = false): void {
    this.#changes.hearAll();
    const changedAt = caughtUp ? this.#now() - CHANGED_FOR : Number.NEGATIVE_INFINITY;
    for (const [, entry] of this.store.entries()) if (entry.tags.length > 0) entry.changedAt = changedAt;
  }

  /** Whether nothing can have changed it unheard: what shows nothing that changes, a file of the build, is what it is. */
  #sure(entry: Entry): boolean {
    return entry.tags.length === 0 || this.options.certainty.certain();
  }

  /** Whether a write is in it, or was heard and is of other pages: nothing that was heard changed this one. */
  #has(entry: Entry, id: string): boolean {
    if (entry.changedAt === null && this.#changes.knows(id)) return true;
    return (this.#changes.heard(id) ?? Number.POSITIVE_INFINITY) <= entry.count;
  }

  /** What was missed while nothing was heard may have been an erasure that nobody could look up: with Postgres at hand it is not sent unseen. */
  #unseen(entry: Entry): boolean {
    return entry.changedAt === Number.NEGATIVE_INFINITY && this.options.certainty.certain();
  }

  #instead(entry: Entry, error: unknown): Found {
    if (this.#now() >= entry.failUntil || this.#unseen(entry)) throw error;
    return { kind: 'kept', entry, how: this.options.certainty.certain() ? 'failed' : 'away' };
  }

  #join(key: Key, needed: number): Flight {
    const flight = this.#flights.get(key.id);
    if (!flight || flight.count < needed) return this.#start(key);
    // A long one may have begun before the very change that sent this reader here.
    const unchanged = flight.count === this.#changes.count && this.options.certainty.certain();
    if (unchanged || this.#now() - flight.at < JOINED_FOR) return flight;
    // One page that takes long does not take every place.
    return [...this.#underWay].filter(({ id }) => id === key.id).length < MOST_OF_ONE ? this.#start(key) : flight;
  }

  #start(key: Key): Flight {
    const began = { id: key.id, at: this.#now(), count: this.#changes.count };
    const flight: Flight = { ...began, done: this.#render(key, began) };
    this.#flights.set(key.id, flight);
    this.#underWay.add(flight);
    const over = () => {
      this.#underWay.delete(flight);
      if (this.#flights.get(key.id) === flight) this.#flights.delete(key.id);
    };
    flight.done.then(over, over);
    return flight;
  }

  async #render(key: Key, began: { at: number; count: number }): Promise<Found> {
    const rendered = await this.options.render(key, (this.store.peek(key.id)?.changedAt ?? null) !== null);
    if (rendered.status >= 500) throw new Failed(rendered);
    const life = lifetime(rendered);
    if (!life) {
      // What was kept is not what there is any more.
      if (rendered.fault === '' && (this.store.peek(key.id)?.count ?? Infinity) <= began.count) this.store.delete(key.id);
      return { kind: 'passed', rendered };
    }
    const before = this.store.peek(key.id);
    const entry = makeEntry(rendered, began, { ...life, well: before !== undefined || this.options.well === true });
    // Who reads it by now does not wait for it to be compressed either.
    if (before)
      await Promise.all(ENCODINGS.map((encoding) => before.variants[encoding]?.asked && variantFor(entry, encoding, () => undefined)));
    entry.took = this.#now() - began.at;
    const what = this.#changes.since(entry.tags, began.count);
    // What went meanwhile, or may have, is not sent to those who waited either.
    if (what === 'erased' || what === 'unknown') return this.#start(key).done;
    if (what === 'changed') entry.changedAt = began.at;
    // An older rendering that was overtaken does not take the place of a newer one.
    if ((this.store.peek(key.id)?.count ?? -1) <= entry.count) this.store.set(key.id, entry);
    return { kind: 'kept', entry, how: 'miss' };
  }

  #refresh(key: Key): void {
    if (!this.#flights.has(key.id)) this.#start(key).done.catch(() => undefined);
  }

  #renderSoon(key: Key, entry: Entry, now: number): void {
    if (this.#soon.has(key.id) || this.#flights.has(key.id)) return;
    this.#soon.add(key.id);
    // At most half of the time, however long it takes: a renderer that is full would have no end of it.
    const after = Math.min(RENDER_AFTER, Math.max(2 * entry.took, CHANGED_FOR - AMPLE * entry.took));
    setTimeout(
      () => {
        this.#soon.delete(key.id);
        if (this.store.peek(key.id) === entry) this.#refresh(key);
      },
      Math.max(0, (entry.changedAt ?? now) + after - now),
    );
  }
}

async function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the newest took too long')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined);
  }
}

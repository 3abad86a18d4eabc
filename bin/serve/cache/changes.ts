import { LRUCache } from 'lru-cache';

/** What one write says of itself, by NOTIFY to every process. */
export interface Notice {
  id: string;
  tags: readonly string[];
  /** What is gone for good: it must not be shown again, whatever fails. */
  erase: boolean;
}

const REMEMBERED = 20_000;
/** Writes that were never heard of, which may each have a page rendered anew: in one second no more than so many. */
const STRANGERS = 20;

/** The order of what changed, as this process heard of it. A rendering that began at one count has all that came before in it. */
export class Changes {
  count = 0;
  #all = 0;
  #pruned = 0;
  readonly #changed = new Map<string, number>();
  readonly #erased = new Map<string, number>();
  readonly #ids = new LRUCache<string, number>({ max: REMEMBERED });
  /** Writes that were waited for in vain, and as how late they count until they are heard. */
  readonly #assumed = new LRUCache<string, number>({ max: REMEMBERED });
  readonly #waiting = new Map<string, (() => void)[]>();
  #strangers = { second: 0, count: 0 };

  /** Takes a notice in; false when it was heard before: the process that wrote hears itself too. */
  hear({ id, tags, erase }: Notice): boolean {
    if (this.#ids.has(id)) return false;
    this.count += 1;
    this.#ids.set(id, this.count);
    for (const tag of tags) {
      this.#changed.set(tag, this.count);
      if (erase) this.#erased.set(tag, this.count);
    }
    for (const wake of this.#waiting.get(id) ?? []) wake();
    this.#waiting.delete(id);
    return true;
  }

  /** Anything may have changed. */
  hearAll(): void {
    this.count += 1;
    this.#all = this.count;
  }

  /** What is known to have changed of `tags` since `count`: nothing, something, or something that is gone. */
  since(tags: readonly string[], count: number): 'same' | 'unknown' | 'changed' | 'erased' {
    const after = (of: Map<string, number>) => tags.some((tag) => (of.get(tag) ?? 0) > count);
    if (after(this.#erased)) return 'erased';
    if (this.#all > count || this.#pruned > count) return 'unknown';
    return after(this.#changed) ? 'changed' : 'same';
  }

  /** The count from which on a rendering has the write `id` in it; waits `ms` for it to be heard, then takes it to be as late as what is known now. */
  async countOf(id: string, ms: number): Promise<number> {
    const known = this.heard(id);
    if (known !== undefined) return known;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), wake]);
    });
    const heard = this.#ids.get(id);
    if (heard !== undefined) return heard;
    this.#waiting.delete(id);
    // A restart forgets; whoever asks on with this id is not made to wait again. Ids that somebody made up cost little.
    const second = Math.floor(performance.now() / 1000);
    if (this.#strangers.second !== second) this.#strangers = { second, count: 0 };
    this.#strangers.count += 1;
    if (this.#strangers.count > STRANGERS) return 0;
    // Not as heard: when its notice comes after all, it changes what it says.
    this.#assumed.set(id, this.count);
    return this.count;
  }

  /** The count of a write that was heard, or was waited for long enough; undefined when it was not yet. */
  heard(id: string): number | undefined {
    return this.#ids.get(id) ?? this.#assumed.get(id);
  }

  /** Whether this very write was heard: what it changed is known. */
  knows(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Forgets what no rendering under way (they began at `oldest` or later) can be older than. */
  prune(oldest: number): void {
    if (this.#changed.size + this.#erased.size < REMEMBERED) return;
    for (const map of [this.#changed, this.#erased]) for (const [tag, count] of map) if (count <= oldest) map.delete(tag);
    if (this.#changed.size + this.#erased.size < REMEMBERED) return;
    this.#pruned = this.count;
    this.#changed.clear();
    this.#erased.clear();
  }
}

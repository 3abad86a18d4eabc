import { LRUCache } from 'lru-cache';
import type { Entry } from './entry';

/**
 * Entries by key within `bytes`, and by what they show. Fair to what is read again: an entry begins on probation in a fifth
 * of the room and moves to the rest when it is asked for a second time, so that somebody who asks for every page once
 * pushes out only others of that kind (a segmented LRU).
 */
export class Store {
  readonly #probation: LRUCache<string, Entry>;
  readonly #proven: LRUCache<string, Entry>;
  readonly #byTag = new Map<string, Set<string>>();

  constructor(bytes: number) {
    const make = (maxSize: number) =>
      new LRUCache<string, Entry>({
        maxSize,
        sizeCalculation: (entry) => entry.size,
        // `set` of a grown or newer entry sees to the index itself, and a promoted one lives on in the other part.
        disposeAfter: (entry, id, reason) => {
          if (reason !== 'set' && this.peek(id) !== entry) this.#forget(id, entry);
        },
      });
    this.#probation = make(Math.floor(bytes / 5));
    this.#proven = make(bytes - Math.floor(bytes / 5));
  }

  get(id: string): Entry | undefined {
    const proven = this.#proven.get(id);
    if (proven) return proven;
    const entry = this.#probation.peek(id);
    if (!entry) return undefined;
    this.#proven.set(id, entry);
    this.#probation.delete(id);
    return this.#proven.peek(id) ?? entry;
  }

  peek(id: string): Entry | undefined {
    return this.#proven.peek(id) ?? this.#probation.peek(id);
  }

  set(id: string, entry: Entry): void {
    const before = this.peek(id);
    this.#put(this.#proven.has(id) ? this.#proven : this.#probation, id, entry);
    if (before && before !== entry) this.#forget(id, before);
  }

  /** Counts an entry's size anew. */
  resize(id: string, entry: Entry): void {
    for (const part of [this.#proven, this.#probation]) {
      if (part.peek(id) !== entry) continue;
      // The same value put again would be taken for no change.
      part.delete(id);
      this.#put(part, id, entry);
    }
  }

  #put(part: LRUCache<string, Entry>, id: string, entry: Entry): void {
    part.set(id, entry);
    // Larger than its part may be.
    if (part.peek(id) !== entry) {
      this.#forget(id, entry);
      return;
    }
    for (const tag of entry.tags) {
      const ids = this.#byTag.get(tag);
      if (ids) ids.add(id);
      else this.#byTag.set(tag, new Set([id]));
    }
  }

  delete(id: string): void {
    this.#proven.delete(id);
    this.#probation.delete(id);
  }

  /** The keys of what shows any of `tags`. */
  showing(tags: readonly string[]): Set<string> {
    const ids = new Set<string>();
    for (const tag of tags) for (const id of this.#byTag.get(tag) ?? []) ids.add(id);
    return ids;
  }

  *entries(): Generator<[string, Entry]> {
    yield* this.#proven.entries();
    yield* this.#probation.entries();
  }

  get bytes(): number {
    return this.#proven.calculatedSize + this.#probation.calculatedSize;
  }

  get count(): number {
    return this.#proven.size + this.#probation.size;
  }

  #forget(id: string, entry: Entry): void {
    const still = this.peek(id);
    for (const tag of entry.tags) {
      if (still?.tags.includes(tag)) continue;
      const ids = this.#byTag.get(tag);
      ids?.delete(id);
      if (ids?.size === 0) this.#byTag.delete(tag);
    }
  }
}

import type { Epoch } from './epoch';

const ascii = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Rows as they come, reader by reader, kept in arrays of numbers: an object or a string for each would not fit. */
export class PackedRows {
  private readonly ids: string[] = [];
  private readonly budgets: bigint[] = [];
  private readonly from: number[] = [];
  private readonly payees = new Map<string, number>();
  /** Of each payee the last reader who read them, from 1 on. */
  private readonly lastReader: number[] = [];
  private payeeOf = new Uint32Array(1 << 16);
  private seconds = new BigInt64Array(1 << 16);
  private rows = 0;

  /** How many readers there are. */
  get count(): number {
    return this.ids.length;
  }

  /** The next reader's rows begin. */
  begin(): void {
    this.from.push(this.rows);
  }

  /** Answers false where this reader has a row of this payee already. */
  add(payee: string, seconds: bigint): boolean {
    const place = this.payees.get(payee) ?? this.payees.size;
    if (place === this.payees.size) this.payees.set(payee, place);
    if (this.lastReader[place] === this.from.length) return false;
    this.lastReader[place] = this.from.length;
    // No row without seconds is divided.
    if (seconds === 0n) return true;
    if (this.rows === this.payeeOf.length) this.grow();
    this.payeeOf[this.rows] = place;
    this.seconds[this.rows] = seconds;
    this.rows += 1;
    return true;
  }

  /** The reader whose rows these were. */
  end(id: string, budget: bigint): void {
    this.ids.push(id);
    this.budgets.push(budget);
  }

  private grow(): void {
    const [payeeOf, seconds] = [this.payeeOf, this.seconds];
    this.payeeOf = new Uint32Array(2 * payeeOf.length);
    this.payeeOf.set(payeeOf);
    this.seconds = new BigInt64Array(2 * seconds.length);
    this.seconds.set(seconds);
  }

  /** A reader who is there twice; null when there is none. */
  readerTwice(): string | null {
    const sorted = this.ids.toSorted(ascii);
    return sorted.find((id, place) => id === sorted[place - 1]) ?? null;
  }

  /** All of it in the order of ids. */
  packed(): Omit<Epoch, 'pool' | 'readerShare'> {
    const order = Uint32Array.from(this.ids.keys()).sort((a, b) => ascii(this.ids[a] ?? '', this.ids[b] ?? ''));
    const payees = [...this.payees.keys()].sort(ascii);
    const sorted = new Uint32Array(payees.length);
    for (const [place, payee] of payees.entries()) sorted[this.payees.get(payee) ?? 0] = place;
    const [from, payeeOf, seconds] = [new Uint32Array(order.length + 1), new Uint32Array(this.rows), new BigInt64Array(this.rows)];
    let at = 0;
    for (const [nth, reader] of order.entries()) {
      const first = this.from[reader] ?? 0;
      const own = Array.from({ length: (this.from[reader + 1] ?? this.rows) - first }, (_, row) => first + row);
      own.sort((a, b) => (sorted[this.payeeOf[a] ?? 0] ?? 0) - (sorted[this.payeeOf[b] ?? 0] ?? 0));
      for (const row of own) {
        payeeOf[at] = sorted[this.payeeOf[row] ?? 0] ?? 0;
        seconds[at] = this.seconds[row] ?? 0n;
        at += 1;
      }
      from[nth + 1] = at;
    }
    const readers = Array.from(order, (reader) => this.ids[reader] ?? '');
    return { readers, budgets: BigInt64Array.from(order, (reader) => this.budgets[reader] ?? 0n), payees, from, payeeOf, seconds };
  }
}

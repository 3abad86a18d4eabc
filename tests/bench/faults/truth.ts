const NEWEST = 12;

/** What was acknowledged and when, and what was read against it. Milliseconds of `performance.now()`. */
export class Truth {
  readonly said = new Map<string, { post: string; at: number }>();
  /** Sent and not acknowledged: it may be there or not, but once at most. */
  readonly unsure = new Set<string>();
  readonly votes = new Map<string, number | 'unsure'>();
  readonly byStatus: Record<string, number> = {};
  readonly wrong: string[] = [];
  readonly stale: string[] = [];
  reads = 0;
  /** Postgres is stopped, or its disk is full, or was a moment ago. */
  hurt = false;
  /** Nothing fails, and nothing did a moment ago: every read is answered with its page, every write with what became of it. */
  calm = true;
  /** Writes acknowledged in each stretch in which nothing fails. */
  readonly calmWrites: number[] = [0];
  /** Answers that said of themselves that they are old. */
  markedStale = 0;

  count(kind: string, status: number | string): void {
    const name = `${kind} ${status}`;
    this.byStatus[name] = (this.byStatus[name] ?? 0) + 1;
  }

  /** A write was acknowledged that had begun while nothing failed. */
  acknowledge(calm: boolean): void {
    if (calm && this.calm) this.calmWrites.push((this.calmWrites.pop() ?? 0) + 1);
  }

  /** What a read of `post` that began at `began` must show: of a long thread a page has the newest twenty, so the last dozen of them. */
  due(post: string, began: number, within: number): string[] {
    const here = [...this.said].filter(([, one]) => one.post === post).slice(-NEWEST);
    return here.filter(([, { at }]) => began - at > within).map(([text]) => text);
  }
}

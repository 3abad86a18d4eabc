/** There is more to do than can be done. */
export class Overloaded extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too much at once');
  }
}

interface QueueOptions {
  /** How many work at once. */
  width: number;
  /** How many may wait for that. */
  length: number;
  /** Milliseconds that one waits at most. */
  patience: number;
}

/** Lets `width` in at once; whom it cannot take soon it refuses at once, so that nobody waits for an answer that comes too late. */
export class Queue {
  #inside = 0;
  readonly #waiting: ((taken: boolean) => void)[] = [];
  /** Of those who wait, so many come before the others, each after who came before. */
  #first = 0;

  constructor(private readonly options: QueueOptions) {}

  /** Waits for a place, before all others where it is `first`, and answers with what gives it back. @throws Overloaded */
  async enter(first = false): Promise<() => void> {
    if (this.#inside < this.options.width) this.#inside += 1;
    else if (!(await this.#wait(first))) throw new Overloaded(Math.ceil(this.options.patience / 1000));
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.#waiting.shift();
      if (next && this.#first > 0) this.#first -= 1;
      // The place goes from hand to hand.
      if (next) next(true);
      else this.#inside -= 1;
    };
  }

  /** Does `work` in a place of its own. @throws Overloaded, or what it throws */
  async run<T>(work: () => Promise<T>, first = false): Promise<T> {
    const leave = await this.enter(first);
    return work().finally(leave);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  #wait(first: boolean): Promise<boolean> {
    const before = first ? this.#first : this.#waiting.length;
    if (before >= this.options.length) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        const gone = this.#waiting.indexOf(enter);
        this.#waiting.splice(gone, 1);
        if (gone < this.#first) this.#first -= 1;
        resolve(false);
      }, this.options.patience);
      const enter = (taken: boolean) => {
        clearTimeout(timer);
        resolve(taken);
      };
      this.#waiting.splice(first ? this.#first : this.#waiting.length, 0, enter);
      if (first) this.#first += 1;
    });
  }
}

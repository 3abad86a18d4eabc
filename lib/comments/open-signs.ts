import type { Inline } from './inline';

export type Sign = '*' | '**' | '_' | '[';

/** A sign that waits for its other half, with what has come since. */
interface Open {
  sign: Sign | '';
  written: string;
  children: Inline[];
}

/** The signs that wait, the innermost last. Of each sign only the latest waits: so nothing is deeper than four, and no step is long. */
export class OpenSigns {
  private readonly root: Open = { sign: '', written: '', children: [] };
  private readonly stack: Open[] = [this.root];

  add(part: Inline, to: Open = this.stack.at(-1) ?? this.root): void {
    if (part === '') return;
    const last = to.children.length - 1;
    const before = to.children[last];
    if (typeof part !== 'string' || typeof before !== 'string') to.children.push(part);
    else to.children[last] = before + part;
  }

  /** Zero where it does not wait. */
  depthOf(sign: Sign): number {
    return Math.max(
      0,
      this.stack.findIndex((open) => open.sign === sign),
    );
  }

  wait(sign: Sign, written: string = sign): void {
    this.giveUp(this.depthOf(sign));
    this.stack.push({ sign, written, children: [] });
  }

  /** Makes a sign the text that it is; those within it wait on. */
  giveUp(depth: number): void {
    if (depth === 0) return;
    const [open] = this.stack.splice(depth, 1);
    for (const part of open ? [open.written, ...open.children] : []) this.add(part, this.stack[depth - 1]);
  }

  /** Ends a sign: those still waiting within it are text. */
  take(depth: number): { written: string; children: Inline[] } {
    while (this.stack.length > depth + 1) this.giveUp(this.stack.length - 1);
    return (depth === 0 ? this.root : this.stack.pop()) ?? this.root;
  }
}

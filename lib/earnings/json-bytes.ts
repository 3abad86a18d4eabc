/** What is wrong with an input, in one line. */
export class WrongInput extends Error {}

/** Puts the next bytes to the beginning of `into` and says how many there were; 0 at the end. */
export type Fill = (into: Uint8Array) => number;

/** Bytes; far more than a name or an amount has. */
const LONGEST = 4_096;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** A text of JSON from its beginning to its end, piece by piece: none of it is kept, however long it is. */
export class JsonBytes {
  private readonly bytes = Buffer.allocUnsafe(65_536);
  private at = 0;
  private end = 0;

  constructor(private readonly fill: Fill) {
    // The mark of UTF-8 that some editors begin a file with.
    if (this.code() === 0xef) for (let nth = 0; nth < 3; nth += 1) if (this.code() >= 0) this.at += 1;
  }

  /** The byte that comes next, spaces included; -1 at the end. */
  private code(): number {
    if (this.at === this.end) {
      this.at = 0;
      this.end = this.fill(this.bytes);
    }
    return this.at < this.end ? (this.bytes[this.at] as number) : -1;
  }

  /** The byte that comes next after spaces; -1 at the end. */
  peek(): number {
    let code = this.code();
    for (; isSpace(code); code = this.code()) this.at += 1;
    return code;
  }

  /** Takes this sign if it comes next. */
  take(sign: string): boolean {
    if (this.peek() !== sign.charCodeAt(0)) return false;
    this.at += 1;
    return true;
  }

  /** @throws WrongInput when another sign comes next */
  expect(sign: string): void {
    if (this.take(sign)) return;
    const code = this.code();
    throw new WrongInput(`not JSON: ${code < 0 ? 'it ends' : `"${String.fromCharCode(code)}" comes`} where "${sign}" is due`);
  }

  /** The string that comes next; null for anything else. */
  string(): string | null {
    if (this.peek() !== QUOTE) return null;
    this.at += 1;
    let before = '';
    for (let escaped = false, began = this.at; ; this.at += 1) {
      if (this.at === this.end) {
        before += this.bytes.toString('latin1', began, this.at);
        if (this.code() < 0) throw new WrongInput('not JSON: it ends within a text');
        began = 0;
      }
      const code = this.bytes[this.at] as number;
      if (code < 0x20) throw new WrongInput('not JSON: a text has a line break or another sign that is not printed');
      if (before.length + this.at - began > LONGEST) throw new WrongInput('a text in it is too long for a name or an amount');
      if (code === BACKSLASH) {
        // Whatever follows, a quote too, belongs to the text.
        before += this.bytes.toString('latin1', began, this.at + 1);
        this.at += 1;
        if (this.code() < 0) throw new WrongInput('not JSON: it ends within a text');
        before += String.fromCharCode(this.code());
        began = this.at + 1;
        escaped = true;
      } else if (code === QUOTE) {
        const text = before + this.bytes.toString('latin1', began, this.at);
        this.at += 1;
        return escaped ? unescaped(text) : text;
      }
    }
  }
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    throw new WrongInput('not JSON: a text has an escape that there is none of');
  }
}

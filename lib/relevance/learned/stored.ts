import { BUCKETS } from './hashing';
import { emptyModel, MODEL_VERSION, type Model } from './model';

/** Bytes of one number at most: 4 as they are, 5 when a count takes seven bits a byte. */
const MOST_BYTES = 3 * 5 + 3 * 4;

/**
 * A model as bytes, little-endian: its version, how sure it may be, the decisions by language, then each touched bucket as the distance to it, its counts
 * and its three numbers. About 16 bytes a touched bucket. `unpacked` gives the same model to the bit.
 */
export function packed(model: Model): Uint8Array {
  const touched = [...model.squares.keys()].filter((at) => isTouched(model, at));
  const languages = [...model.seen].map(([language, seen]) => ({ name: new TextEncoder().encode(language), ...seen }));
  const room = 40 + languages.reduce((all, { name }) => all + name.length + 15, 0) + touched.length * MOST_BYTES;
  const writer = new Writer(room);
  writer.count(model.version);
  writer.count(model.said.wanted);
  writer.count(model.said.unwanted);
  writer.real(model.sure.slope);
  writer.real(model.sure.evidence);
  writer.count(languages.length);
  for (const { name, wanted, unwanted } of languages) {
    writer.count(name.length);
    for (const byte of name) writer.count(byte);
    writer.count(wanted);
    writer.count(unwanted);
  }
  writer.count(touched.length);
  let last = 0;
  for (const at of touched) {
    writer.count(at - last);
    last = at;
    writer.count(model.wanted[at] ?? 0);
    writer.count(model.unwanted[at] ?? 0);
    writer.real(model.pull[at] ?? 0);
    writer.real(model.squares[at] ?? 0);
    writer.real(model.steady[at] ?? 0);
  }
  return writer.written();
}

const isTouched = ({ wanted, unwanted }: Model, at: number): boolean => wanted[at] !== 0 || unwanted[at] !== 0;

/** The model that was packed. Null when it is of another version: it is made anew from the decisions. Throws a RangeError on what is none. */
export function unpacked(bytes: Uint8Array): Model | null {
  const reader = new Reader(bytes);
  if (reader.count() !== MODEL_VERSION) return null;
  const model = emptyModel();
  model.said = { wanted: reader.count(), unwanted: reader.count() };
  model.sure = { slope: reader.real(), evidence: reader.real() };
  for (let left = reader.count(); left > 0; left -= 1) {
    const name = Uint8Array.from({ length: reader.count() }, () => reader.count());
    model.seen.set(new TextDecoder().decode(name), { wanted: reader.count(), unwanted: reader.count() });
  }
  let at = 0;
  for (let left = reader.count(); left > 0; left -= 1) {
    at += reader.count();
    if (at >= BUCKETS) throw new RangeError('A bucket of the stored model is none.');
    model.wanted[at] = reader.count();
    model.unwanted[at] = reader.count();
    model.pull[at] = reader.real();
    model.squares[at] = reader.real();
    model.steady[at] = reader.real();
  }
  return model;
}

class Writer {
  private readonly view: DataView;
  private at = 0;

  constructor(room: number) {
    this.view = new DataView(new ArrayBuffer(room));
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  count(number: number): void {
    let left = number;
    for (; left > 127; left = Math.floor(left / 128)) this.view.setUint8(this.at++, (left % 128) + 128);
    this.view.setUint8(this.at++, left);
  }

  real(number: number): void {
    this.view.setFloat32(this.at, number, true);
    this.at += 4;
  }

  written(): Uint8Array {
    return new Uint8Array(this.view.buffer.slice(0, this.at));
  }
}

class Reader {
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  count(): number {
    let number = 0;
    for (let worth = 1; ; worth *= 128) {
      const byte = this.view.getUint8(this.at++);
      number += (byte % 128) * worth;
      if (byte < 128) return number;
    }
  }

  real(): number {
    const number = this.view.getFloat32(this.at, true);
    this.at += 4;
    return number;
  }
}

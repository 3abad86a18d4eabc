import type { Epoch } from './epoch';
import { type Fill, JsonBytes, WrongInput } from './json-bytes';
import { PackedRows } from './packed-rows';

const LARGEST = 2n ** 63n - 1n;
const MOST_READERS = 5_000_000;
// Ties go by the order of ids, so that order must be the same everywhere.
const ID = /^[\x21-\x7e]{1,200}$/;

function amountAt(json: JsonBytes, path: string): bigint {
  const text = json.string();
  if (text === null) throw new WrongInput(`${path}: must be a string of decimal digits`);
  if (!/^(0|[1-9]\d{0,18})$/.test(text))
    throw new WrongInput(`${path}: must be a whole number in decimal digits, without sign or leading zeros`);
  const amount = BigInt(text);
  if (amount > LARGEST) throw new WrongInput(`${path}: must be at most ${LARGEST}`);
  return amount;
}

function idAt(text: string | null, path: string): string {
  if (text === null || !ID.test(text)) throw new WrongInput(`${path}: an id is 1 to 200 printable ASCII characters without spaces`);
  // Many languages take it for something else than a name, and what belongs to it would be gone.
  if (text === '__proto__') throw new WrongInput(`${path}: no id may be __proto__`);
  return text;
}

type Fields = Record<string, (path: string) => void>;

/** Reads an object that has exactly these fields, in any order, each once. */
function objectAt(json: JsonBytes, path: string, { must, may = {} }: { must: Fields; may?: Fields }): void {
  if (!json.take('{')) throw new WrongInput(`${path}: must be an object`);
  const here = path === 'the input' ? '' : `${path}.`;
  const fields = new Map([...Object.entries(must), ...Object.entries(may)]);
  const read = new Set<string>();
  if (!json.take('}')) {
    do {
      const name = json.string();
      if (name === null) json.expect('"');
      const act = fields.get(name ?? '');
      if (!act || name === null) throw new WrongInput(`${path}: nobody knows what "${name}" is`);
      if (read.has(name)) throw new WrongInput(`${path}: ${name} is there twice`);
      read.add(name);
      json.expect(':');
      act(`${here}${name}`);
    } while (json.take(','));
    json.expect('}');
  }
  const missing = Object.keys(must).find((name) => !read.has(name));
  if (missing) throw new WrongInput(`${here}${missing}: is not there`);
}

function listAt(json: JsonBytes, path: string, each: (path: string) => void): void {
  if (!json.take('[')) throw new WrongInput(`${path}: must be a list`);
  if (json.take(']')) return;
  let nth = 0;
  do each(`${path}.${nth++}`);
  while (json.take(','));
  json.expect(']');
}

function weightsAt(json: JsonBytes, path: string, rows: PackedRows): void {
  if (!json.take('{')) throw new WrongInput(`${path}: must be an object`);
  if (json.take('}')) return;
  do {
    const payee = idAt(json.string(), path);
    json.expect(':');
    if (!rows.add(payee, amountAt(json, `${path}.${payee}`))) throw new WrongInput(`${path}: ${payee} is there twice`);
  } while (json.take(','));
  json.expect('}');
}

/**
 * The epoch that a published input tells of: `{"pool", "readers": [{"id", "budget", "weights": {payee: seconds}}], "readerShare"?}`
 * with amounts as decimal strings. The order of readers and payees in it does not matter. It is read as it comes, so that what is
 * longer than any string can be, twenty million rows, fits. @throws WrongInput
 */
export function readEpoch(fill: Fill): Epoch {
  const json = new JsonBytes(fill);
  const rows = new PackedRows();
  let pool = 0n;
  let share: bigint[] | null = null;
  const readerAt = (path: string): void => {
    let [id, budget] = ['', 0n];
    if (rows.count >= MOST_READERS) throw new WrongInput(`readers: more than ${MOST_READERS}`);
    rows.begin();
    objectAt(json, path, {
      must: {
        id: (own) => {
          id = idAt(json.string(), own);
        },
        budget: (own) => {
          budget = amountAt(json, own);
        },
        weights: (own) => weightsAt(json, own, rows),
      },
    });
    rows.end(id, budget);
  };
  objectAt(json, 'the input', {
    must: {
      pool: (path) => {
        pool = amountAt(json, path);
      },
      readers: (path) => listAt(json, path, readerAt),
    },
    may: {
      readerShare: (path) => {
        const said: bigint[] = [];
        listAt(json, path, (own) => void said.push(amountAt(json, own)));
        share = said;
      },
    },
  });
  if (json.peek() >= 0) throw new WrongInput('not JSON: something follows after its end');
  const twice = rows.readerTwice();
  if (twice !== null) throw new WrongInput(`readers: ${twice} is there twice`);
  return { pool, readerShare: shareOf(share), ...rows.packed() };
}

function shareOf(share: readonly bigint[] | null): Epoch['readerShare'] {
  if (share === null) return null;
  const [part, whole, ...more] = share;
  if (part === undefined || whole === undefined || more.length > 0 || whole === 0n || part > whole)
    throw new WrongInput('readerShare: must be a fraction from 0 to 1');
  return [part, whole];
}

/** The same of a text. @throws WrongInput */
export function epochFrom(json: string): Epoch {
  const bytes = Buffer.from(json);
  let at = 0;
  return readEpoch((into) => {
    const copied = bytes.copy(into, 0, at);
    at += copied;
    return copied;
  });
}

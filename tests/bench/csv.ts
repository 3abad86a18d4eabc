import { Fault } from '../../bin/fault';

export interface Row {
  /** Of the file, from 1, where the row begins. */
  line: number;
  fields: string[];
}

/**
 * The rows of a file as RFC 4180 has them: quoted fields may hold commas, line breaks and doubled quotes; lines end in LF, CRLF or CR;
 * a byte-order mark and empty lines are skipped. Refuses a quote that never ends.
 */
export function rowsOf(file: string): Row[] {
  const text = file.replace(/^\uFEFF/, '');
  const rows: Row[] = [];
  const field = /"((?:[^"]|"")*)("?)([^,\r\n]*)|[^,\r\n]*/y;
  let [at, line] = [0, 1];
  let row: Row = { line, fields: [] };
  while (at <= text.length) {
    field.lastIndex = at;
    const [whole = '', quoted, end, rest = ''] = field.exec(text) ?? [];
    if (quoted !== undefined && end === '') throw new Fault(`Line ${line}: a quote begins here and never ends.`);
    row.fields.push(quoted === undefined ? whole : quoted.replaceAll('""', '"') + rest);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    at += whole.length;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    if (row.fields.length > 1 || row.fields[0] !== '') rows.push(row);
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    row = { line, fields: [] };
  }
  return rows;
}

export interface Labelled {
  text: string;
  unwanted: boolean;
  thread: string;
  language: string;
}

/** Comments with a moderator's word on each, in the order of the file. Columns `text` and `label`; `thread` and `language` if there are. */
export function labelledOf(file: string): Labelled[] {
  const [head, ...rows] = rowsOf(file);
  const names = (head?.fields ?? []).map((name) => name.trim().toLowerCase());
  for (const name of ['text', 'label'])
    if (!names.includes(name)) throw new Fault(`There is no column "${name}"; the first line has: ${names.join(', ') || 'nothing'}.`);
  const column = (row: Row, name: string): string => row.fields[names.indexOf(name)] ?? '';
  return rows.map((row) => {
    if (row.fields.length !== names.length)
      throw new Fault(`Line ${row.line} has ${row.fields.length} fields, and the first line ${names.length}.`);
    const label = column(row, 'label').trim();
    if (label !== '0' && label !== '1') throw new Fault(`Line ${row.line}: a label is 0 or 1, not "${label}".`);
    return { text: column(row, 'text'), unwanted: label === '1', thread: column(row, 'thread'), language: column(row, 'language') };
  });
}

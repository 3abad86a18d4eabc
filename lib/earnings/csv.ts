const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A table as a spreadsheet takes it (RFC 4180), with a mark of its encoding, without which some take UTF-8 for something else. A text
 * that a spreadsheet would work out as a formula gets an apostrophe before it, also behind spaces; a plain number stays one.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\u{feff}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = !NUMBER.test(text) && /^[\s\u{feff}]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
/**
 * Before what begins a formula, in full width too: at the beginning, behind spaces, and where a spreadsheet that parts cells by
 * semicolons or tabs, and then takes no quotes for what they are, would begin a cell.
 */
const FORMULA = /(^|[;\t\r\n])(?=[\s\u{feff}"]*[=+\-@\t\r＝＋－＠])/gu;

/**
 * A table as a spreadsheet takes it (RFC 4180), with a mark of its encoding, without which some take UTF-8 for something else. A text
 * that a spreadsheet would work out as a formula gets an apostrophe before it; a plain number stays one.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\u{feff}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = NUMBER.test(text) ? text : text.replace(FORMULA, "$1'");
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a CSV text (RFC 4180), with commas, semicolons or, as cells are copied out of a spreadsheet, tabs, as its first line has them. */
export function csvRows(text: string): string[][] {
  const all = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const first = all.slice(0, all.indexOf('\n') + 1 || all.length);
  const comma = [',', ';', '\t'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best));
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < all.length; at += 1) {
    const letter = all[at] ?? '';
    if (quoted && letter === '"' && all[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === comma) endCell();
    else if (letter === '\n') endRow();
    else cell += letter;
  }
  endRow();
  return rows;
}

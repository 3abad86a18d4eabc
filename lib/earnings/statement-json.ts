import type { Statement } from './queries';
import { sheetOf } from './statement';

/** A statement for a program: amounts are thousandths of a point as decimal strings, times seconds, instants ISO 8601 in UTC. */
export function statementJson(statement: Statement): string {
  const { entries: _, movements, ...rest } = statement;
  const { opening, earned, booked, closing } = sheetOf(statement);
  const all = { unit: '0.001 points', ...rest, totals: { opening, earned, booked, closing }, movements };
  return `${JSON.stringify(all, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)}\n`;
}

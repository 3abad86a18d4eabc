/** Of each transfer the instructions follow one another: open its account where it has to be opened, transfer, memo. */
export function transferAt(
  transfers: readonly { opens: boolean }[],
  instruction: number,
): { nth: number; part: 'open' | 'transfer' | 'memo' } | null {
  let first = 0;
  for (const [nth, { opens }] of transfers.entries()) {
    const parts = opens ? (['open', 'transfer', 'memo'] as const) : (['transfer', 'memo'] as const);
    const part = parts[instruction - first];
    if (part) return { nth, part };
    first += parts.length;
  }
  return null;
}

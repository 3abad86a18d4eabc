import { randomUUID } from 'node:crypto';
import type { Rail } from './rail';

/** Pays by hand: a sending is a file for the operator, and only the operator says what became of it. */
export const manualRail: Rail = {
  async prepare(payables) {
    const items = payables.map(({ id }) => ({ payoutId: id, opens: false }));
    return { externalId: `file-${randomUUID()}`, payload: '', lastHeight: null, slot: null, items };
  },
  send: async () => null,
  status: async () => ({ kind: 'unknown' }),
  treasury: async () => null,
};

import { randomUUID } from 'node:crypto';
import { env } from '@/lib/core/env';
import type { Rail } from './rail';
import { unseal } from './seal';

/** Pays by hand: a sending is a file for the operator, and only the operator says what became of it. */
export const manualRail: Rail = {
  async prepare(payables) {
    // The others are paid all the same.
    const unreadable = payables.find(({ destination }) => unseal(env().SECRET, destination) === null);
    if (unreadable) return { refusal: 'destination-unreadable', payoutId: unreadable.id };
    const items = payables.map(({ id }) => ({ payoutId: id, opens: false }));
    return { externalId: `file-${randomUUID()}`, payload: '', lastHeight: null, slot: null, items };
  },
  send: async () => null,
  status: async () => ({ kind: 'unknown' }),
  treasury: async () => null,
};

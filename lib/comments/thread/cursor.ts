import { isUuid } from '@/lib/core/keys';
import type { Place } from './rows';

/** Where a page of a thread begins: after a comment by time, or at a place of a kept order. */
export type Cursor = { kind: 'after'; place: Place } | { kind: 'in-order'; order: string; at: number };

/** Null for what is no cursor. */
export function cursorOf(text: string | undefined): Cursor | null {
  const [first = '', second = ''] = text?.split('_') ?? [];
  if (/^\d{1,15}$/.test(first) && isUuid(second)) return { kind: 'after', place: { createdAt: new Date(Number(first)), id: second } };
  if (isUuid(first) && /^\d{1,7}$/.test(second)) return { kind: 'in-order', order: first, at: Number(second) };
  return null;
}

export const cursorText = (cursor: Cursor): string =>
  cursor.kind === 'after' ? `${cursor.place.createdAt.getTime()}_${cursor.place.id}` : `${cursor.order}_${cursor.at}`;

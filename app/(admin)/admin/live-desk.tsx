'use client';
import type { Polled } from '@/components/moderation/desk-state';
import { QueueDesk, type QueueDeskProps } from '@/components/moderation/queue-desk';

const ADDRESS = '/api/moderation/queue';

/** The desk with the two small requests that it repeats; one that fails is asked again soon. */
export function LiveDesk(props: Omit<QueueDeskProps, 'ask' | 'say'>) {
  return <QueueDesk {...props} ask={ask} say={say} />;
}

async function ask(ids: readonly string[]): Promise<readonly Polled[]> {
  const response = await fetch(`${ADDRESS}?ids=${ids.join(',')}`, { headers: { accept: 'application/json' } }).catch(() => null);
  return response?.ok ? ((await response.json()) as Polled[]) : [];
}

async function say(commentId: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(ADDRESS, { method: 'POST', headers, body: JSON.stringify({ commentId }) }).catch(() => null);
}

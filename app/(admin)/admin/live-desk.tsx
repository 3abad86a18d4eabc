'use client';
import type { Polled } from '@/components/moderation/desk';
import type { DeskStep, Reply } from '@/components/moderation/outbox';
import { QueueDesk, type QueueDeskProps } from '@/components/moderation/queue-desk';
import type { ErrorWords } from '@/lib/core/error-words';
import type { Reason } from '@/lib/core/refused';
import { furtherItems } from './further';

const ADDRESS = '/api/moderation/queue';
const DECISIONS = '/api/moderation/decisions';
const JSON_BODY = { 'content-type': 'application/json' };
/** What a browser still sends for a page that is gone. */
const MOST_KEPT_ALIVE = 60_000;
const ANSWER_WITHIN = 20_000;

/** The desk with the requests that it makes; one that fails is asked again. */
export function LiveDesk(props: Omit<QueueDeskProps, 'ask' | 'say' | 'send' | 'further'>) {
  const further = async (after: string) => {
    const address = new URLSearchParams(props.back);
    address.set('after', after);
    const answer = await furtherItems(String(address));
    return answer.kind === 'done' ? answer.value : { entries: [], cursor: null };
  };
  return <QueueDesk {...props} ask={ask} say={say} send={(steps) => send(steps, props.errorWords)} further={further} />;
}

async function send(steps: readonly DeskStep[], { reasons }: ErrorWords): Promise<Reply> {
  const body = JSON.stringify({ steps });
  const signal = AbortSignal.timeout(ANSWER_WITHIN);
  const keepalive = body.length < MOST_KEPT_ALIVE;
  const response = await fetch(DECISIONS, { method: 'POST', headers: JSON_BODY, body, keepalive, signal }).catch(() => null);
  if (!response) return { kind: 'later', said: reasons.offline, seconds: null };
  const read = await response.json().catch(() => null);
  if (response.ok && read) return { kind: 'told', told: read };
  const later = response.ok || response.status === 429 || response.status >= 500;
  const said = reasons[(read?.reason ?? (response.status === 429 ? 'too-many' : 'unsure')) as Reason];
  return later ? { kind: 'later', said, seconds: Number(response.headers.get('retry-after')) || null } : { kind: 'refused', said };
}

async function ask(ids: readonly string[]): Promise<readonly Polled[]> {
  const response = await fetch(`${ADDRESS}?ids=${ids.join(',')}`, { headers: { accept: 'application/json' } }).catch(() => null);
  return response?.ok ? ((await response.json()) as Polled[]) : [];
}

async function say(commentId: string): Promise<void> {
  await fetch(ADDRESS, { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ commentId }) }).catch(() => null);
}

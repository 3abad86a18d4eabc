import type { QueueItem } from '@/lib/moderation/queue/page';

/** What stands before and after a comment, when asked for. */
export function Near({ near, title, gone }: { near: QueueItem['near']; title: string; gone: string }) {
  if (near.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm text-soft">{title}</summary>
      <ul className="grid gap-2">
        {near.map(({ id, name, body }) => (
          <li key={id} dir="auto" className="border-line border-s-2 ps-3 text-sm text-soft">
            <b className="font-semibold">{name ?? gone}</b>: {body}
          </li>
        ))}
      </ul>
    </details>
  );
}

'use client';
import { Notice } from '@/components/ui/notice';
import { useViewer } from '@/components/viewer/viewer';
import { useDiscussion } from './words';

/** A member's own comments that others do not see, with the reason. */
export function OwnWaiting() {
  const viewer = useViewer();
  const { words } = useDiscussion();
  const waiting = viewer?.ownComments.filter(({ status }) => status === 'held' || status === 'rejected' || status === 'removed') ?? [];
  if (waiting.length === 0) return null;
  return (
    <ul aria-label={words.own} className="mt-6 grid gap-3">
      {waiting.map(({ id, body, status }) => (
        <li key={id} id={`c-${id}`}>
          <Notice tone="amber">
            <p className="font-medium">{words.status[status as 'held' | 'rejected' | 'removed']}</p>
            <p dir="auto" className="mt-1 whitespace-pre-line">
              {body}
            </p>
            <a className="link text-[13px]" href={`/comments/${id}`}>
              {words.more}
            </a>
          </Notice>
        </li>
      ))}
    </ul>
  );
}

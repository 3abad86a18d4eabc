'use client';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { useViewer } from '@/components/viewer/viewer';
import { useDiscussion } from './words';

/** What somebody wrote just now is shown to them even where its place is on another page. Milliseconds. */
const JUST_NOW = 3_600_000;

/** A member's own comments that others do not see, with the reason, and those that stand on another page of the thread. */
export function OwnWaiting({ paged }: { paged: boolean }) {
  const viewer = useViewer();
  const discussion = useDiscussion();
  const { words } = discussion;
  const [elsewhere, setElsewhere] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each rendering of the thread may bring one to its place
  useEffect(() => {
    const now = Date.now();
    const fresh = viewer?.ownComments.filter(({ status, at }) => paged && status === 'visible' && now - at < JUST_NOW) ?? [];
    setElsewhere(fresh.filter(({ id }) => !document.querySelector(`article[id="c-${id}"]`)).map(({ id }) => id));
  }, [viewer, discussion, paged]);
  const waiting =
    viewer?.ownComments.filter(
      ({ id, status }) => status === 'held' || status === 'rejected' || status === 'removed' || elsewhere.includes(id),
    ) ?? [];
  if (waiting.length === 0) return null;
  return (
    <ul aria-label={words.own} className="mt-6 grid gap-3">
      {waiting.map(({ id, body, status }) => (
        <li key={id} id={`c-${id}`}>
          <Notice tone="amber">
            <p className="font-medium">{words.status[status as keyof typeof words.status]}</p>
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

'use client';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { useViewer } from '@/components/viewer/viewer';
import { useDiscussion } from './words';

/** What somebody wrote just now is shown to them even where its place is on another page. Milliseconds. */
const JUST_NOW = 3_600_000;

interface Seen {
  placed: readonly string[];
  elsewhere: readonly string[];
}

/** A member's own comments that others do not see, with the reason, and those that stand on another page of the thread. */
export function OwnWaiting({ paged }: { paged: boolean }) {
  const viewer = useViewer();
  const discussion = useDiscussion();
  const { words } = discussion;
  const [{ placed, elsewhere }, setSeen] = useState<Seen>({ placed: [], elsewhere: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each rendering of the thread may bring one to its place
  useEffect(() => {
    const now = Date.now();
    const own = viewer?.ownComments.filter(({ status, at }) => status !== 'visible' || (paged && now - at < JUST_NOW)) ?? [];
    const isPlaced = ({ id }: { id: string }) => document.querySelector(`article[id="c-${id}"]`) !== null;
    const ids = (some: typeof own) => some.map(({ id }) => id);
    setSeen({ placed: ids(own.filter(isPlaced)), elsewhere: ids(own.filter((one) => one.status === 'visible' && !isPlaced(one))) });
  }, [viewer, discussion, paged]);
  const waiting =
    viewer?.ownComments.filter(
      ({ id, status }) => status === 'held' || status === 'rejected' || status === 'removed' || elsewhere.includes(id),
    ) ?? [];
  if (waiting.length === 0) return null;
  return (
    <ul aria-label={words.own} className="mt-6 grid gap-3">
      {waiting.map(({ id, body, status, because }) => (
        // Where others see its empty place, that one has the name.
        <li key={id} id={placed.includes(id) ? undefined : `c-${id}`}>
          <Notice tone="amber">
            <p className="font-medium">
              {words.status[status as keyof typeof words.status]} {because}
            </p>
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

'use client';
import { useLayoutEffect, useState } from 'react';
import { useViewer } from '@/components/viewer/viewer';
import { commentPath } from '@/lib/comments/view';
import { SaidByFollowed } from './said';
import { useDiscussion } from './words';

const NONE: readonly never[] = [];

/** What the filter leaves out of people whom this reader follows, and which of it has its place on this page. */
function useFollowed() {
  const followed = useViewer()?.followed ?? NONE;
  const discussion = useDiscussion();
  const [placed, setPlaced] = useState<ReadonlySet<string> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each rendering of the thread may bring one to its place
  useLayoutEffect(() => {
    setPlaced(new Set(followed.filter(({ id }) => document.querySelector(`article[id="c-${id}"]`)).map(({ id }) => id)));
  }, [followed, discussion]);
  return { followed, placed };
}

interface ShownProps {
  /** Comments of the whole thread that are left out for others. */
  filtered: number;
  /** The thread's first page, which also holds what has its place elsewhere. */
  first: boolean;
  /** With `{count}` in it. */
  words: string;
}

/** How many of the left-out comments this reader is shown all the same. */
export function FollowedShown({ filtered, first, words }: ShownProps) {
  const { followed, placed } = useFollowed();
  const count = Math.min(filtered, first ? followed.length : (placed?.size ?? 0));
  return count === 0 ? null : <span id="followed-shown">{words.replace('{count}', String(count))} </span>;
}

/** What people whom this reader follows said on other pages of the thread; after this one, so that nothing of it moves. */
export function FollowedElsewhere() {
  const { followed, placed } = useFollowed();
  const { path, words } = useDiscussion();
  const elsewhere = placed ? followed.filter(({ id }) => !placed.has(id)) : [];
  if (elsewhere.length === 0) return null;
  return (
    <section aria-label={words.followedElsewhere} className="mt-8 rounded-[10px] bg-sunken px-4 pb-4">
      <h3 className="pt-4 font-semibold text-sm">{words.followedElsewhere}</h3>
      <ul>
        {elsewhere.map((one) => (
          <li key={one.id} className="comment">
            <SaidByFollowed followed={one} />
            <a className="link inline-flex min-h-8 items-center text-[13px]" href={commentPath(path, one.id)} rel="nofollow">
              {words.atItsPlace}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

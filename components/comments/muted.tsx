'use client';
import type { ReactNode } from 'react';
import { useViewer } from '@/components/viewer/viewer';
import { useDiscussion } from './words';

/** Folds away what this reader muted; nobody else sees a difference. */
export function Muted({ authorId, children }: { authorId: string; children: ReactNode }) {
  const viewer = useViewer();
  const { words } = useDiscussion();
  if (!viewer?.mutedIds.includes(authorId)) return children;
  return (
    <details>
      <summary className="text-[13px] text-faint underline">{words.muted}</summary>
      {children}
    </details>
  );
}

/** How many comments there are: for who muted some of their writers, without those. */
export function HowMany({ words }: { words: string }) {
  return useViewer()?.muted?.heading ?? words;
}

/** How many of the left-out comments are by people whom this reader muted; `words` with `{count}` in it. */
export function MutedLeftOut({ words }: { words: string }) {
  const count = useViewer()?.muted?.leftOut ?? 0;
  return count === 0 ? null : <span>{words.replace('{count}', String(count))} </span>;
}

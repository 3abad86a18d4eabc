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

'use client';
import { useViewer } from '@/components/viewer/viewer';
import { Composer } from './composer';

/** The composer of a discussion; where nobody writes any more, for the blog's people and moderators. */
export function Speak({ open }: { open: boolean }) {
  const viewer = useViewer();
  if (!open && !viewer?.canModerate && !viewer?.canWrite) return null;
  return (
    <div className="no-print mt-6">
      <Composer />
    </div>
  );
}

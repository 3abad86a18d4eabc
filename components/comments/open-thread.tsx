'use client';
import { useState } from 'react';
import { useViewer } from '@/components/viewer/viewer';
import { Thread } from './branch';
import type { ShownComment } from './shown-comment';
import { idsIn, shownNow } from './shown-now';

interface OpenThreadProps {
  comments: readonly ShownComment[];
  /** When the last comment came to be shown, in milliseconds. */
  after: number;
}

/** A thread that grows by the reader's own words alone while its page is open: what others write meanwhile waits behind "3 new comments". */
export function OpenThread({ comments, after }: OpenThreadProps) {
  const [opened] = useState(() => ({ known: new Set(idsIn(comments)), after }));
  const own = useViewer()?.ownComments;
  const waits = ({ id, said }: ShownComment) =>
    said !== undefined && !opened.known.has(id) && (said.shown ?? Date.parse(said.at)) > opened.after && !own?.some((one) => one.id === id);
  return <Thread comments={shownNow(comments, (comment) => !waits(comment))} />;
}

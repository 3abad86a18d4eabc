'use client';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import type { Viewer } from '@/lib/discovery/viewer-shape';

// One store for the page: the bar, the subscribe form and the comments share one request.
let viewer: Viewer | null = null;
let asked = '';
let planned = false;
/** Milliseconds after which it is asked for again when nobody answered, longer each time. */
const AGAIN_AFTER = 4_000;
const MOST_AFTER = 120_000;
let wait = AGAIN_AFTER;
const wanted: { post?: string; blog?: string; folded?: string } = {};
const listeners = new Set<() => void>();

const signedIn = (): boolean => /(?:^|; )bulb-signed-in=1(?:;|$)/.test(document.cookie);

/** Asks again for what differs per person, after something of it changed. */
export function refreshViewer(): void {
  asked = '';
  plan();
}

function plan(): void {
  if (planned) return;
  planned = true;
  // After this turn, so that every part of the page has said what it needs, and the cookies, which the browser asks another process
  // for, are read once for all of them.
  setTimeout(() => {
    planned = false;
    if (signedIn()) void ask();
  }, 0);
}

async function ask(): Promise<void> {
  const query = new URLSearchParams(wanted).toString();
  if (asked === `?${query}`) return;
  asked = `?${query}`;
  try {
    const response = await fetch(`/api/viewer?${query}`, { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`the viewer answered ${response.status}`);
    wait = AGAIN_AFTER;
    viewer = (await response.json()) as Viewer;
    for (const tell of listeners) tell();
  } catch {
    // The page stays what a guest sees until somebody answers.
    asked = '';
    setTimeout(plan, wait);
    wait = Math.min(2 * wait, MOST_AFTER);
  }
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  plan();
  return () => listeners.delete(tell);
}

/** What differs for the person here; null for a guest and until it is known. */
export function useViewer(): Viewer | null {
  return useSyncExternalStore(
    listen,
    () => viewer,
    () => null,
  );
}

interface ViewerProviderProps {
  postId?: string;
  blogId?: string;
  /** The comments of which the page has only a line. */
  folded?: readonly string[];
  children?: ReactNode;
}

/** Says which post and blog the page is about, and what on it somebody may be shown whom others are not. */
export function ViewerProvider({ postId, blogId, folded, children }: ViewerProviderProps) {
  const lines = folded?.map((id) => id.replaceAll('-', '')).join('.');
  useEffect(() => {
    if (postId) wanted.post = postId;
    if (blogId) wanted.blog = blogId;
    if (lines) wanted.folded = lines;
    else if (lines === '') delete wanted.folded;
    plan();
  }, [postId, blogId, lines]);
  return children;
}

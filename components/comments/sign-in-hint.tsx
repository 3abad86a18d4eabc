'use client';
import type { Answer } from '@/lib/core/answer';
import { useDiscussion } from './words';

/** The way in, where an answer says that signing in is needed. */
export function SignInHint({ answer }: { answer: Answer<unknown> }) {
  const { path, words } = useDiscussion();
  if (answer.kind !== 'refused' || answer.reason !== 'sign-in-needed') return null;
  return (
    <a className="link text-sm" href={`/sign-in?next=${encodeURIComponent(`${path}#comments`)}`}>
      {words.signIn}
    </a>
  );
}

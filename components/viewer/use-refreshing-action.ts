'use client';
import { useActionState, useEffect } from 'react';
import type { Answer } from '@/lib/core/answer';
import { refreshViewer } from './viewer';

export type FormAction = (previous: Answer<unknown>, form: FormData) => Promise<Answer<unknown>>;

/**
 * `useActionState` that asks again, after each answer, for what differs per person. The action is handed on as it is:
 * wrapped in a function of the browser's, its form would do nothing without JavaScript.
 */
export function useRefreshingAction(action: FormAction) {
  const state = useActionState<Answer<unknown>, FormData>(action, { kind: 'idle' });
  const [answer] = state;
  useEffect(() => {
    if (answer.kind !== 'idle') refreshViewer();
  }, [answer]);
  return state;
}

'use client';
import { useActionState } from 'react';
import type { Answer } from '@/lib/core/answer';
import { insteadIn } from '@/lib/core/instead';
import { isControlFlow, typedIn } from '@/lib/core/typed';

export type FormAction<T = unknown> = (previous: Answer<T>, form: FormData) => Promise<Answer<T>>;

/**
 * `useActionState` for a form over a server action that also has an answer when nothing answered: the person is told and
 * keeps what was typed. On the server the action is handed on as it is: wrapped, its form would do nothing without scripts.
 */
export function useFormAction<T = unknown>(action: FormAction<T>) {
  const run = typeof window === 'undefined' ? action : orOffline(action);
  return useActionState<Answer<T>, FormData>(run, { kind: 'idle' });
}

function orOffline<T>(action: FormAction<T>): FormAction<T> {
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (isControlFlow(error)) throw error;
      const typed = typedIn(form);
      const instead = error instanceof Error ? insteadIn(error.message) : null;
      if (instead?.reason === 'bug') return { kind: 'bug', id: instead.id, typed };
      const { reason, retryAfterSeconds } = instead ?? { reason: 'offline', retryAfterSeconds: null };
      return { kind: 'refused', reason, fields: {}, retryAfterSeconds, typed };
    }
  };
}

'use client';
import { useActionState } from 'react';
import type { Answer } from '@/lib/core/answer';
import { insteadIn } from '@/lib/core/instead';
import type { QuickPath } from '@/lib/core/quick-forms';
import { isControlFlow, typedIn } from '@/lib/core/typed';

export type FormAction<T = unknown> = (previous: Answer<T>, form: FormData) => Promise<Answer<T>>;

/**
 * `useActionState` for a form over a server action that also has an answer when nothing answered: the person is told and
 * keeps what was typed. On the server the action is handed on as it is: wrapped, its form would do nothing without scripts.
 * With `quick` scripts send it there instead.
 */
export function useFormAction<T = unknown>(action: FormAction<T>, quick?: QuickPath) {
  const run = typeof window === 'undefined' ? action : orOffline(quick ? sentTo<T>(quick) : action);
  return useActionState<Answer<T>, FormData>(run, { kind: 'idle' });
}

const sentTo =
  <T>(path: QuickPath): FormAction<T> =>
  async (_previous, form) => {
    const body = new URLSearchParams(Object.entries(typedIn(form)));
    const response = await fetch(path, { method: 'POST', body });
    const text = await response.text();
    // In place of an answer the front says why there is none, in a line; what is between may say anything.
    if (!text.startsWith('{"kind":')) throw new Error(text);
    return JSON.parse(text) as Answer<T>;
  };

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

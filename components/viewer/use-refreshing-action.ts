'use client';
import { useEffect } from 'react';
import { type FormAction, useFormAction } from '@/components/ui/use-form-action';
import type { QuickPath } from '@/lib/core/quick-forms';
import { refreshViewer } from './viewer';

/** `useFormAction` that asks again, after each answer, for what differs per person. */
export function useRefreshingAction(action: FormAction, quick?: QuickPath) {
  const state = useFormAction(action, quick);
  const [answer] = state;
  useEffect(() => {
    if (answer.kind !== 'idle') refreshViewer();
  }, [answer]);
  return state;
}

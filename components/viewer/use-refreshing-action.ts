'use client';
import { useEffect } from 'react';
import { type FormAction, useFormAction } from '@/components/ui/use-form-action';
import { refreshViewer } from './viewer';

/** `useFormAction` that asks again, after each answer, for what differs per person. */
export function useRefreshingAction(action: FormAction) {
  const state = useFormAction(action);
  const [answer] = state;
  useEffect(() => {
    if (answer.kind !== 'idle') refreshViewer();
  }, [answer]);
  return state;
}

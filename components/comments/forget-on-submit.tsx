'use client';
import type { ReactNode } from 'react';
import { forgetAll } from './kept-words';

/** Around the way out: whoever signs out leaves no words on the device. */
export function ForgetOnSubmit({ children }: { children: ReactNode }) {
  return <div onSubmit={forgetAll}>{children}</div>;
}

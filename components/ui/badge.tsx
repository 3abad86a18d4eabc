import type { ReactNode } from 'react';
import { classes } from './classes';

export type Tone = 'plain' | 'ok' | 'bad' | 'amber';

const TONES: Record<Tone, string> = {
  plain: 'bg-sunken text-soft',
  ok: 'bg-sunken text-ok',
  bad: 'bg-sunken text-bad',
  amber: 'bg-amber-wash text-amber',
};

export function Badge({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) {
  return (
    <span className={classes('inline-block whitespace-nowrap rounded-md px-1.5 py-1 font-semibold text-[13px] leading-none', TONES[tone])}>
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';
import type { Tone } from './badge';
import { classes } from './classes';

const TONES: Record<Tone, string> = {
  plain: 'bg-sunken text-soft border-transparent',
  ok: 'bg-sunken text-ok border-ok',
  bad: 'bg-sunken text-bad border-bad',
  amber: 'bg-amber-wash text-ink border-amber-fill',
};

export function Notice({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) {
  return <div className={classes('rounded-[10px] border-s-3 px-3.5 py-2.5 text-sm leading-normal', TONES[tone])}>{children}</div>;
}

import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes';

export type ButtonKind = 'main' | 'amber' | 'plain' | 'ghost' | 'danger';

const KINDS: Record<ButtonKind, string> = {
  main: 'bg-ink text-paper border-ink hover:opacity-90',
  amber: 'bg-amber-fill text-ink-on-amber border-amber-fill hover:brightness-105',
  plain: 'bg-raised text-ink border-line hover:border-edge',
  ghost: 'bg-transparent text-soft border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-raised text-bad border-bad hover:bg-sunken',
};

export function buttonClass(kind: ButtonKind = 'plain', small = false, extra?: string): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded-full border font-medium leading-none whitespace-nowrap no-underline',
    'transition-[background-color,border-color,opacity] duration-100 disabled:cursor-not-allowed disabled:opacity-60 aria-busy:cursor-progress',
    small ? 'min-h-8 px-3 text-[13px]' : 'min-h-11 px-4 text-sm',
    KINDS[kind],
    extra,
  );
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  children: ReactNode;
  kind?: ButtonKind;
  small?: boolean;
  /** Under way: the button stays focused and says so, and a second press does nothing. */
  busy?: boolean | undefined;
}

export function Button({
  children,
  kind = 'plain',
  small = false,
  busy = false,
  type = 'submit',
  className,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} disabled={disabled} aria-busy={busy || undefined} className={buttonClass(kind, small, className)}>
      {children}
    </button>
  );
}

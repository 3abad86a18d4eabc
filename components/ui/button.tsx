import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes';

export type ButtonKind = 'main' | 'amber' | 'plain' | 'ghost' | 'danger';

/** The look is in globals.css: a page with a hundred buttons names it a hundred times. */
export function buttonClass(kind: ButtonKind = 'plain', small = false, extra?: string): string {
  return classes('button', `button-${kind}`, small && 'button-small', extra);
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

import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { type ButtonKind, buttonClass } from './button';

interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  kind?: ButtonKind;
  small?: boolean;
  children: ReactNode;
}

/** A link that looks like a button. */
export function ButtonLink({ href, kind = 'plain', small = false, children, className, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} href={href} className={buttonClass(kind, small, className)}>
      {children}
    </a>
  );
}

import type { ReactNode } from 'react';
import { Bulb } from './bulb';
import { ButtonLink } from './button-link';

interface BarProps {
  siteName: string;
  label: string;
  search: string;
  write: string;
  /** Who is here, or the way in. */
  me: ReactNode;
}

/** The site bar: name, search, write, me. */
export function Bar({ siteName, label, search, write, me }: BarProps) {
  return (
    <header className="no-print sticky top-0 z-10 border-line border-b bg-[color-mix(in_srgb,var(--paper)_94%,transparent)] backdrop-blur-[10px]">
      <div className="mx-auto flex h-[55px] max-w-[1120px] items-center gap-1.5 px-4 sm:gap-3 sm:px-5">
        <a href="/" className="flex min-h-11 items-center gap-2 font-bold text-[17px] tracking-[.02em]">
          <Bulb />
          {siteName}
        </a>
        <nav aria-label={label} className="ms-auto flex items-center gap-0.5 sm:gap-2">
          <ButtonLink href="/search" kind="ghost" small className="min-h-11!">
            {search}
          </ButtonLink>
          <ButtonLink href="/write" kind="ghost" small className="min-h-11!">
            {write}
          </ButtonLink>
          {me}
        </nav>
      </div>
    </header>
  );
}

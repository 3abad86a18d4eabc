import { ButtonLink } from './button-link';

interface PageLink {
  href: string;
  label: string;
}

/** The way through a list that is read by cursor. */
export function Pagination({ label, first, next }: { label: string; first?: PageLink | undefined; next?: PageLink | undefined }) {
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="no-print flex flex-wrap justify-center gap-3 py-8">
      {first ? <ButtonLink href={first.href}>{first.label}</ButtonLink> : null}
      {next ? (
        <ButtonLink href={next.href} rel="next">
          {next.label}
        </ButtonLink>
      ) : null}
    </nav>
  );
}

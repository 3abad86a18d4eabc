import { Pagination } from '@/components/ui/pagination';
import { words } from '@/lib/core/words';

/** Lines of a statement that a page has. */
const AT_ONCE = 100;

/** The lines of one page, the first is 1. */
export const linesOf = <T,>(all: readonly T[], page: number): T[] => all.slice((page - 1) * AT_ONCE, page * AT_ONCE);

interface LinesProps {
  of: readonly unknown[];
  page: number;
  epoch: number;
  /** Where on the page they stand: `#reading`. */
  at: string;
  language: string;
}

/** The way through a statement's lines, where one page does not have them all. */
export function Lines({ of, page, epoch, at, language }: LinesProps) {
  const t = words(language, 'statement');
  const more = of.length - page * AT_ONCE;
  return (
    <Pagination
      label={t('lines.label')}
      first={page > 1 ? { href: `/earnings/${epoch}${at}`, label: t('lines.first') } : undefined}
      next={
        more > 0
          ? { href: `/earnings/${epoch}?page=${page + 1}${at}`, label: t('lines.next', { count: Math.min(more, AT_ONCE) }) }
          : undefined
      }
    />
  );
}

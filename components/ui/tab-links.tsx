import { classes } from './classes';

export interface TabLink {
  href: string;
  label: string;
  current: boolean;
  /** What the reader's own script keeps as the choice, for the next list of the kind. */
  remember?: string;
}

/** Views of one list; the choice is in the address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="no-print flex gap-[22px] overflow-x-auto border-line border-b">
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          data-remember={item.remember}
          aria-current={item.current ? 'page' : undefined}
          className={classes(
            'inline-flex min-h-11 items-center whitespace-nowrap border-b-2 font-medium text-[14.5px]',
            item.current ? 'border-ink text-ink' : 'border-transparent text-soft hover:text-ink',
          )}
        >
          {item.label}
        </a>
      ))}
    </nav>
  );
}

import type { ReactNode } from 'react';

/** A plain table that scrolls sideways inside itself on a narrow screen. */
export function Table({ caption, head, children }: { caption: string; head: readonly string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-start text-sm [&_td]:border-line [&_td]:border-b [&_td]:px-3 [&_td]:py-2.5 [&_td]:align-top">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col" className="border-line border-b px-3 py-2 text-start font-medium text-[13px] text-soft">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

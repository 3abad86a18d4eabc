import type { ReactNode } from 'react';

/** An empty list: what would be here, and the next step as children. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="my-8 rounded-[14px] border border-line border-dashed px-6 py-10 text-center">
      <p className="font-serif text-xl">{title}</p>
      {children ? <div className="mx-auto mt-2 grid max-w-[46ch] justify-items-center gap-4 text-soft">{children}</div> : null}
    </div>
  );
}

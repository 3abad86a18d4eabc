import type { ReactNode } from 'react';

/** One figure with its name, and what is to be said of it under it. */
export function Figure({
  name,
  children,
  note,
  accent = false,
}: {
  name: string;
  children: ReactNode;
  note?: ReactNode;
  accent?: boolean;
}) {
  return (
    <div className="rounded-[14px] border border-line bg-raised px-[18px] py-4">
      <dt className="text-[13px] text-soft">{name}</dt>
      <dd className={`mt-1 font-semibold text-[22px] leading-tight tracking-tight ${accent ? 'text-amber' : ''}`}>
        {children}
        {note ? <span className="mt-1 block font-normal text-[13px] text-faint tracking-normal">{note}</span> : null}
      </dd>
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3">{children}</dl>;
}

import type { ReactNode } from 'react';

/** One narrow column under a heading: sign-in, settings and the like. */
export function Sheet({ title, intro, children, wide = false }: { title: string; intro?: ReactNode; children: ReactNode; wide?: boolean }) {
  return (
    <main className={`mx-auto w-full px-5 pt-10 pb-16 ${wide ? 'max-w-[1000px]' : 'max-w-[560px]'}`}>
      <h1 className="font-serif text-[32px] leading-tight tracking-tight text-balance">{title}</h1>
      {intro ? <div className="mt-2 text-soft">{intro}</div> : null}
      <div className="mt-7 grid gap-8">{children}</div>
    </main>
  );
}

export function Section({ title, children, intro }: { title: string; children: ReactNode; intro?: ReactNode }) {
  return (
    <section className="grid gap-4 border-line border-t pt-6">
      <h2 className="font-semibold text-lg">{title}</h2>
      {intro ? <p className="-mt-2 text-sm text-soft">{intro}</p> : null}
      {children}
    </section>
  );
}

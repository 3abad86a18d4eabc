import { ButtonLink } from './button-link';
import { EmptyState } from './empty-state';

/** What a page says when there is nothing at its address. */
export function Missing({ title, text, home, search }: { title: string; text: string; home: string; search: string }) {
  return (
    <main className="mx-auto max-w-[680px] px-5 py-10">
      <EmptyState title={title}>
        <p>{text}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <ButtonLink href="/" kind="main">
            {home}
          </ButtonLink>
          <ButtonLink href="/search">{search}</ButtonLink>
        </div>
      </EmptyState>
    </main>
  );
}

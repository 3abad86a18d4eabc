import { ButtonLink } from './button-link';
import { Sheet } from './sheet';

/** What a page says when there is nothing at its address. */
export function Missing({ title, text, home, search }: { title: string; text: string; home: string; search: string }) {
  return (
    <Sheet title={title} intro={text}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/" kind="main">
          {home}
        </ButtonLink>
        <ButtonLink href="/search">{search}</ButtonLink>
      </div>
    </Sheet>
  );
}

import type { ReactNode } from 'react';

const LINK = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/** A person's words: paragraphs and lines kept, addresses made links that vouch for nothing. */
export function CommentBody({ body }: { body: string }) {
  return (
    <div dir="auto" className="comment-body">
      {body.split(/\n{2,}/).map((paragraph, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text never move
        <p key={nth}>{withLinks(paragraph)}</p>
      ))}
    </div>
  );
}

function withLinks(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    parts.push(text.slice(at, found.index));
    parts.push(
      <a key={found.index} href={found[0]} rel="ugc nofollow noopener" className="link">
        {found[0]}
      </a>,
    );
    at = found.index + found[0].length;
  }
  return [...parts, text.slice(at)];
}

import type { ReactNode } from 'react';
import type { Inline } from '@/lib/comments/inline';
import type { List } from '@/lib/comments/list';
import { type Block, parseMarkup } from '@/lib/comments/markup';

/** A person's words. Their links vouch for nothing; `code` names what scrolls. */
export function CommentBody({ body, code }: { body: string; code: string }) {
  return (
    <div dir="auto" className="comment-body">
      {blocks(parseMarkup(body), code)}
    </div>
  );
}

function blocks(parts: readonly Block[], code: string): ReactNode {
  return parts.map((block, nth) => {
    if (block.kind === 'paragraph') return <p key={key(nth)}>{inline(block.children)}</p>;
    if (block.kind === 'list') return <Items key={key(nth)} list={block} />;
    if (block.kind === 'quote')
      return (
        <blockquote key={key(nth)} dir="auto">
          {blocks(block.blocks, code)}
        </blockquote>
      );
    return (
      // Only what can have the focus is scrolled by keys.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      // biome-ignore lint/a11y/useSemanticElements: a fieldset holds what is filled in
      <pre key={key(nth)} dir="ltr" tabIndex={0} role="group" aria-label={code}>
        <code>{block.text}</code>
      </pre>
    );
  });
}

function Items({ list: { ordered, start, items } }: { list: List }) {
  const shown = items.map(({ children, nested }, nth) => (
    <li key={key(nth)}>
      {inline(children)}
      {nested ? <Items list={nested} /> : null}
    </li>
  ));
  if (!ordered) return <ul dir="auto">{shown}</ul>;
  return (
    <ol dir="auto" start={start === 1 ? undefined : start}>
      {shown}
    </ol>
  );
}

function inline(parts: readonly Inline[]): ReactNode {
  return parts.map((part, nth) => {
    if (typeof part === 'string') return part;
    switch (part.kind) {
      case 'strong':
        return <strong key={key(nth)}>{inline(part.children)}</strong>;
      case 'emphasis':
        return <em key={key(nth)}>{inline(part.children)}</em>;
      case 'link':
        return (
          <a key={key(nth)} href={part.href} rel="ugc nofollow noopener" className="link">
            {inline(part.children)}
          </a>
        );
      case 'mention':
        return (
          <b key={key(nth)} className="mention">
            {part.text}
          </b>
        );
      default:
        return (
          <code key={key(nth)} dir="ltr">
            {part.text}
          </code>
        );
    }
  });
}

/** The parts of one text never move. */
const key = (nth: number): string => String(nth);

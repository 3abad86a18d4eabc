import type { ReactNode } from 'react';
import type { DocNode, Document, Mark } from '@/lib/posts/document';

/** A post's body. It knows no other element than those below, so nothing else can reach a reader; its children are the post's blocks, one each. */
export function PostDocument({ document }: { document: Document }) {
  return (
    <div className="prose" data-blocks="">
      {document.content.map(block)}
    </div>
  );
}

function block(node: DocNode, key: number): ReactNode {
  const content = node.content ?? [];
  const inner = () => content.map(block);
  switch (node.type) {
    case 'paragraph':
      return <p key={key}>{content.map(inline)}</p>;
    case 'heading':
      return node.level === 3 ? <h3 key={key}>{content.map(inline)}</h3> : <h2 key={key}>{content.map(inline)}</h2>;
    case 'blockquote':
      return <blockquote key={key}>{inner()}</blockquote>;
    case 'bulletList':
      return <ul key={key}>{inner()}</ul>;
    case 'orderedList':
      return (
        <ol key={key} start={node.start}>
          {inner()}
        </ol>
      );
    case 'listItem':
      return <li key={key}>{inner()}</li>;
    case 'codeBlock':
      return (
        <pre key={key} dir="ltr">
          <code>{content.map(({ text }) => text).join('')}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr key={key} />;
    case 'image':
      return node.image ? <Figure key={key} {...node.image} /> : null;
    default:
      return inline(node, key);
  }
}

interface FigureProps {
  src: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
  eager?: boolean;
}

export function Figure({ src, alt, caption, credit, width, height, eager = false }: FigureProps) {
  return (
    <figure>
      <img
        src={src}
        alt={alt}
        width={width || undefined}
        height={height || undefined}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
      />
      {caption || credit ? (
        <figcaption>
          {caption} {credit}
        </figcaption>
      ) : null}
    </figure>
  );
}

function inline(node: DocNode, key: number): ReactNode {
  if (node.type === 'hardBreak') return <br key={key} />;
  return <Marked key={key} text={node.text ?? ''} marks={node.marks ?? []} />;
}

function Marked({ text, marks }: { text: string; marks: readonly Mark[] }): ReactNode {
  const [mark, ...rest] = marks;
  if (!mark) return text;
  const inner = <Marked text={text} marks={rest} />;
  if (mark.type === 'bold') return <strong>{inner}</strong>;
  if (mark.type === 'italic') return <em>{inner}</em>;
  if (mark.type === 'code') return <code>{inner}</code>;
  return (
    <a href={mark.href} rel={mark.href?.startsWith('/') ? undefined : 'noopener'}>
      {inner}
    </a>
  );
}

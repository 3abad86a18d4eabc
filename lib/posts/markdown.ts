import type { DocNode, Document, Mark } from './document';

const IMAGE = /^!\[([^\]]*)\]\((\/media\/[0-9a-f-]+)\)\s*$/;

/** A small Markdown as a document: what the write page sends without JavaScript. Clean it like any other input. */
export function documentFromMarkdown(source: string): Document {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const content: DocNode[] = [];
  let at = 0;
  const take = (test: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && test(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(##|###) (.+)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (line.startsWith('```')) {
      at += 1;
      const code = take((next) => !next.startsWith('```')).join('\n');
      at += 1;
      content.push({ type: 'codeBlock', content: code === '' ? [] : [{ type: 'text', text: code }] });
    } else if (heading) {
      at += 1;
      content.push({ type: 'heading', level: heading[1] === '###' ? 3 : 2, content: inline(heading[2] ?? '') });
    } else if (/^(---|\*\*\*)\s*$/.test(line)) {
      at += 1;
      content.push({ type: 'horizontalRule' });
    } else if (IMAGE.test(line)) {
      at += 1;
      const [, alt = '', src = ''] = IMAGE.exec(line) ?? [];
      content.push({ type: 'image', image: { src, alt, caption: '', credit: '', width: 0, height: 0 } });
    } else if (line.startsWith('>')) {
      const quoted = take((next) => next.startsWith('>')).map((next) => next.replace(/^> ?/, ''));
      content.push({ type: 'blockquote', content: documentFromMarkdown(quoted.join('\n')).content });
    } else if (/^[-*] /.test(line))
      content.push({
        type: 'bulletList',
        content: items(
          take((next) => /^[-*] /.test(next)),
          /^[-*] /,
        ),
      });
    else if (/^\d+[.)] /.test(line))
      content.push({
        type: 'orderedList',
        start: 1,
        content: items(
          take((next) => /^\d+[.)] /.test(next)),
          /^\d+[.)] /,
        ),
      });
    else {
      at += 1;
      const further = take((next) => next.trim() !== '' && !/^(#{2,3} |>|[-*] |\d+[.)] |```)/.test(next));
      content.push({ type: 'paragraph', content: inline([line, ...further].join(' ')) });
    }
  }
  return { type: 'doc', content };
}

const items = (lines: string[], mark: RegExp): DocNode[] =>
  lines.map((line) => ({ type: 'listItem', content: [{ type: 'paragraph', content: inline(line.replace(mark, '')) }] }));

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/;

function inline(text: string, marks: Mark[] = []): DocNode[] {
  const found = INLINE.exec(text);
  const plain = (part: string): DocNode[] => (part === '' ? [] : [{ type: 'text', text: part, ...(marks.length > 0 ? { marks } : {}) }]);
  if (!found) return plain(text);
  const [whole, bold, italic, code, label, href] = found;
  const inner = bold ?? italic ?? code ?? label ?? '';
  const mark: Mark = bold ? { type: 'bold' } : italic ? { type: 'italic' } : code ? { type: 'code' } : { type: 'link', href: href ?? '' };
  const rest = text.slice(found.index + whole.length);
  const middle = code ? [{ type: 'text' as const, text: code, marks: [...marks, mark] }] : inline(inner, [...marks, mark]);
  return [...plain(text.slice(0, found.index)), ...middle, ...inline(rest, marks)];
}

/** Gives pictures back what Markdown has no place for, from the document as it was. */
export function withPicturesOf(document: Document, before: Document): Document {
  const known = new Map(before.content.flatMap(({ image }) => (image ? [[image.src, image] as const] : [])));
  const content = document.content.map((node) => {
    const old = node.image ? known.get(node.image.src) : undefined;
    return old && node.image ? { ...node, image: { ...old, alt: node.image.alt } } : node;
  });
  return { type: 'doc', content };
}

/** The way back, for a form that shows a document as text. */
export function markdownOf(document: Document): string {
  return document.content.map((node) => blockText(node)).join('\n\n');
}

function blockText(node: DocNode): string {
  const content = node.content ?? [];
  const text = content.map(inlineText).join('');
  if (node.type === 'heading') return `${'#'.repeat(node.level ?? 2)} ${text}`;
  if (node.type === 'blockquote')
    return content
      .map(blockText)
      .join('\n\n')
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  if (node.type === 'bulletList') return content.map((item) => `- ${itemText(item)}`).join('\n');
  if (node.type === 'orderedList') return content.map((item, nth) => `${nth + 1}. ${itemText(item)}`).join('\n');
  if (node.type === 'codeBlock') return `\`\`\`\n${text}\n\`\`\``;
  if (node.type === 'horizontalRule') return '---';
  if (node.image) return `![${node.image.alt}](${node.image.src})`;
  return text;
}

const itemText = (item: DocNode): string => (item.content ?? []).map((block) => blockText(block)).join(' ');

function inlineText(node: DocNode): string {
  let text = node.type === 'hardBreak' ? ' ' : (node.text ?? '');
  for (const mark of node.marks ?? []) {
    if (mark.type === 'bold') text = `**${text}**`;
    else if (mark.type === 'italic') text = `*${text}*`;
    else if (mark.type === 'code') text = `\`${text}\``;
    else text = `[${text}](${mark.href ?? ''})`;
  }
  return text;
}

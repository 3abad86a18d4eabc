export interface TownMark {
  type: 'bold' | 'italic' | 'code' | 'link';
  attrs?: { href: string };
}

export interface TownNode {
  type: string;
  attrs?: Record<string, string | number | null>;
  content?: TownNode[];
  text?: string;
  marks?: TownMark[];
}

const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/;
const BULLET = /^- (.*)$/;
const NUMBER = /^\d+\. (.*)$/;
const FENCE = /^```/;

function text(value: string, marks: readonly TownMark[]): TownNode[] {
  if (value === '') return [];
  return [marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks: [...marks] }];
}

function inline(source: string, marks: readonly TownMark[] = []): TownNode[] {
  const found = INLINE.exec(source);
  if (!found) return text(source, marks);
  const [whole, code, bold, italic, label, href] = found;
  const before = text(source.slice(0, found.index), marks);
  const after = inline(source.slice(found.index + whole.length), marks);
  // ProseMirror's code mark excludes all others, so it stands alone.
  if (code !== undefined) return [...before, ...text(code, [{ type: 'code' }]), ...after];
  if (bold !== undefined) return [...before, ...inline(bold, [...marks, { type: 'bold' }]), ...after];
  if (italic !== undefined) return [...before, ...inline(italic, [...marks, { type: 'italic' }]), ...after];
  return [...before, ...inline(label ?? '', [...marks, { type: 'link', attrs: { href: href ?? '' } }]), ...after];
}

function paragraph(lines: readonly string[]): TownNode {
  const content = inline(lines.map((line) => line.trim()).join(' '));
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

/** Lines up to the first one that `stops`, from `start`. */
function run(lines: readonly string[], start: number, stops: (line: string) => boolean): string[] {
  const end = lines.findIndex((line, at) => at >= start && stops(line));
  return lines.slice(start, end === -1 ? lines.length : end);
}

function paragraphsOf(lines: readonly string[]): TownNode[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') groups.push([]);
    else groups[groups.length - 1]?.push(line);
  }
  return groups.filter((group) => group.length > 0).map(paragraph);
}

function list(type: 'bulletList' | 'orderedList', items: readonly string[]): TownNode {
  const content = items.map((item) => ({ type: 'listItem', content: [paragraph([item])] }));
  return type === 'orderedList' ? { type, attrs: { start: 1 }, content } : { type, content };
}

/** The next block from `at`, and how many lines it took. */
function block(lines: readonly string[], at: number): { node: TownNode[]; took: number } {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { node: [], took: 1 };
  if (FENCE.test(line)) {
    const code = run(lines, at + 1, (next) => FENCE.test(next));
    const node = { type: 'codeBlock', attrs: { language: null }, content: text(code.join('\n'), []) };
    return { node: [node], took: code.length + 2 };
  }
  const heading = /^(#{2,3}) (.*)$/.exec(line);
  if (heading) {
    const level = heading[1]?.length ?? 2;
    return { node: [{ type: 'heading', attrs: { level }, content: inline(heading[2] ?? '') }], took: 1 };
  }
  if (line.startsWith('>')) {
    const quoted = run(lines, at, (next) => !next.startsWith('>'));
    const content = paragraphsOf(quoted.map((next) => next.replace(/^> ?/, '')));
    return { node: [{ type: 'blockquote', content }], took: quoted.length };
  }
  for (const [pattern, type] of [[BULLET, 'bulletList'], [NUMBER, 'orderedList']] as const) {
    if (!pattern.test(line)) continue;
    const items = run(lines, at, (next) => !pattern.test(next));
    return { node: [list(type, items.map((next) => pattern.exec(next)?.[1] ?? ''))], took: items.length };
  }
  const starts = (next: string) => next.trim() === '' || FENCE.test(next) || /^(#{2,3} |>|- |\d+\. )/.test(next);
  // The first line is this paragraph's, whatever it looks like, so that every block takes at least one.
  const rest = run(lines, at + 1, starts);
  return { node: [paragraph([line, ...rest])], took: rest.length + 1 };
}

/** The posts' small Markdown as a Tiptap document; never an empty `content`. */
export function documentFromMarkdown(markdown: string): TownNode {
  const lines = markdown.trim().split('\n');
  const content: TownNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const { node, took } = block(lines, at);
    content.push(...node);
    at += took;
  }
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

import { expect } from 'vitest';
import { parseMarkup } from '@/lib/comments/markup';

/** What stands in the only paragraph of a text. */
export function line(text: string) {
  const [block, ...others] = parseMarkup(text);
  expect(others).toEqual([]);
  if (block?.kind !== 'paragraph') throw new Error(`${text} is no paragraph`);
  return block.children;
}

export const p = (...children: unknown[]) => ({ kind: 'paragraph', children });
export const quote = (...blocks: unknown[]) => ({ kind: 'quote', blocks });
export const strong = (...children: unknown[]) => ({ kind: 'strong', children });
export const em = (...children: unknown[]) => ({ kind: 'emphasis', children });
export const code = (text: string) => ({ kind: 'code', text });
export const link = (href: string, ...children: unknown[]) => ({ kind: 'link', href, children: children.length > 0 ? children : [href] });
export const named = (text: string) => ({ kind: 'mention', handle: text.slice(1).toLowerCase(), text });
export const item = (text: string, nested: unknown = null) => ({ children: [text], nested });
export const list = (...items: unknown[]) => ({ kind: 'list', ordered: false, start: 1, items });
export const numbered = (start: number, ...items: unknown[]) => ({ kind: 'list', ordered: true, start, items });

import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CommentBody } from '@/components/comments/comment-body';
import type { Inline } from '@/lib/comments/inline';
import { type Block, mentionsIn, parseMarkup, plainText } from '@/lib/comments/markup';
import { filled, HOSTILE, LENGTH, PIECES } from './pieces';

const piece = fc.constantFrom(...PIECES);
// Each address is another one, so that none is counted for its neighbour.
const hostile = fc
  .array(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), {
    maxLength: 60,
  })
  .map((parts) => parts.map((part, nth) => part.replace('example', `n${nth}.example`).replace('https://x', `https://x${nth}`)).join(''));

const letters = (text: string): string => (text.match(/\p{L}/gu) ?? []).join('');

/** All that a tree holds, also what is not shown: addresses and the names of languages. */
function held(parts: readonly (Block | Inline)[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'quote') return held(part.blocks);
      if (part.kind === 'list') return part.items.map(({ children, nested }) => held(children) + (nested ? held([nested]) : '')).join('');
      if (part.kind === 'code') return `${'language' in part ? part.language : ''}${part.text}`;
      if (part.kind === 'mention') return part.text;
      const words = held(part.children);
      return part.kind === 'link' && part.href !== words ? words + part.href : words;
    })
    .join('');
}

const html = (text: string): string => renderToStaticMarkup(<CommentBody body={text} code="Code" />);
const depth = (markup: string): number => {
  let open = 0;
  let deepest = 0;
  for (const [tag] of markup.matchAll(/<\/?[a-z]/g)) {
    open += tag.startsWith('</') ? -1 : 1;
    deepest = Math.max(deepest, open);
  }
  return deepest;
};

test('no letter of any text is lost or changes its place', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(letters(held(parseMarkup(text)))).toBe(letters(text));
    }),
    { numRuns: 2000 },
  );
});

test('words without signs come out as they went in', () => {
  const word = fc.stringMatching(/^[a-zà-ỹ一-龥؀-ٟ,.?]{1,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      expect(plainText(parseMarkup(words.join(' ')))).toBe(words.join(' '));
    }),
  );
});

test('whatever it is made of, a text is a tree, and names ten people at most', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      expect(plainText(parseMarkup(text)).length).toBeLessThanOrEqual(2 * text.length);
      for (const name of mentionsIn(text)) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{1,38}$/);
      expect(mentionsIn(text).length).toBeLessThanOrEqual(10);
    }),
  );
});

const ALLOWED: Record<string, RegExp> = {
  div: /^ dir="auto" class="comment-body"$/,
  a: /^ href="https?:\/\/[^"<>\s]+" rel="ugc nofollow noopener" class="link"$/i,
  b: /^ class="mention"$/,
  pre: /^ dir="ltr" tabindex="0" role="group" aria-label="Code"$/i,
  code: /^( dir="ltr")?$/,
  blockquote: /^ dir="auto"$/,
  ul: /^ dir="auto"$/,
  ol: /^ dir="auto"( start="\d{1,3}")?$/,
  p: /^$/,
  li: /^$/,
  strong: /^$/,
  em: /^$/,
};

test('three hundred texts show these elements with these attributes, closed in their order', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(hostile, (text) => {
      const open: string[] = [];
      const shown = html(text);
      for (const [, end, tag = '', attributes = ''] of shown.matchAll(/<(\/?)([^\s>]*)([^>]*)>/g)) {
        if (end) expect(open.pop()).toBe(tag);
        else {
          expect(attributes).toMatch(ALLOWED[tag] ?? /^no such element$/);
          open.push(tag);
          seen.add(tag);
        }
      }
      expect(open).toEqual([]);
      expect(shown).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
      for (const [, href = ''] of shown.matchAll(/href="([^"]*)"/g))
        expect(URL.parse(href.replaceAll('&amp;', '&'))?.protocol ?? 'none').toMatch(/^(https?:|none)$/);
    }),
    { numRuns: 300, seed: 7 },
  );
  expect([...seen].sort()).toEqual(Object.keys(ALLOWED).sort());
});

test.each(HOSTILE)('ten thousand characters of %j are never deep', (part) => {
  // The comment, four quotes, a list in a list with their items, four marks.
  expect(depth(html(filled(part)))).toBeLessThanOrEqual(13);
});

test('a very long word and a very long address stay whole', () => {
  const word = 'w'.repeat(LENGTH);
  expect(parseMarkup(word)).toEqual([{ kind: 'paragraph', children: [word] }]);
  const href = `https://town.example/${word}`;
  expect(parseMarkup(href)).toEqual([{ kind: 'paragraph', children: [{ kind: 'link', href, children: [href] }] }]);
});

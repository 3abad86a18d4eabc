import { describe, expect, test } from 'vitest';
import { parseMarkup } from '@/lib/comments/markup';
import { catalogues } from '@/lib/core/messages/catalogues';

describe.each(Object.entries(catalogues))('the line under the composer in %s', (_language, { comments }) => {
  test('shows what each sign makes, in the direction of its own words', () => {
    const examples = [...comments.marks.matchAll(/\u2068([^\u2068\u2069]+)\u2069/g)].map(([, example = '']) => example);
    const made = examples.map((example) => {
      // The dots stand for the rest of an address, and no example breaks within itself.
      const [block] = parseMarkup(example.replace(/…\u200e?/, 'town.example').replaceAll('\u00a0', ' '));
      const first = block?.kind === 'paragraph' ? block.children[0] : undefined;
      return typeof first === 'object' ? first.kind : block?.kind;
    });
    expect(made).toEqual(['strong', 'emphasis', 'link', 'code', 'quote', 'list']);
    expect(comments.marks.length).toBeLessThan(110);
  });
});

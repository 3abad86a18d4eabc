import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PostDocument } from '@/components/posts/post-document';
import { cleanDocument, editorJson, isAllowedHref, minutesToRead, plainText, wordCount } from '@/lib/posts/document';
import { documentFromMarkdown, markdownOf } from '@/lib/posts/markdown';
import { tagsOf } from '@/lib/posts/schema';
import { slugOf } from '@/lib/posts/slug';

const html = (input: unknown): string => renderToStaticMarkup(<PostDocument document={cleanDocument(input)} />);
const TAGS = new Set('div p h2 h3 blockquote ul ol li pre code hr br figure img figcaption strong em a'.split(' '));
const ATTRIBUTES = new Set(
  'class href rel src alt width height loading fetchPriority fetchpriority decoding start dir data-blocks'.split(' '),
);

const name = fc.constantFrom(
  'doc',
  'paragraph',
  'heading',
  'text',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'codeBlock',
  'image',
  'hardBreak',
  'horizontalRule',
  'script',
  'iframe',
  '__proto__',
);
const href = fc.constantFrom(
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '/\\evil.example',
  'https://town.example',
  '/@kt-online',
  'vbscript:x',
  'java\nscript:x',
);
const attrs = fc.record(
  {
    href,
    src: fc.oneof(href, fc.constant('/media/01900000-0000-7000-8000-000000000000')),
    level: fc.anything(),
    onclick: fc.string(),
    style: fc.string(),
    alt: fc.anything(),
    width: fc.anything(),
    start: fc.anything(),
  },
  { requiredKeys: [] },
);
const marks = fc.array(
  fc.record({ type: fc.constantFrom('bold', 'italic', 'link', 'code', 'highlight', 'textStyle'), attrs }, { requiredKeys: ['type'] }),
  { maxLength: 4 },
);
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.anything(),
    fc.record(
      {
        type: name,
        text: fc.oneof(fc.string(), fc.constant('<script>alert(1)</script>')),
        marks,
        attrs,
        content: fc.array(tie('node'), { maxLength: 4 }),
      },
      { requiredKeys: ['type'] },
    ),
  ),
}));

describe('whatever comes in as a document', () => {
  test('nothing goes out that the schema does not know', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (content) => {
        const out = html({ type: 'doc', content });
        for (const [, tag = '', rest = ''] of out.matchAll(/<([a-z0-9]+)((?:\s[^<>]*)?)\/?>/gi)) {
          expect(TAGS).toContain(tag);
          for (const [, attribute = '', value = ''] of rest.matchAll(/\s([\w-]+)="([^"]*)"/g)) {
            expect(ATTRIBUTES).toContain(attribute);
            if (attribute === 'href') expect(isAllowedHref(value.replaceAll('&amp;', '&'))).toBe(true);
            if (attribute === 'src') expect(value).toMatch(/^\/media\/[0-9a-f-]{36}$/);
          }
        }
        expect(out).not.toContain('<script');
      }),
      { numRuns: 500 },
    );
  });

  test('cleaning twice is cleaning once, and the editor gets back what is kept', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (content) => {
        const clean = cleanDocument({ type: 'doc', content });
        expect(cleanDocument(JSON.parse(JSON.stringify(clean)))).toEqual(clean);
        expect(cleanDocument(JSON.parse(JSON.stringify(editorJson(clean))))).toEqual(clean);
      }),
    );
  });

  test('depth and size have an end', () => {
    let deep: object = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] };
    for (let nth = 0; nth < 5000; nth += 1) deep = { type: 'blockquote', content: [deep] };
    expect(html({ type: 'doc', content: [deep] }).length).toBeLessThan(1000);
    const long = {
      type: 'doc',
      content: Array.from({ length: 30_000 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(100) }] })),
    };
    expect(plainText(cleanDocument(long)).length).toBeLessThan(1_100_000);
  });
});

test('Markdown becomes a document and comes back', () => {
  const text =
    '## It works\n\nWith **bold**, *slanted* and [a link](https://town.example).\n\n> A rope is a promise.\n\n- one\n- two\n\n1. first\n\n```\nlet x = 1;\n```\n\n---\n\nEnd.';
  const document = cleanDocument(documentFromMarkdown(text));
  expect(markdownOf(document)).toBe(text);
  expect(html(document)).toContain('<h2>It works</h2><p>With <strong>bold</strong>, <em>slanted</em>');
});

test('words are counted as their language has them', () => {
  expect(wordCount('One of them is wrong.', 'en')).toBe(5);
  expect(wordCount('Chợ nổi lúc bốn giờ sáng', 'vi')).toBe(6);
  expect(wordCount('القهوة وما ننتظره منها', 'ar')).toBe(4);
  expect([minutesToRead(0), minutesToRead(238 * 6)]).toEqual([1, 6]);
});

test.each([
  ['An old habit: why?', 'an-old-habit-why'],
  ['Chợ nổi Đà Nẵng', 'cho-noi-da-nang'],
  ['القهوة وما ننتظره', 'القهوة-وما-ننتظره'],
  ['It’s 50% off/on', 'its-50-off-on'],
  ['???', ''],
])('the address of “%s” is %s', (title, slug) => expect(slugOf(title)).toBe(slug));

test('a slug always fits the database’s own check', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
      const slug = slugOf(title);
      if (slug !== '') expect(slug).toMatch(/^[^\s/?#%@.A-Z]{1,200}$/u);
    }),
  );
});

test('tags are small, few and without doubles', () => {
  expect(tagsOf('World, Trade ,world, , A B')).toEqual(['world', 'trade', 'a-b']);
  expect(tagsOf('a,b,c,d,e,f,g')).toHaveLength(5);
});

export const LENGTH = 10_000;
export const filled = (part: string, length = LENGTH): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** What markup is made of, and what could upset it. */
export const PIECES =
  '[|]|*|**|_|***|`|``|```|>|> |![|](|(|)|\\|@|@a|@minh |- |1. |\n|\n\n|\n- |\n  - |\n> |\n```\n|\n````\n| |\t|é|مرحبا|你|😀|\u200f|\r\n|word|https://a.example/x|https://a@|http://|[a](https://x|[a](https://a@|[a](https://x)|](https://x)|javascript:x|<b>|"|&amp;'.split(
    '|',
  );

/** Each, repeated, is a text that a careless reader takes long for. */
export const HOSTILE = [
  ...PIECES,
  '*a ',
  '**a ',
  '_a ',
  '*a **b _c [d ',
  'a* ',
  '**a *b* ',
  '[[[]',
  '](https://x(',
  '[a](https://x[b](https://y)',
  'https://x(',
  'https://x([',
  'https://x).',
  '`a``b```c',
  '> - ',
  '>\n> >\n',
  '-\n',
  '- a\n\n\n',
  '\\`',
  '@a@b',
];

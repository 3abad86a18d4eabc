// Letters of scripts that write no spaces: each stands as a word of its own, and pairs of them take the place of words.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

// Names of the net that a bare address ends in; with any ending, a full stop without its space would be a link.
const ENDINGS =
  'com|net|org|info|biz|io|co|me|tv|ly|gl|gg|be|us|uk|de|fr|es|it|nl|pl|eu|ru|cn|jp|kr|vn|in|br|tk|ml|xyz|club|online|site|store|shop|top|app|live|link|click|win|vip|pro|dev|blog|page|news|example';

// Every repetition has an end, so that no text makes the search slow.
const PARTS = {
  markup: '</?[a-z][^<>]{0,400}>|\\[/?url[^\\]]{0,300}\\]',
  mail: '[\\w.+-]{1,64}@[a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){1,4}',
  link: `(?:https?://|www\\.)[^\\s<>"']{1,2000}|(?:[a-z\\d-]{1,63}\\.){1,4}(?:${ENDINGS})(?![\\p{L}\\d])(?:/[^\\s<>"']{0,2000})?`,
  money:
    '[$€£¥₫₹₽]\\s?\\d[\\d.,]{0,15}|\\d[\\d.,]{0,15}\\s?(?:[$€£¥₫₹₽]|(?:usd|eur|gbp|vnd|đồng|dollars?|euros?|bucks|درهم|دولار)(?!\\p{L}))',
  phone: '\\+?\\d[\\d ().-]{7,17}\\d',
  number: '\\d{1,20}(?:[.,:]\\d{1,20}){0,6}',
  face: '\\p{Extended_Pictographic}|[:;=]-?(?:[)(/|]|[dpo3](?![\\p{L}\\d]))|<3',
  sign: `[${UNSPACED}]`,
  word: `[@#]?(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_])+(?:['’](?:(?![${UNSPACED}])[\\p{L}\\p{M}])+){0,3}`,
  dots: '\\.{2,}',
  marks: '[!?]+',
};

export type Kind = keyof typeof PARTS | 'mention';

export interface Token {
  kind: Kind;
  /** As written, after folding. */
  raw: string;
  /** As compared: small letters with at most three alike in a row, or the name of the kind for what is rarely written twice. */
  text: string;
}

const KINDS = Object.keys(PARTS) as (keyof typeof PARTS)[];
// One group for each kind, in their order, and no other group within.
const SEARCH = new RegExp(KINDS.map((kind) => `(${PARTS[kind]})`).join('|'), 'giu');

const NAMED: ReadonlySet<string> = new Set(['markup', 'mail', 'link', 'money', 'phone', 'number']);

/** The pieces of a folded text, in order. Words of any script; addresses, sums and numbers by their kind alone. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [raw, ...groups] of text.matchAll(SEARCH)) {
    const found = KINDS[groups.findIndex((group) => group !== undefined)] ?? 'word';
    const kind = found === 'word' && raw.startsWith('@') ? 'mention' : found;
    tokens.push({ kind, raw, text: comparable(kind, raw) });
  }
  return tokens;
}

function comparable(kind: Kind, raw: string): string {
  if (NAMED.has(kind) || kind === 'mention') return `<${kind}>`;
  if (kind === 'dots' || kind === 'marks') return raw.slice(0, 2);
  return raw.toLowerCase().replace(/(.)\1{3,}/gu, '$1$1$1');
}

/** Where a link leads: the host without `www.`, and the first step of its path. Null when there is none. */
export function destination(link: string): { host: string; path: string } | null {
  const found = /^(?:https?:\/\/)?(?:www\.)?([^/?#:]{1,253})(\/[^/?#]{0,200})?/i.exec(link);
  return found?.[1] ? { host: found[1].toLowerCase(), path: found[2] ?? '' } : null;
}

/** The links of pasted markup, `<a href="…">` and `[url=…]`. */
export const linkWithin = (markup: string): string | undefined => /(?:href|url)=["']?([^"'\s>\]]+)/i.exec(markup)?.[1];

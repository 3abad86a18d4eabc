export interface Address {
  href: string;
  /** Where the text goes on. */
  end: number;
}

// The scheme is spelt out: under the flags `iu`, other letters of Unicode count as an s.
const SCHEME = '[hH][tT][tT][pP][sS]?://';
// What never stands in an address, and what could make one look like another: controls and marks of direction.
const OUT = '\\s<>"`\\\\\\p{Cc}\\p{Cf}\\p{Cs}';
// Where words are written without spaces, their punctuation ends an address.
const WIDE = '，。、；：！？（）「」『』【】《》〈〉“”‘’…،؛؟';

// Brackets belong to an address in pairs, one level deep. Each attempt ends at the next bracket left open, so all are linear.
const BARE = new RegExp(
  `${SCHEME}(?:[^${OUT}${WIDE}()\\[\\]*]|\\*(?!\\*)|\\([^${OUT}${WIDE}()\\[\\]]*\\)|\\[[^${OUT}${WIDE}()\\[\\]]*\\])+`,
  'uy',
);
const BEHIND_WORDS = new RegExp(`\\((${SCHEME}(?:[^${OUT}()]|\\([^${OUT}()]*\\))+)\\)`, 'uy');

const TRAILING = new Set('.,;:!?\'"*_~');
// A name or a password before the host makes an address look like one of another place.
const HOST = /^[hH][tT][tT][pP][sS]?:\/\/[\p{L}\p{N}][^/?#@[\]]*(?:[/?#]|$)/u;

/** A web address that stands in `text` at `at`. Without `href` where it only looks like one; `end` is then past all of it. */
export function bareAddress(text: string, at: number): { href?: string; end: number } | null {
  const found = match(BARE, text, at)?.[0];
  if (found === undefined) return null;
  let length = found.length;
  while (TRAILING.has(found[length - 1] ?? '')) length -= 1;
  const href = found.slice(0, length);
  return HOST.test(href) ? { href, end: at + length } : { end: at + found.length };
}

/** The address in round brackets at `at`: what stands behind the words of a link. */
export function addressBehind(text: string, at: number): Address | null {
  const [whole = '', href = ''] = match(BEHIND_WORDS, text, at) ?? [];
  return HOST.test(href) ? { href, end: at + whole.length } : null;
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

import { cyrillised, latinised, SMALL_CAPITALS } from './lookalikes';

// Marks that decorate letters of any script, with the pointing of Arabic and Hebrew, which their readers leave out at will,
// and the sign that only stretches an Arabic word. The vowel signs of Thai or Hindi are letters and stay.
const DECORATION =
  /[\p{Script=Inherited}\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u0656-\u065f\u06d6-\u06dc\u06df-\u06ed]/gu;
const INVISIBLE = /[\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu;

/**
 * A text as a reader sees it, in lower case: compatibility forms (full-width, circled, bold …) as plain letters, invisible
 * and bidi signs gone, marks kept where they make another letter (ạ, й, が) and gone where they only decorate.
 */
export function normalised(text: string): string {
  return (
    text
      .replace(INVISIBLE, '')
      // Ordering a long row of marks costs its square; no letter carries more than four that mean something.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
      .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, unboxed)
      .normalize('NFKC')
      .toLowerCase()
      .replace(INVISIBLE, '')
      .normalize('NFC')
      .replace(DECORATION, '')
      .replace(/[ʙᴀᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]/g, (letter) => SMALL_CAPITALS[letter] ?? letter)
  );
}

/** White letters on discs and squares, which have no compatibility form. */
const unboxed = (sign: string): string => String.fromCodePoint(97 + (((sign.codePointAt(0) ?? 0) - 0x1f150) % 32));

const PLAIN: Record<string, string> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', ħ: 'h', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe' };
const LONG = 5;
// Every syllable of Vietnamese, its marks off: there a mark is another word, and a word is short.
const VIETNAMESE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/**
 * The ways in which a normalised word may have been meant, itself first: its lookalikes of another script undone where it
 * mixes scripts, and the marks off a Latin word where they are no spelling of another word (año is not ano, bán not ban).
 */
export function readings(word: string): string[] {
  const ways = [word];
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word) && /[a-z]/.test(word)) ways.push(latinised(word), cyrillised(word));
  for (const way of [...ways]) {
    const plain = withoutMarks(way);
    if (plain !== way) ways.push(plain);
  }
  const article = /^و?ال(?=\p{L}{4})/u;
  if (article.test(word)) ways.push(word.replace(article, ''));
  return ways;
}

function withoutMarks(word: string): string {
  if (!/^[\p{Script=Latin}\p{N}]+$/u.test(word) || /^[a-z0-9]+$/.test(word)) return word;
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłđøħŧßæœ]/g, (letter) => PLAIN[letter] ?? letter);
  const marked = [...word].filter((letter) => !/[a-z0-9]/.test(letter)).length;
  return (plain.length >= LONG || marked > 1) && !VIETNAMESE.test(plain) ? plain : word;
}

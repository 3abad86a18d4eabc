import { tokensOf } from './tokens';

/** Scripts that are told apart, by their codes (ISO 15924). */
const SCRIPTS = [
  ...['Latn', 'Cyrl', 'Arab', 'Hani', 'Kana', 'Hang', 'Deva', 'Beng', 'Taml', 'Telu', 'Knda', 'Mlym', 'Gujr', 'Guru', 'Sinh', 'Thai'],
  ...['Laoo', 'Khmr', 'Mymr', 'Hebr', 'Grek', 'Geor', 'Armn', 'Ethi'],
] as const;
type Script = (typeof SCRIPTS)[number];

/** What Japanese and Korean are written in, and Chinese. Each is one script to whoever reads it. */
const MIXED = { Jpan: ['Kana', 'Hira', 'Hani'], Kore: ['Hang', 'Hani'], Hans: ['Hani'], Hant: ['Hani'] } as const;

/** Fewer letters than that tell no language. */
const FEWEST = 4;
/** With this share of letters in its own script a comment is in the blog's language: to slip out, what is not would have to be drowned. */
const OWN_SHARE = 1 / 4;

/**
 * The language that a comment is counted under: `usual`, the blog's, unless hardly any of its letters are of a script that this is
 * written in; then that script alone (BCP 47: `und-Cyrl`), or `und`. Links, names that are called and numbers tell nothing. Two
 * languages of one script are not told apart.
 */
export function languageOf(text: string, usual: string): string {
  const words = tokensOf(text)
    .filter(({ kind }) => kind === 'word' || kind === 'sign')
    .map(({ raw }) => raw)
    .join(' ');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST || lettersIn(words, scriptsOf(usual)) >= letters * OWN_SHARE) return usual;
  const counts = [
    ...(lettersIn(words, ['Kana', 'Hira']) > 0 ? [{ script: 'Jpan', count: lettersIn(words, MIXED.Jpan) }] : []),
    ...(lettersIn(words, ['Hang']) > 0 ? [{ script: 'Kore', count: lettersIn(words, MIXED.Kore) }] : []),
    ...SCRIPTS.map((script) => ({ script, count: lettersIn(words, [script]) })),
  ];
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count * 2 > letters ? `und-${most.script}` : 'und';
}

const lettersIn = (text: string, scripts: readonly (Script | 'Hira')[]): number =>
  text.match(new RegExp(`(?=\\p{L})[${scripts.map((script) => `\\p{scx=${script}}`).join('')}]`, 'gu'))?.length ?? 0;

function scriptsOf(language: string): readonly (Script | 'Hira')[] {
  const code = new Intl.Locale(language).maximize().script ?? 'Latn';
  return MIXED[code as keyof typeof MIXED] ?? [SCRIPTS.find((script) => script === code) ?? 'Latn'];
}

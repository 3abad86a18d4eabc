// Scripts that most of what is written is written in, by their codes (ISO 15924). Kana stands for Japanese, Hang for Korean.
const SCRIPTS = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hani: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hang: /\p{Script=Hangul}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Taml: /\p{Script=Tamil}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Ethi: /\p{Script=Ethiopic}/gu,
  Khmr: /\p{Script=Khmer}/gu,
  Mymr: /\p{Script=Myanmar}/gu,
} as const;
type Script = keyof typeof SCRIPTS;

const MIXED: Readonly<Record<string, readonly Script[]>> = {
  Jpan: ['Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

/**
 * The language that a comment is counted under: `usual`, the blog's, unless most of its letters are of a script that this is not written
 * in; then that script alone (BCP 47: `und-Cyrl`). Two languages of one script are not told apart.
 */
export function languageOf(text: string, usual: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = scriptsOf(usual);
  const inScript = (script: Script): number => text.match(SCRIPTS[script])?.length ?? 0;
  if (own.reduce((sum, script) => sum + inScript(script), 0) * 2 >= letters) return usual;
  const [most] = (Object.keys(SCRIPTS) as Script[])
    .map((script) => ({ script, count: inScript(script) }))
    .sort((a, b) => b.count - a.count);
  return most && most.count * 2 > letters ? `und-${most.script}` : usual;
}

function scriptsOf(language: string): readonly Script[] {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return MIXED[script] ?? (script in SCRIPTS ? [script as Script] : []);
}

import { words } from '@/lib/core/words';
import type { Reason } from '@/lib/relevance/learned/explain';

const PIECES = ['markup', 'mail', 'link', 'money', 'phone', 'number', 'mention'] as const;
const SIGNALS = [
  'has a link',
  'links',
  'markup',
  'share of capitals',
  'shouted words',
  'exclamation marks',
  'emoji',
  'stretched words',
  'share of digits',
  'letters of mixed scripts',
  'seen before',
  'times seen before',
  'compared with the post',
  'likeness to the post',
] as const;

/** What a feature of a comment is, in words; its own letters stand apart from the direction of the line. */
export function reasonWords(language: string, { kind, text }: Pick<Reason, 'kind' | 'text'>): string {
  const t = words(language, 'filter');
  if (kind === 'signal') return signalWords(language, text);
  if (kind === 'host') return t('reasons.host', { text: apart(text) });
  const [first = '', last = ''] = text.split(' ');
  if (kind === 'word') return t('reasons.word', { text: piece(language, text) });
  if (first === '^') return t('reasons.begins', { text: piece(language, last) });
  if (last === '$') return t('reasons.ends', { text: piece(language, first) });
  return t('reasons.pair', { text: `${piece(language, first)} ${piece(language, last)}` });
}

const apart = (text: string): string => `\u2068${text}\u2069`;

function piece(language: string, text: string): string {
  const known = PIECES.find((name) => text === `<${name}>`);
  return known ? words(language, 'filter')(`pieces.${known}`) : apart(text);
}

/** A band of ages as the filter names it. */
export const ageWords = (language: string, band: string): string =>
  words(language, 'filter')(`ages.${band.replaceAll(' ', '-') as 'under-a-day'}`);

export function languageName(language: string, code: string): string {
  const [base, script] = code.split('-');
  if (base !== 'und') return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  const t = words(language, 'filter');
  if (!script) return t('other-language');
  return t('other-script', { script: new Intl.DisplayNames([language], { type: 'script' }).of(script) ?? script });
}

function signalWords(language: string, text: string): string {
  const t = words(language, 'filter');
  const known = SIGNALS.find((name) => name === text);
  if (known) return t(`signals.${known.replaceAll(' ', '-') as 'links'}`);
  const [name = '', value = ''] = [text.split(' ', 1)[0], text.slice(text.indexOf(' ') + 1)];
  if (name === 'language') return t('signals.language', { language: languageName(language, value) });
  if (name === 'account') return t('signals.account', { age: ageWords(language, value) });
  const count = Number.parseInt(value, 10);
  if (name === 'length') return t('signals.length', { count });
  return name === 'words' ? t('signals.words', { count }) : text;
}

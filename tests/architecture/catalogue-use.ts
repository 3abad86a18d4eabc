import { type SourceFile, withoutComments } from './scan';

/** A key that the code names, or the beginning of one that it completes as it runs. */
export interface Use {
  key: string;
  prefix: boolean;
}

const WORDS = /\b(?:const|let)\s+(\w+)\s*=\s*words\([^;]*?,\s*'(\w+)'\s*\)/g;
const KEY = "(?:'([^']+)'|`([^`]+)`)";
const AT_ONCE = new RegExp(`words\\((?:[^()]|\\([^()]*\\))*,\\s*'(\\w+)'\\s*\\)\\(\\s*${KEY}`, 'g');

/** Finds `words(language, 'x')` and the calls of what it is assigned to, file by file. */
export function usesIn(files: readonly SourceFile[]): Use[] {
  return files.flatMap((file) => {
    const code = withoutComments(file.text);
    const translators = new Map([...code.matchAll(WORDS)].map(([, name = '', namespace = '']) => [name, namespace]));
    const uses = [...code.matchAll(AT_ONCE)].map(([, namespace = '', plain, open]) => asUse(namespace, plain ?? open ?? ''));
    for (const [name, namespace] of translators) {
      for (const [, plain, open] of code.matchAll(new RegExp(`\\b${name}\\(\\s*${KEY}`, 'g')))
        uses.push(asUse(namespace, plain ?? open ?? ''));
    }
    return [...uses, ...listed(file, code)];
  });
}

function asUse(namespace: string, key: string): Use {
  const at = key.indexOf('${');
  return at === -1 ? { key: `${namespace}.${key}`, prefix: false } : { key: `${namespace}.${key.slice(0, at)}`, prefix: true };
}

// The editor's words are one list of keys; refusals are handed over as a whole.
function listed(file: SourceFile, code: string): Use[] {
  if (file.path === 'components/editor/words.ts') {
    const keys = /KEYS = \[([\s\S]*?)\]/.exec(code)?.[1] ?? '';
    return [...keys.matchAll(/'([^']+)'/g)].map(([, key = '']) => ({ key: `editor.${key}`, prefix: false }));
  }
  if (file.path === 'lib/core/error-words.ts') return [{ key: 'errors.', prefix: true }];
  return [];
}

export function missingKeys(uses: readonly Use[], known: readonly string[]): string[] {
  return uses.filter(({ key, prefix }) => !known.some((one) => (prefix ? one.startsWith(key) : one === key))).map(({ key }) => key);
}

export function unusedKeys(uses: readonly Use[], known: readonly string[]): string[] {
  const exact = new Set(uses.filter(({ prefix }) => !prefix).map(({ key }) => key));
  const beginnings = uses.filter(({ prefix }) => prefix).map(({ key }) => key);
  return known.filter((one) => !exact.has(one) && !beginnings.some((beginning) => one.startsWith(beginning)));
}

import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { catalogues } from '@/lib/core/messages/catalogues';
import { missingKeys, unusedKeys, usesIn } from './catalogue-use';
import { projectFiles } from './scan';

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, before = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${before}${key}`, value]] : Object.entries(flat(value, `${before}${key}.`)),
    ),
  );
const all = Object.fromEntries(Object.entries(catalogues).map(([language, tree]) => [language, flat(tree as unknown as Tree)]));
const keys = (language: string): string[] => Object.keys(all[language] ?? {}).sort();
const uses = usesIn(projectFiles().filter(({ path }) => /^(app|components|lib|bin)\//.test(path)));
const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort();

describe.each(['vi', 'ar'])('the catalogue %s', (language) => {
  test('has the keys of the English one', () => expect(keys(language)).toEqual(keys('en')));

  test('asks for the same values', () => {
    const differing = keys('en').filter((key) => {
      const names = argumentsOf(all.en?.[key] ?? '').filter((name) => /^[a-z]/.test(name));
      return names.some((name) => !argumentsOf(all[language]?.[key] ?? '').includes(name));
    });
    expect(differing).toEqual([]);
  });
});

test('no message is empty, and each can be said', () => {
  const values = { count: 2, minutes: 2, seconds: 2, shown: 1, removed: 1 };
  for (const [language, messages] of Object.entries(all)) {
    for (const [key, message] of Object.entries(messages)) {
      expect(message.trim(), `${language} ${key}`).not.toBe('');
      const given = Object.fromEntries(argumentsOf(message).map((name) => [name, values[name as keyof typeof values] ?? 'x']));
      const onError = (error: Error) => {
        throw new Error(`${language} ${key}: ${error.message}`);
      };
      createTranslator({ locale: language, messages: { said: message }, onError })('said', given);
    }
  }
});

test('every key that the code names is there', () => expect(missingKeys(uses, keys('en'))).toEqual([]));
test('every key that is there is used', () => expect(unusedKeys(uses, keys('en'))).toEqual([]));

test('a missing and an unused key are found', () => {
  const planted = usesIn([{ path: 'app/x.tsx', text: "const t = words(language, 'site');\nt('nowhere.to-be-found');\n" }]);
  expect(missingKeys(planted, keys('en'))).toEqual(['site.nowhere.to-be-found']);
  expect(unusedKeys(uses, [...keys('en'), 'site.never-said'])).toEqual(['site.never-said']);
});

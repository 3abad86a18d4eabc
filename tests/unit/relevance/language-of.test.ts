import { expect, test } from 'vitest';
import { BLOG_LANGUAGES } from '@/lib/core/languages';
import { languageOf } from '@/lib/relevance/learned/language-of';

test.each([
  ['en', 'A plain sentence about the quay.', 'en'],
  ['vi', 'Một câu tiếng Việt về bến cảng.', 'vi'],
  ['en', 'Подпишитесь на мой канал', 'und-Cyrl'],
  ['ru', 'Подпишитесь на мой канал', 'ru'],
  ['ru', 'Subscribe to my channel', 'und-Latn'],
  ['ar', 'اشترك في قناتي', 'ar'],
  ['fa', 'کانال من را دنبال کنید', 'fa'],
  ['en', 'اشترك في قناتي', 'und-Arab'],
  ['ja', '橋の写真を見ました', 'ja'],
  ['zh', '我看了那座桥的照片', 'zh'],
  ['ko', '다리 사진을 봤어요', 'ko'],
  ['en', '我看了那座桥的照片', 'und-Hani'],
  ['he', 'Just a link https://quay.example', 'und-Latn'],
  // A name or a quotation in another script is none.
  ['en', 'He signed it Дмитрий, as he always does', 'en'],
  ['en', '👍👍 10:30', 'en'],
  ['en', '', 'en'],
  // Half and half is the blog's.
  ['en', 'ab вг', 'en'],
])('on a blog in %s, %j counts as %s', (usual, text, wanted) => {
  expect(languageOf(text, usual)).toBe(wanted);
});

test('each language that a blog may be written in has its script', () => {
  for (const language of BLOG_LANGUAGES) {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? '';
    if (name !== language) expect(languageOf(name, language), name).toBe(language);
  }
});

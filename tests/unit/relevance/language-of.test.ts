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
  ['ja', 'スーパーで買い物', 'ja'],
  ['zh', '我看了那座桥的照片', 'zh'],
  ['ko', '다리 사진을 봤어요', 'ko'],
  ['en', '我看了那座桥的照片', 'und-Hani'],
  ['en', '東京タワーの写真', 'und-Jpan'],
  ['en', 'サーバー管理者向け情報', 'und-Jpan'],
  ['en', '다리 사진을 봤어요', 'und-Kore'],
  ['en', 'నేను ఆ వంతెన ఫోటో చూశాను', 'und-Telu'],
  ['en', 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ', 'und'],
  // An address, a name that is called, a name in passing, or hardly a word, is no language.
  ['ar', 'اشترك الآن https://cheap-followers.example/buy-now-and-save', 'ar'],
  ['ar', '@mai-tran شكرا', 'ar'],
  ['ja', 'https://x.example 見て', 'ja'],
  ['he', 'https://quay.example', 'he'],
  ['ar', 'ok', 'ar'],
  ['en', 'He signed it Дмитрий, as he always does', 'en'],
  ['en', '👍👍 10:30', 'en'],
  ['en', '', 'en'],
  // As much of something else does not take it out of what is known.
  ['en', 'Subscribe to my channel Подпишитесь на мой канал', 'en'],
])('on a blog in %s, %j counts as %s', (usual, text, wanted) => {
  expect(languageOf(text, usual)).toBe(wanted);
});

test('each language that a blog may be written in has its script', () => {
  for (const language of BLOG_LANGUAGES) {
    const name = `${new Intl.DisplayNames([language], { type: 'language' }).of(language)} `.repeat(3);
    expect(languageOf(name, language), name).toBe(language);
  }
});

import { expect, test } from 'vitest';
import { atLeisure, renderAhead } from '@/bin/serve/ahead';

const site: Record<string, string> = {
  '/': '<a href="/@ann/one"></a><a href="/@ann"></a><link href="/_next/static/a.css"/><a href="/settings">',
  '/@ann/one':
    '<a href="/@ann/one?view=newest"></a><a href="//elsewhere.example/@x/y"></a><a href="/@ann/two#comments"></a><a href="/@ann/three">',
  '/@ann': '<a href="/"></a><a href="/@ann/four"></a>',
  '/@ann/three': '<a href="/@ann/five">',
};

const asked = async (most: number, failing: readonly string[] = []) => {
  const urls: string[] = [];
  const render = async ({ url }: { url: string }) => {
    urls.push(url);
    if (failing.includes(url)) throw new Error('away');
    return site[url] ?? '';
  };
  await atLeisure(renderAhead(render, most), () => false);
  return urls;
};

test('home comes first, then what it leads to, then what that leads to; each once, and public pages alone', async () => {
  expect(await asked(100)).toEqual(['/', '/@ann/one', '/@ann', '/@ann/three', '/@ann/four', '/@ann/five']);
});

test('it ends after as many as it may, and goes past what cannot be rendered', async () => {
  expect(await asked(3)).toEqual(['/', '/@ann/one', '/@ann']);
  expect(await asked(100, ['/@ann/one'])).toEqual(['/', '/@ann/one', '/@ann', '/@ann/four']);
  expect(await asked(100, ['/'])).toEqual(['/']);
});

test('nothing more is rendered once it is over', async () => {
  let count = 0;
  const render = async () => {
    count += 1;
    return site['/'] ?? '';
  };
  await atLeisure(renderAhead(render, 100), () => count === 2);
  expect(count).toBe(2);
});

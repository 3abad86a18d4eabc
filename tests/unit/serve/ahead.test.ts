import { expect, test } from 'vitest';
import { atLeisure, renderAhead } from '@/bin/serve/ahead';

const site: Record<string, string> = {
  '/': '<a href="/search"></a><a href="/@ann"></a><a href="/@ann/one"></a><a href="/@ann/two"></a><link href="/_next/static/a.css"/>',
  '/search': '<a href="/"></a><a href="/settings"></a><a href="/search?q=x"></a>',
  '/@ann': '<a href="/@ann/three"></a><a href="/tags/tide"></a><a href="//elsewhere.example/@x/y"></a>',
  '/@ann/one': '<a href="/@ann/one?view=newest"></a><a href="/@ann/four"></a>',
};

interface Wishes {
  most?: number;
  render?: (url: string) => string | null;
}

async function asked({ most = 100, render = (url) => site[url] ?? '' }: Wishes = {}): Promise<string[]> {
  const urls: string[] = [];
  const ahead = renderAhead(
    async ({ url }) => {
      urls.push(url);
      return render(url);
    },
    () => urls.length >= most,
  );
  for await (const _ of ahead) if (urls.length > 50) break;
  return urls;
}

test('home comes first, then a post, a page of each other kind, and the rest by how near they are; each once, public pages alone', async () => {
  expect(await asked()).toEqual(['/', '/@ann/one', '/search', '/@ann', '/tags/tide', '/@ann/two', '/@ann/four', '/@ann/three']);
});

test('it ends when it is enough', async () => {
  expect(await asked({ most: 3 })).toEqual(['/', '/@ann/one', '/search']);
});

test('what cannot be rendered is left out; home is asked for until it can be', async () => {
  const failing = (url: string) => {
    if (url === '/@ann') throw new Error('away');
    return url === '/search' ? null : (site[url] ?? '');
  };
  expect(await asked({ render: failing })).toEqual(['/', '/@ann/one', '/search', '/@ann', '/@ann/two', '/@ann/four']);
  let looks = 0;
  const away = (url: string) => {
    looks += 1;
    return looks < 4 ? null : url === '/' ? '<a href="/@ann/two">' : '';
  };
  expect(await asked({ render: away })).toEqual(['/', '/', '/', '/', '/@ann/two']);
});

test('after each page it rests as long as that took, after one that failed for longer, and it stops when it is over', async () => {
  const looks: number[] = [];
  const work = renderAhead(
    async () => {
      looks.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 40));
      return looks.length === 1 ? null : '<a href="/@ann/one"><a href="/@ann/two"><a href="/@ann/three">';
    },
    () => false,
  );
  await atLeisure(work, () => looks.length === 3, 150);
  const [failed = 0, home = 0, next = 0] = looks;
  expect([home - failed >= 185, next - home >= 75]).toEqual([true, true]);
  expect(looks.length).toBe(3);
});

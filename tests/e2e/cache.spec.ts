import { readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { people } from '../factories/town/people';
import { leaksIn } from '../support/leaks';
import { ask } from './support/ask';
import { townClient } from './support/database';
import { ownTown } from './support/own-town';
import { KT_POST, signInAs } from './support/person';
import { root } from './support/run';

// A town of its own: what other journeys write would change the pages between two looks.
const port = 21_600 + Math.floor(Math.random() * 700);
const dataOf = ownTown(port);

const NOBODY = '01900000-0000-7000-8000-000000000000';

/** Every route of app/ at an address of the town; one that has none here fails the test. */
function addresses(ids: { comment: string; media: string; post: string; draft: string }): string[] {
  const known: Record<string, string> = {
    '': '/',
    '[...missing]': '/nothing/here',
    '[blog]': '/@kt-online',
    '[blog]/[post]': KT_POST,
    'tags/[tag]': '/tags/world',
    search: '/search?q=pipeline',
    'comments/[id]': `/comments/${ids.comment}`,
    'admin/payouts/file/[id]': `/admin/payouts/file/${NOBODY}`,
    'admin/earnings/holds/[id]': `/admin/earnings/holds/${NOBODY}`,
    'admin/people/[handle]': '/admin/people/mai-tran',
    'admin/earnings/[number]': '/admin/earnings/1',
    'admin/earnings/people/[handle]': '/admin/earnings/people/mai-tran',
    'demo/[handle]': '/demo/sade',
    'earn/[language]': '/earn/ar',
    'moderation/[language]': '/moderation/vi',
    'trust/[language]': '/trust/ar',
    'earnings/[week]': '/earnings/1',
    'earnings/[week]/statement.csv': '/earnings/1/statement.csv',
    'earnings/[week]/statement.json': '/earnings/1/statement.json',
    'inbox/[id]': '/inbox/1',
    'media/[id]': `/media/${ids.media}`,
    'studio/[blog]': '/studio/@kt-online',
    'studio/[blog]/earnings': '/studio/@kt-online/earnings',
    'studio/[blog]/settings': '/studio/@kt-online/settings',
    'studio/[blog]/words': '/studio/@kt-online/words',
    'threads/[id]': `/threads/${ids.post}`,
    'write/[id]': `/write/${ids.draft}`,
    'write/[id]/preview': `/write/${ids.draft}/preview`,
    'api/auth/[...nextauth]': '/api/auth/session',
    'api/epochs/[number]/[file]': '/api/epochs/1/input',
    'admin/claim': '/admin/claim?token=x',
    'sign-in/link': '/sign-in/link?token=x',
    'subscriptions/confirm': '/subscriptions/confirm?token=x',
    'subscriptions/unsubscribe': '/subscriptions/unsubscribe?id=x&key=y',
  };
  const files = readdirSync(path.join(root, 'app'), { recursive: true }).map(String);
  const routes = files.flatMap((file) => {
    const [, folder = ''] = /^(?:(.*)\/)?(?:page\.tsx|route\.ts)$/.exec(file.replaceAll('\\', '/')) ?? [];
    if (!/(^|\/)(page\.tsx|route\.ts)$/.test(file)) return [];
    return [
      folder
        .split('/')
        .filter((part) => !/^\(.*\)$/.test(part))
        .join('/'),
    ];
  });
  return [...new Set(routes)].map((route) => {
    const address = known[route] ?? (route.includes('[') ? undefined : `/${route}`);
    if (!address) throw new Error(`app/${route} has no address in this test`);
    return address;
  });
}

/** What the router asks for in place of a page. */
const isData = (address: string): boolean => address.endsWith('_rsc=walk');

async function sent(context: APIRequestContext, address: string) {
  const response = await context.get(address, { maxRedirects: 0, headers: isData(address) ? { rsc: '1' } : {} });
  return { address, status: response.status(), headers: response.headers(), text: await response.text() };
}

/** Lets the site take all that it keeps for changed, as after a time in which it could not hear. */
async function forgetAll(town: Awaited<ReturnType<typeof townClient>>): Promise<void> {
  await town.query("SELECT pg_notify('bulb_purge', 'all')");
  await expect.poll(async () => (await ask(port, '/tags/world')).headers['cache-status']).toContain('miss');
}

/** What a page shows and names, in the order of the alphabet: rendered anew it may be sent in other pieces, its forms counted in their order. */
const content = (text: string | undefined) =>
  text
    ?.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, ' ')
    .replace(/<template id="[BP]:\w+"><\/template>|<div hidden[^>]* id="S:\w+">|<\/div>|<!--[\s\S]*?-->/g, ' ')
    .replace(/\$ACTION_(REF_)?\d+/g, '$$ACTION_$1')
    .split(/[<>"\s]+/)
    .sort();

test('Nobody’s own is in what is shared: every route, as everyone of the town and as a stranger', async ({ browser, page, playwright }) => {
  const html = await (await page.request.get(KT_POST)).text();
  const town = await townClient(dataOf());
  const idOf = async (sql: string) => String((await town.query(sql)).rows[0]?.id ?? 'none');
  const ids = {
    comment: /id="c-([0-9a-f-]{36})"/.exec(html)?.[1] ?? '',
    media: /\/media\/([0-9a-f-]{36})/.exec(html)?.[1] ?? '',
    post: await idOf(`SELECT id FROM post WHERE '${KT_POST}' LIKE '%/' || slug`),
    draft: await idOf(`SELECT id FROM post WHERE "firstPublishedAt" IS NULL LIMIT 1`),
  };
  expect(Object.values(ids)).not.toContain('none');
  // Every route there is, what a page knows of its query, and what is answered in front of Next.
  const queries = ['view=newest', 'view=oldest', 'all=1', `comment=${ids.comment}`, 'view=newest&since=1'].map(
    (query) => `${KT_POST}?${query}`,
  );
  const front = ['/api/viewer', `/api/viewer?post=${ids.post}`, `/api/new-comments?post=${ids.post}&after=0`, '/api/health', '/api/alive'];
  const all = [...addresses(ids), ...queries, ...front, '/theme.js'];
  for (const address of ['/', '/@kt-online', KT_POST, '/tags/world']) all.push(`${address}?_rsc=walk`);
  expect(all.length).toBeGreaterThan(30);
  const stranger = await playwright.request.newContext({ baseURL: `http://localhost:${port}` });
  const plain = new Map<string, string>();
  let shared = 0;
  let rendered = 0;
  for (const address of all) {
    const got = await sent(stranger, address);
    expect(leaksIn(got, {}), address).toEqual([]);
    // Whoever says nothing of it lets others guess.
    expect(got.headers['cache-control'] ?? 'nothing', address).toMatch(/^public\b|\bprivate\b|\bno-store\b/);
    if (/^public/.test(got.headers['cache-control'] ?? '')) plain.set(address, got.text);
  }
  for (const { handle, key } of people) {
    const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
    const own = await context.newPage();
    await signInAs(own, handle);
    const session = (await context.cookies()).find(({ name }) => name.endsWith('session-token'))?.value ?? '';
    const secrets = { address: `${handle}@town.example`, session };
    expect(session, key).not.toBe('');
    // Nothing that is kept is sent again before it was rendered anew: now for this person, who asks first.
    await forgetAll(town);
    for (const address of all) {
      const got = await sent(context.request, address);
      if (got.headers['cache-status']?.includes('miss')) rendered += 1;
      expect(leaksIn(got, secrets), `${address} as ${handle}`).toEqual([]);
      expect(got.headers['cache-control'] ?? 'nothing', `${address} as ${handle}`).toMatch(/^public\b|\bprivate\b|\bno-store\b/);
      if (!/^public/.test(got.headers['cache-control'] ?? '')) continue;
      shared += 1;
      if (!isData(address)) expect(content(got.text), `${address} as ${handle}`).toEqual(content(plain.get(address)));
      // To the byte what a stranger is sent; of a page that is rendered anew between the two questions it is asked once more.
      await expect(async () => {
        const [theirs, strangers] = [await sent(context.request, address), await sent(stranger, address)];
        expect(theirs.text === strangers.text, `${address} as ${handle}, byte for byte`).toBe(true);
      }).toPass({ timeout: 10_000 });
    }
    await context.close();
  }
  expect(shared).toBeGreaterThan(people.length * 9);
  expect(rendered).toBeGreaterThan(people.length * 5);
  await town.end();
  await stranger.dispose();
});

test('Nothing that somebody sends changes what the next reader is given', async () => {
  const clean = { 'accept-encoding': 'gzip' };
  const before = await ask(port, KT_POST, { headers: clean });
  expect(before.status).toBe(200);
  const evil = 'evil.example';
  const tries: [string, { method?: string; headers?: Record<string, string>; body?: string }?][] = [
    ...Object.entries({
      'x-forwarded-host': evil,
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '6.6.6.6',
      forwarded: `host=${evil}`,
      'x-original-url': '/admin',
      'x-rewrite-url': '/admin',
      'x-http-method-override': 'DELETE',
      'x-middleware-subrequest': 'proxy:proxy',
      'x-nextjs-data': '1',
      'next-url': '/admin',
      'next-action': 'x',
      'accept-language': 'vi',
      accept: 'application/json',
      cookie: 'next-auth.session-token=stolen; bulb-wrote=nonsense; NEXT_LOCALE=vi; __prerender_bypass=1',
      'user-agent': 'Googlebot',
      range: 'bytes=0-3',
      'cache-control': 'no-cache, no-store, max-age=0',
      pragma: 'no-cache',
      'if-none-match': '"nonsense"',
      'if-modified-since': 'Sat, 01 Jan 2050 00:00:00 GMT',
      'content-security-policy': "script-src 'unsafe-inline'",
      'x-bulb-key': 'page',
      'x-bulb-tags': 'lists',
      'x-bulb-address': '1.1.1.1',
      'accept-encoding': 'identity;q=0, *;q=0, zstd',
      te: 'trailers',
    }).map(([name, value]) => [KT_POST, { headers: { [name]: value } }] as [string, object]),
    [KT_POST, { headers: { rsc: '1', 'next-router-state-tree': 'nonsense' } }],
    [KT_POST, { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
    [KT_POST, { headers: { 'next-router-segment-prefetch': '/_tree', rsc: '1' } }],
    ...['HEAD', 'OPTIONS', 'TRACE', 'PURGE', 'PROPFIND', 'PUT', 'DELETE'].map((method) => [KT_POST, { method }] as [string, object]),
    [KT_POST, { method: 'POST', headers: { origin: `http://${evil}` }, body: 'x' }],
    [KT_POST, { method: 'GET', headers: { 'content-length': '3' }, body: 'x=1' }],
    ...[
      `${KT_POST}?${'a=1&'.repeat(1_500)}`,
      `${KT_POST}?view=newest%00&comment=../../x`,
      `${KT_POST}?_rsc=abc`,
      `${KT_POST}?__nextDataReq=1&__nextLocale=vi`,
      `${KT_POST}/`,
      `${KT_POST}%20`,
      `/${KT_POST}`,
      `/x/..${KT_POST}`,
      `/%2e%2e${KT_POST}`,
      KT_POST.replace('@', '%2540'),
      `${KT_POST}%0d%0aset-cookie:a=1`,
      `http://${evil}${KT_POST}`,
      `${KT_POST};jsessionid=1`,
      `${KT_POST}\\..`,
    ].map((odd) => [odd] as [string]),
  ];
  const town = await townClient(dataOf());
  const page = ({ body }: { body: Buffer }) => content(gunzipSync(body).toString());
  const flight = async () => (await ask(port, `${KT_POST}?_rsc=1`, { headers: { rsc: '1' } })).headers;
  const dataBefore = await flight();
  // Of a page rendered anew its pieces, and so the names of its scripts and its length, may be others.
  const still = ({ age: _, date: __, 'cache-status': ___, etag: ____, 'content-length': _____, ...headers }: Record<string, string>) => ({
    ...headers,
    'content-security-policy': headers['content-security-policy']?.replace(/'sha256-[^']+' ?/g, ''),
  });
  let rendered = 0;
  for (const [address, asking] of tries) {
    // Whoever tries it asks first, so that what they send would reach a rendering if anything did.
    await forgetAll(town);
    const tried = await ask(port, address, asking).catch(() => undefined);
    if (tried?.headers['cache-status']?.includes('miss')) rendered += 1;
    const after = await ask(port, KT_POST, { headers: clean });
    const what = `${address.slice(0, 80)} ${JSON.stringify(asking ?? {})}`;
    expect(after.status, what).toBe(200);
    expect(page(after), what).toEqual(page(before));
    expect(after.body.toString('latin1'), what).not.toContain(evil);
    expect(still(after.headers), what).toEqual(still(before.headers));
    expect(still(await flight()), what).toEqual(still(dataBefore));
  }
  expect(rendered).toBeGreaterThan(20);
  await town.end();
  await expect(ask(port, KT_POST, { headers: { host: evil } }).then(({ status }) => status)).resolves.toBe(421);
});

test('One page in three encodings, each with its own name; 304 and HEAD as the rules say', async () => {
  const [br, gzip, plain] = [
    await ask(port, KT_POST, { headers: { 'accept-encoding': 'br' } }),
    await ask(port, KT_POST, { headers: { 'accept-encoding': 'gzip' } }),
    await ask(port, KT_POST),
  ];
  const page = brotliDecompressSync(br.body).toString();
  expect(gunzipSync(gzip.body).toString()).toBe(page);
  // Only what is sent compressed has the rules in it, beside the link that brings them otherwise.
  expect(page).toMatch(/<style>[\s\S]{20000,}<\/style><link rel="stylesheet" disabled="" data-href="/);
  expect(page.replace(/<style>[\s\S]*?<\/style>(<link rel="stylesheet") disabled="" data-href/g, '$1 href')).toBe(plain.body.toString());
  expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers, body } of [br, gzip, plain]) {
    expect(headers.etag).toMatch(/^"[^"]+"$/);
    expect(headers).toMatchObject({ vary: expect.stringContaining('accept-encoding'), 'content-length': String(body.length) });
    expect(headers['cache-control']).toMatch(
      /^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+, stale-if-error=\d+, must-revalidate$/,
    );
    // A cache in front may send what is stale meanwhile; a browser asks again.
    expect(headers['cdn-cache-control']).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$/);
    expect(Number(headers.age)).toBeGreaterThanOrEqual(0);
  }
  // It counts the seconds since the page was made.
  const age = async () => Number((await ask(port, KT_POST)).headers.age);
  const first = await age();
  await expect.poll(age, { timeout: 5_000 }).toBeGreaterThan(first);
  const same = await ask(port, KT_POST, { headers: { 'accept-encoding': 'br', 'if-none-match': `W/${br.headers.etag}` } });
  expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, br.headers.etag]);
  const other = await ask(port, KT_POST, { headers: { 'accept-encoding': 'gzip', 'if-none-match': br.headers.etag ?? '' } });
  expect(other.status).toBe(200);
  const head = await ask(port, KT_POST, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
  expect([head.status, head.body.length, head.headers['content-length'], head.headers.etag]).toEqual([
    200,
    0,
    String(br.body.length),
    br.headers.etag,
  ]);
  const data = await ask(port, `${KT_POST}?_rsc=1`, { headers: { rsc: '1' } });
  // Half of it could be taken for the other by a cache that goes by the address alone.
  for (const half of [await ask(port, KT_POST, { headers: { rsc: '1' } }), await ask(port, `${KT_POST}?_rsc=1`)])
    expect(half.headers['cache-control']).toBe('private, no-store');
  expect(data.headers).toMatchObject({ 'content-type': 'text/x-component', 'cache-control': br.headers['cache-control'] });
  const again = await ask(port, `${KT_POST}?_rsc=1`, { headers: { rsc: '1' } });
  expect([again.status, again.headers['cache-status']]).toEqual([200, 'BULB; hit']);
  // A second way to a picture, with a store of its own, would show what was taken back.
  expect((await ask(port, '/_next/image?url=%2Fbulb.svg&w=640&q=75')).status).toBe(404);
  const missing = await ask(port, '/@kt-online/never-written');
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'public, max-age=0, s-maxage=3, must-revalidate']);
});

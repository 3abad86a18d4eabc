import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { allowedFor } from '../../bin/setup/connections';
import { ask } from './support/ask';
import { townClient } from './support/database';
import { townOn } from './support/own-town';
import { KT_POST, signInAs } from './support/person';

// Three web processes over one Postgres, on one port: each new connection may be with another.
const port = 24_000 + Math.floor(Math.random() * 700);
const { data, said, pid } = townOn(port, { LOG_LEVEL: 'error' }, ['--processes', '3']);

test('Three processes answer, each with ears of its own, none of them as the database’s owner', async () => {
  const town = await townClient(data());
  const { rows: people } = await town.query(
    `SELECT DISTINCT usename::text AS name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  expect(people).toEqual([{ name: 'bulb_app_bulb' }]);
  const { rows } = await town.query("SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'bulb-listen'");
  const { rows: most } = await town.query("SELECT current_setting('max_connections')::int AS n");
  await town.end();
  expect(rows[0]?.n).toBe(3);
  // As many as they and the worker may ask for.
  expect(most[0]?.n).toBe(allowedFor(3));
});

/** The web processes of this town, without the one that leads them. */
function webProcesses(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).matchAll(/^ *(\d+) +(\d+) +(.*)$/gm);
  const all = [...lines].map(([, id, parent, args = '']) => ({ id: Number(id), parent: Number(parent), args }));
  const below = (id: number): typeof all => all.filter(({ parent }) => parent === id).flatMap((one) => [one, ...below(one.id)]);
  const web = below(pid()).filter(({ args }) => /\bserve\.(ts|mjs)\b/.test(args));
  return web.filter(({ parent }) => web.some(({ id }) => id === parent)).map(({ id }) => id);
}

test('One that is killed is missed by nobody but whom it was answering, and another takes its place', async () => {
  const before = webProcesses();
  expect(before).toHaveLength(3);
  process.kill(before[0] ?? 0, 'SIGKILL');
  const failed: string[] = [];
  await expect(async () => {
    // What was on its way to it goes with it, and may never be answered.
    const known = said().includes('a web process ended');
    const late = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'no answer'));
    const asked = ask(port, KT_POST, { fresh: true }).then(
      ({ status }) => status,
      (error: Error) => error.message,
    );
    const became = await Promise.race([asked, late]);
    if (known && became !== 200) failed.push(String(became));
    const now = webProcesses();
    expect(now).toHaveLength(3);
    expect(now).not.toContain(before[0]);
    expect(now).toEqual(expect.arrayContaining(before.slice(1)));
  }).toPass({ timeout: 30_000, intervals: [20] });
  // It hears what changes as the others do.
  const town = await townClient(data());
  await expect
    .poll(
      async () => (await town.query("SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'bulb-listen'")).rows[0]?.n,
    )
    .toBe(3);
  await town.end();
  for (let nth = 0; nth < 12; nth += 1) expect((await ask(port, KT_POST, { fresh: true })).status).toBe(200);
  expect(failed).toEqual([]);
  expect(said()).toContain('a web process ended');
});

test('After a write its writer sees it at once on every process, and everyone else within a second', async ({ page }) => {
  await signInAs(page, 'sade');
  await page.goto(`${KT_POST}?view=newest`);
  const words = `Seen everywhere ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  const written = Date.now();
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (let nth = 0; nth < 8; nth += 1) {
    const own = await ask(port, `${KT_POST}?view=newest`, { headers: { cookie }, fresh: true });
    expect(own.text.includes(words), `the writer’s look ${nth}`).toBe(true);
  }
  // Others see it within a second: that is what is promised, so that is when it is looked at.
  await page.waitForTimeout(Math.max(0, 1_000 - (Date.now() - written)));
  for (let nth = 0; nth < 8; nth += 1)
    for (const address of [KT_POST, `${KT_POST}?view=newest`])
      expect((await ask(port, address, { fresh: true })).text.includes(words), `${address} ${nth}`).toBe(true);
  // The lists that count its comments changed with it.
  const count = /(\d+) comments/.exec((await ask(port, KT_POST)).text)?.[1];
  expect((await ask(port, '/', { fresh: true })).text).toContain(`${count} comments`);
});

test('What is taken back is gone at once', async ({ page }) => {
  await signInAs(page, 'teo');
  await page.goto('/@low-tide');
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await page.waitForURL(/@low-tide\/./);
  const address = new URL(page.url()).pathname;
  const words = `To be taken back ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).first().click();
  await expect(page.getByText('Your comment is here.')).toBeVisible();
  await expect.poll(async () => (await ask(port, address, { fresh: true })).text.includes(words)).toBe(true);
  await page.locator('article[id^="c-"]').filter({ hasText: words }).getByRole('link', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByText('Comment withdrawn')).toBeVisible();
  // What must be gone is gone with the commit; a fifth of a second is for its notice to go round.
  await page.waitForTimeout(200);
  for (let nth = 0; nth < 8; nth += 1) expect((await ask(port, address, { fresh: true })).text).not.toContain(words);
});

/** A draft of its own with one picture on top and one in its text, neither seen by anybody yet. */
async function draftWithPictures(handle: string) {
  const [cover, inText] = [randomUUID(), randomUUID()];
  const town = await townClient(data());
  const document = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'The quay at six, before the boats.' }] },
      { type: 'image', attrs: { src: `/media/${inText}`, alt: 'Nets', caption: '', credit: '', width: 20, height: 10 } },
    ],
  };
  for (const id of [cover, inText])
    await town.query(
      `INSERT INTO media (id, sha256, width, height, bytes)
       SELECT $1::uuid, encode(sha256($1::text::bytea), 'hex'), width, height, bytes FROM media ORDER BY id LIMIT 1`,
      [id],
    );
  const { rows } = await town.query<{ id: string }>(
    `INSERT INTO post (id, "blogId", "authorId", "submissionKey")
     SELECT gen_random_uuid(), b."blogId", m.id, gen_random_uuid() FROM member m JOIN blog_member b ON b."memberId" = m.id
     WHERE m.handle = $1 ORDER BY b.role LIMIT 1 RETURNING id`,
    [handle],
  );
  const postId = String(rows[0]?.id);
  await town.query(`INSERT INTO draft ("postId", title, "coverId", document) VALUES ($1, $2, $3, $4)`, [
    postId,
    `Six on the quay ${postId.slice(-4)}`,
    cover,
    JSON.stringify(document),
  ]);
  await town.end();
  return { postId, pictures: [cover, inText].map((id) => `/media/${id}`) };
}

test('What only a draft shows is kept nowhere and shown to no stranger; published it is everyone’s, taken back at once nobody’s', async ({
  page,
}) => {
  await signInAs(page, 'teo');
  const { postId, pictures } = await draftWithPictures('teo');
  const strangers = async (address: string) => {
    const { status, headers } = await ask(port, address, { fresh: true });
    return `${status} ${headers['cache-control']}`;
  };
  const nobodys = '404 private, no-store';
  for (const address of pictures) {
    expect(await strangers(address)).toBe(nobodys);
    const own = await page.request.get(address);
    expect([own.status(), own.headers()['cache-control']]).toEqual([200, 'private, no-store']);
    expect(await strangers(address)).toBe(nobodys);
  }
  await page.goto(`/write/${postId}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('link', { name: 'Read it' })).toBeVisible();
  for (const address of pictures)
    for (let nth = 0; nth < 4; nth += 1) expect(await strangers(address)).toMatch(/^200 public, max-age=86400/);
  // Where it was before leads to it, until there is nothing to lead to.
  const town = await townClient(data());
  const { rows } = await town.query<{ old: string }>(
    `INSERT INTO post_slug ("blogId", slug, "postId") SELECT "blogId", 'as-it-was-called', id FROM post WHERE id = $1
     RETURNING (SELECT '/@' || handle || '/as-it-was-called' FROM blog b WHERE b.id = post_slug."blogId") AS old`,
    [postId],
  );
  await town.end();
  const moved = rows[0]?.old ?? '';
  const leads = async () => {
    for (let nth = 0; nth < 8; nth += 1) {
      const { status, headers } = await ask(port, moved, { fresh: true });
      expect([status, /^public/.test(headers['cache-control'] ?? '')]).toEqual([308, true]);
    }
  };
  await leads();
  await page.goto(`/write/${postId}`);
  await page.getByRole('button', { name: 'Take back from readers' }).click();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();
  // Within a second it is known to all of them; how long they then take to say so is the machine's.
  await page.waitForTimeout(1_000);
  for (let nth = 0; nth < 8; nth += 1) expect((await ask(port, moved, { fresh: true })).status).toBe(404);
  for (const address of pictures) {
    for (let nth = 0; nth < 4; nth += 1) expect(await strangers(address)).toBe(nobodys);
    expect((await page.request.get(address)).status()).toBe(200);
  }
});

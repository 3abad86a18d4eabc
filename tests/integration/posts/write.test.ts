import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { changeBlog, endBlogRole, openBlog, setBlogRole } from '@/lib/blogs/commands';
import { blogPage } from '@/lib/blogs/queries';
import { db } from '@/lib/db/client';
import { bookmark } from '@/lib/posts/commands/bookmark';
import { publishPost, unpublishPost } from '@/lib/posts/commands/publish';
import { react } from '@/lib/posts/commands/react';
import { deletePost, saveDraft, startPost } from '@/lib/posts/commands/write';
import { draftFor } from '@/lib/posts/editing';
import { latestPosts, postPage, searchPosts } from '@/lib/posts/queries';
import { blog, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

const paragraph = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const fields = (handle: string) => ({ name: 'Low Tide', handle, description: '', language: 'en', colour: 'sea' });

test('one key opens one blog and starts one post, twice and twenty at once', async () => {
  const ines = await member();
  const submissionKey = randomUUID();
  const opened = await twentyAtOnce(() => openBlog(ines, { ...fields('tide-once'), submissionKey }));
  expect(new Set(opened.map((one) => (one.status === 'fulfilled' ? one.value.id : one.reason))).size).toBe(1);
  const { id: blogId } = await openBlog(ines, { ...fields('tide-once'), submissionKey });
  expect(await db.blogMember.count({ where: { blogId } })).toBe(1);
  const key = randomUUID();
  const started = await twentyAtOnce(() => startPost(ines, { blogId, submissionKey: key }));
  expect(new Set(started.map((one) => (one.status === 'fulfilled' ? one.value.postId : one.reason))).size).toBe(1);
  expect(await db.draft.count({ where: { post: { blogId } } })).toBe(1);
});

test('twenty people who want one handle: one has it, nineteen are told', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => member()));
  const answers = await Promise.all(
    people.map((person) => refusalOf(openBlog(person, { ...fields('one-handle'), submissionKey: randomUUID() }))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'invalid')).toHaveLength(19);
});

test('a save over an older version is a conflict and changes nothing', async () => {
  const ines = await member();
  const { postId } = await startPost(ines, { blogId: (await blog({ owner: ines })).id });
  await saveDraft(ines, { postId, version: 0, title: 'First', document: paragraph('one') });
  expect(await refusalOf(saveDraft(ines, { postId, version: 0, title: 'Second', document: paragraph('two') }))).toBe('conflict');
  expect((await draftFor(ines, postId)).title).toBe('First');
  const many = await twentyAtOnce(() => saveDraft(ines, { postId, version: 1, title: 'Third', document: paragraph('three') }));
  expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('publish, update, take back: readers see what was published and never a draft', async () => {
  const ines = await member();
  const tide = await blog({ owner: ines });
  const { postId } = await startPost(ines, { blogId: tide.id });
  expect(await refusalOf(publishPost(ines, { postId }))).toBe('invalid');
  await saveDraft(ines, { postId, version: 0, title: 'Năm quả cân', document: paragraph('One of them is wrong.'), tags: 'Coast, Memory' });
  expect(await postPage(tide.handle, 'nam-qua-can')).toBeNull();
  const paths = await twentyAtOnce(() => publishPost(ines, { postId }));
  expect(new Set(paths.map((one) => (one.status === 'fulfilled' ? one.value.path : one.reason)))).toEqual(
    new Set([`/@${tide.handle}/nam-qua-can`]),
  );
  await saveDraft(ines, { postId, version: 1, title: 'Năm quả cân', document: paragraph('A secret that is not published.'), tags: '' });
  const found = await postPage(tide.handle, 'nam-qua-can');
  expect(found?.kind === 'found' ? found.post.tags : null).toEqual(['coast', 'memory']);
  expect(JSON.stringify(found)).not.toContain('A secret');
  expect((await searchPosts('nam QUA')).map(({ id }) => id)).toEqual([postId]);
  await unpublishPost(ines, { postId });
  expect(await postPage(tide.handle, 'nam-qua-can')).toBeNull();
  expect(await searchPosts('nam qua')).toEqual([]);
});

test('an earlier handle leads to the blog and to its posts for ever, and nobody else gets it', async () => {
  const ines = await member();
  const tide = await blog({ owner: ines, handle: 'tide-before' });
  const said = await post({ blog: tide, author: ines, slug: 'weights' });
  await changeBlog(ines, { ...fields('tide-after'), blogId: tide.id });
  expect(await blogPage('tide-before')).toMatchObject({ kind: 'moved', handle: 'tide-after' });
  expect(await postPage('tide-before', 'weights')).toMatchObject({ kind: 'moved', path: '/@tide-after/weights' });
  expect((await postPage('tide-after', 'weights'))?.kind).toBe('found');
  expect(said.slug).toBe('weights');
  await expect(openBlog(await member(), { ...fields('tide-before'), submissionKey: randomUUID() })).rejects.toMatchObject({
    fields: { handle: 'taken' },
  });
});

test('pages by cursor neither repeat nor skip a post while others are published', async () => {
  const ines = await member();
  const tide = await blog({ owner: ines });
  const ids = [];
  for (let day = 1; day <= 7; day += 1) ids.push((await post({ blog: tide, author: ines, publishedDaysAgo: day })).id);
  const first = await latestPosts({ blogId: tide.id, limit: 3 });
  await post({ blog: tide, author: ines, publishedDaysAgo: 0 });
  const second = await latestPosts({ blogId: tide.id, limit: 3, before: first.next ?? '' });
  const third = await latestPosts({ blogId: tide.id, limit: 3, before: second.next ?? '' });
  expect([...first.posts, ...second.posts, ...third.posts].map(({ id }) => id)).toEqual(ids);
  expect(third.next).toBeNull();
});

test('twenty people give a bulb to one post at once, some while it is taken back: as many are counted as there are', async () => {
  const [ines, people] = [await member(), await Promise.all(Array.from({ length: 20 }, () => member()))];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  let next = 0;
  const given = await twentyAtOnce(() => react(people[next++ % people.length] as FactoryMember, { postId: said.id, on: '1' }));
  expect(given.every(({ status }) => status === 'fulfilled')).toBe(true);
  const counts = async () => [
    (await db.post.findUniqueOrThrow({ where: { id: said.id } })).reactionCount,
    await db.reaction.count({ where: { postId: said.id } }),
  ];
  expect(await counts()).toEqual([20, 20]);
  const taken = people.map((who, nth) => react(who, { postId: said.id, on: nth % 2 === 0 ? '0' : '1' }));
  await Promise.allSettled([...taken, unpublishPost(ines, { postId: said.id })]);
  const [count, rows] = await counts();
  expect(count).toBe(rows);
  // What is not published any more is given none.
  expect(await refusalOf(react(people[0] as FactoryMember, { postId: said.id, on: '1' }))).toBe('not-found');
  expect(await counts()).toEqual([count, rows]);
});

test('bulbs are counted once each, twenty presses or not', async () => {
  const [ines, teo] = [await member(), await member({ name: 'Teo' })];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  const count = async () => (await db.post.findUniqueOrThrow({ where: { id: said.id } })).reactionCount;
  await twentyAtOnce(() => react(teo, { postId: said.id, on: '1' }));
  await react(ines, { postId: said.id, on: true });
  expect(await count()).toBe(2);
  await twentyAtOnce(() => react(teo, { postId: said.id, on: '0' }));
  expect(await count()).toBe(1);
  await twentyAtOnce(() => bookmark(teo, { postId: said.id, on: '1' }));
  expect(await db.bookmark.count({ where: { postId: said.id } })).toBe(1);
});

test('who may do what to a post and a blog', async () => {
  const [owner, editor, writer, other, moderator, stranger] = await Promise.all(Array.from({ length: 6 }, () => member()));
  if (!owner || !editor || !writer || !other || !moderator || !stranger) throw new Error('six people are needed');
  const place = await blog({
    owner,
    others: [
      { member: editor, role: 'editor' },
      { member: writer, role: 'writer' },
      { member: other, role: 'writer' },
      { member: moderator, role: 'moderator' },
    ],
  });
  const shown = await post({ blog: place, author: writer });
  const draft = await post({ blog: place, author: writer, publishedDaysAgo: null });
  const actors = { owner, editor, writer, other, moderator, stranger };
  const commands: Record<string, (actor: FactoryMember) => Promise<unknown>> = {
    start: (actor) => startPost(actor, { blogId: place.id }),
    save: (actor) => saveDraft(actor, { postId: shown.id, version: 999, title: 'x', document: {} }),
    'look at draft': (actor) => draftFor(actor, draft.id),
    'publish draft': (actor) => publishPost(actor, { postId: draft.id }),
    'take back': (actor) => unpublishPost(actor, { postId: shown.id }),
    'change blog': (actor) => changeBlog(actor, { ...fields(place.handle), blogId: place.id }),
    'give a role': (actor) => setBlogRole(actor, { blogId: place.id, handle: moderator.handle, role: 'moderator' }),
    'end a role': (actor) => endBlogRole(actor, { blogId: place.id, handle: 'nobody-at-all' }),
  };
  const table: Record<string, Record<string, string>> = {};
  for (const [name, run] of Object.entries(commands)) {
    await db.post.update({ where: { id: draft.id }, data: { publishedAt: null } });
    await db.post.update({ where: { id: shown.id }, data: { publishedAt: new Date() } });
    const row: Record<string, string> = {};
    for (const [who, actor] of Object.entries(actors)) {
      row[who] = await refusalOf(run(actor));
      await db.post.update({ where: { id: draft.id }, data: { publishedAt: null } });
      await db.post.update({ where: { id: shown.id }, data: { publishedAt: new Date() } });
    }
    table[name] = row;
  }
  const no = 'not-allowed';
  const hidden = 'not-found';
  expect(table).toEqual({
    start: { owner: 'done', editor: 'done', writer: 'done', other: 'done', moderator: no, stranger: no },
    save: { owner: 'conflict', editor: 'conflict', writer: 'conflict', other: no, moderator: no, stranger: no },
    'look at draft': { owner: 'done', editor: 'done', writer: 'done', other: hidden, moderator: hidden, stranger: hidden },
    'publish draft': { owner: 'done', editor: 'done', writer: 'done', other: hidden, moderator: hidden, stranger: hidden },
    'take back': { owner: 'done', editor: 'done', writer: 'done', other: no, moderator: no, stranger: no },
    'change blog': { owner: 'done', editor: no, writer: no, other: no, moderator: no, stranger: no },
    'give a role': { owner: 'done', editor: no, writer: no, other: no, moderator: no, stranger: no },
    'end a role': { owner: 'invalid', editor: no, writer: no, other: no, moderator: no, stranger: no },
  });
  await expect(deletePost(stranger, { postId: shown.id })).rejects.toMatchObject({ reason: 'not-allowed' });
  await expect(endBlogRole(owner, { blogId: place.id, handle: owner.handle })).rejects.toMatchObject({ fields: { handle: 'last-owner' } });
  expect(await db.blogMember.count({ where: { blogId: place.id, role: 'owner' } })).toBe(1);
});

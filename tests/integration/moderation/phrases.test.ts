import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf } from '@/lib/accounts/archive';
import { editComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { db } from '@/lib/db/client';
import { setPhrases } from '@/lib/moderation/commands/set-phrases';
import { phrasesView, tryPhrases } from '@/lib/moderation/phrases';
import { auditLog } from '@/lib/moderation/queries';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

/** Low Tide of Ines and the news of Khanh, a post in each, and Sade, whom the town knows. */
async function scene() {
  const [ines, khanh, sade] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Khanh' }),
    await member({ name: 'Sade Okafor' }),
  ];
  const [tide, news] = [await blog({ owner: ines, name: 'Low Tide' }), await blog({ owner: khanh, name: 'News' })];
  const [said, elsewhere] = [await post({ blog: tide, author: ines }), await post({ blog: news, author: khanh })];
  for (let nth = 0; nth < 5; nth += 1) await comment({ post: said, author: sade, body: `Earlier ${nth}`, minutesAgo: 60 * 24 * 3 + nth });
  return { ines, khanh, sade, tide, news, said, elsewhere };
}

const set = (actor: FactoryMember, blogId: string, lists: { seen?: number; banned?: string; suspect?: string }) =>
  setPhrases(actor, { blogId, seen: '0', banned: '', suspect: '', ...lists });

test('what Ines bans is rejected on her blog only, what she suspects is reported; each decision bears rule and version', async () => {
  const { ines, khanh, sade, tide, news, said, elsewhere } = await scene();
  await set(khanh, news.id, { banned: 'quay' });
  await set(ines, tide.id, { banned: 'weight thie*\n', suspect: 'harbour master' });
  await set(ines, tide.id, { seen: 1, banned: 'weight thie*', suspect: 'harbour master\nice house' });
  const say = (where: { id: string }, body: string) => postComment(sade, { postId: where.id, body });
  const hit = await say(said, 'They are w3ight thieves, all of them.');
  const seen = await say(said, 'Ask the harbour master.');
  const free = await say(elsewhere, 'They are weight thieves there too.');
  expect([hit.status, seen.status, free.status]).toEqual(['rejected', 'visible', 'visible']);
  const decided = async ({ id }: { id: string }) => {
    const { rule, ruleVersion } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: id, action: 'screened' } });
    return [rule, ruleVersion];
  };
  expect([await decided(hit), await decided(seen), await decided(free)]).toEqual([
    ['blog-banned-word', 2],
    ['blog-suspect-word', 2],
    ['none', 1],
  ]);
  expect(await db.report.count({ where: { commentId: seen.id, note: 'blog-suspect-word' } })).toBe(1);
  expect([(await say(elsewhere, 'Down on the quay.')).status, (await say(said, 'Up from the quay.')).status]).toEqual([
    'rejected',
    'visible',
  ]);
  expect(await refusalOf(editComment(sade, { commentId: seen.id, body: 'A weight thief, the harbour master.' }))).toBe('invalid');
  expect((await postComment(ines, { postId: said.id, body: 'Who says weight thief?' })).status).toBe('visible');
});

test('the blog’s owner, editors and moderators write its lists, and nobody else; the site’s are for its moderators', async () => {
  const { ines, khanh, tide } = await scene();
  const [editor, moderator, writer, judit, ada] = [
    await member(),
    await member(),
    await member(),
    await member({ role: 'moderator' }),
    await member({ role: 'admin' }),
  ];
  for (const [person, role] of [
    [editor, 'editor'],
    [moderator, 'moderator'],
    [writer, 'writer'],
  ] as const)
    await db.blogMember.create({ data: { blogId: tide.id, memberId: person.id, role } });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ ines, editor, moderator, writer, khanh, judit, ada })) {
    const row: string[] = [];
    for (const blogId of [tide.id, '']) {
      row.push(await refusalOf(phrasesView(actor, blogId || null)));
      row.push(await refusalOf(tryPhrases(actor, { blogId, text: 'viagra' })));
      const seen = (await phrasesView(blogId ? ines : judit, blogId || null)).version;
      row.push(await refusalOf(set(actor, blogId, { seen, banned: `Words of ${who}` })));
    }
    table[who] = row;
  }
  const [may, no] = [
    ['done', 'done', 'done'],
    ['not-found', 'not-allowed', 'not-allowed'],
  ];
  const [ofBlog, ofSite, ofNone] = [
    [...may, ...no],
    [...no, ...may],
    [...no, ...no],
  ];
  expect(table).toEqual({
    ines: ofBlog,
    editor: ofBlog,
    moderator: ofBlog,
    writer: ofNone,
    khanh: ofNone,
    judit: ofSite,
    ada: ofSite,
  });
  await db.phraseList.deleteMany({ where: { blogId: null } });
});

test('twenty at once are one version and one entry in the log; the same again is none, and an old page is told', async () => {
  const { ines, tide } = await scene();
  const lists = { banned: 'Weight thief\n\nweight  THIEF\nsalt road', suspect: 'anchor*' };
  const sent = await twentyAtOnce(() => set(ines, tide.id, lists));
  expect(sent.filter(({ status }) => status === 'rejected')).toEqual([]);
  await set(ines, tide.id, { ...lists, seen: 0 });
  expect(await refusalOf(set(ines, tide.id, { seen: 0, banned: 'tide' }))).toBe('conflict');
  expect(await phrasesView(ines, tide.id)).toEqual({
    version: 1,
    banned: ['Weight thief', 'salt road'],
    suspect: ['anchor*'],
    changes: [{ version: 1, banned: 2, suspect: 1, by: 'Ines Duarte', createdAt: expect.any(Date) }],
  });
  const { entries } = await auditLog(ines, undefined);
  expect(entries.map(({ action, reason, actor, post: where }) => [action, reason, actor?.name, where?.title])).toEqual([
    ['phrases-changed', '1', 'Ines Duarte', 'Low Tide'],
  ]);
});

test('bad lines are named, and nothing is saved of a list that has one', async () => {
  const { ines, tide } = await scene();
  await expect(set(ines, tide.id, { banned: 'tide\na\nwe*ight\nwe*', suspect: 'x'.repeat(81) })).rejects.toMatchObject({
    reason: 'invalid',
    fields: { banned: 'phrase-too-short:2 phrase-star-not-last:3 phrase-stem-too-short:4', suspect: 'phrase-too-long:1' },
  });
  const many = Array.from({ length: 507 }, (_, nth) => `word${nth}s`).join('\n');
  await expect(set(ines, tide.id, { banned: many })).rejects.toMatchObject({
    fields: { banned: [501, 502, 503, 504, 505].map((line) => `phrase-too-many:${line}`).join(' ') },
  });
  await expect(set(ines, tide.id, { banned: 'x'.repeat(50_001) })).rejects.toMatchObject({ fields: { banned: 'too-long' } });
  expect((await phrasesView(ines, tide.id)).version).toBe(0);
});

test('a text that is tried says which phrase it meets, and leaves nothing behind', async () => {
  const { ines, tide } = await scene();
  await set(ines, tide.id, { banned: 'weight thie*', suspect: 'harbour master' });
  const text = 'The harbour master is a W3IGHT THIEF.';
  expect(await tryPhrases(ines, { blogId: tide.id, text })).toEqual({ text, banned: 'weight thie*', suspect: 'harbour master' });
  expect(await tryPhrases(ines, { blogId: tide.id, text: 'The tide.' })).toEqual({ text: 'The tide.', banned: null, suspect: null });
});

test('the lists are in the archive of who may write them, and go with the blog', async () => {
  const { ines, khanh, tide } = await scene();
  await db.blogMember.create({ data: { blogId: tide.id, memberId: khanh.id, role: 'writer' } });
  await set(ines, tide.id, { banned: 'weight thief' });
  const lists = async (person: FactoryMember) =>
    JSON.parse(strFromU8(unzipSync(await archiveOf(person))['phrase-lists.json'] as Uint8Array));
  expect(await lists(ines)).toMatchObject([{ blogId: tide.id, version: 1, banned: ['weight thief'] }]);
  expect(await lists(khanh)).toEqual([]);
  await db.blog.delete({ where: { id: tide.id } });
  expect(await db.phraseList.count({ where: { blogId: tide.id } })).toBe(0);
});

test('what the site’s moderators write takes the place of what came with the software, on every blog', async () => {
  const { sade, said, elsewhere } = await scene();
  const judit = await member({ name: 'Judit Szabo', role: 'moderator' });
  expect(await phrasesView(judit, null)).toMatchObject({ version: 2, banned: expect.arrayContaining(['viagra']), changes: [] });
  await set(judit, '', { seen: 2, banned: 'salt road', suspect: 'dear weigher' });
  const hit = await postComment(sade, { postId: elsewhere.id, body: 'Down the salt road.' });
  expect([hit.status, (await postComment(sade, { postId: said.id, body: 'Is Viagra a river?' })).status]).toEqual(['rejected', 'visible']);
  expect(await db.moderationEvent.findFirstOrThrow({ where: { commentId: hit.id } })).toMatchObject({
    rule: 'banned-word',
    ruleVersion: 3,
  });
  await set(judit, '', { seen: 3, banned: 'viagra', suspect: '' });
  expect((await postComment(sade, { postId: said.id, body: 'Up the salt road.' })).status).toBe('visible');
});

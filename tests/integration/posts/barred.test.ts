import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { changeProfile } from '@/lib/accounts/commands/profile';
import { changeBlog, openBlog, setBlogRole } from '@/lib/blogs/commands';
import { db } from '@/lib/db/client';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { bookmark } from '@/lib/posts/commands/bookmark';
import { publishPost, unpublishPost } from '@/lib/posts/commands/publish';
import { react } from '@/lib/posts/commands/react';
import { deletePost, saveDraft, startPost } from '@/lib/posts/commands/write';
import { blog, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf } from '../../support/refusal';

async function scene() {
  const [teo, judit, other] = [await member({ name: 'Teo' }), await member({ role: 'moderator' }), await member()];
  const own = await blog({ owner: teo });
  return { teo, judit, other, own, theirs: await post({ blog: await blog({ owner: other }), author: other }) };
}

const fields = (handle: string) => ({ name: 'Low Tide', handle, description: '', language: 'en', colour: 'sea' });
const NOTHING = { openBlog: '', changeBlog: '', setBlogRole: '', startPost: '', publish: '', bulb: '', profile: '' };
const all = (answer: string) => Object.fromEntries(Object.keys(NOTHING).map((deed) => [deed, answer]));

async function deeds(actor: FactoryMember, { own, theirs, other }: Awaited<ReturnType<typeof scene>>): Promise<typeof NOTHING> {
  const draft = await post({ blog: own, author: actor, publishedDaysAgo: null });
  return {
    openBlog: await refusalOf(openBlog(actor, { ...fields(`tide-${randomUUID().slice(0, 8)}`), submissionKey: randomUUID() })),
    changeBlog: await refusalOf(changeBlog(actor, { ...fields(own.handle), blogId: own.id })),
    setBlogRole: await refusalOf(setBlogRole(actor, { blogId: own.id, handle: other.handle, role: 'writer' })),
    startPost: await refusalOf(startPost(actor, { blogId: own.id, submissionKey: randomUUID() })),
    publish: await refusalOf(publishPost(actor, { postId: draft.id })),
    bulb: await refusalOf(react(actor, { postId: theirs.id, on: '1' })),
    profile: await refusalOf(
      changeProfile(actor, { name: `Teo ${randomUUID().slice(0, 4)}`, handle: actor.handle, bio: '', language: 'en' }),
    ),
  };
}

test('who is banned or suspended on the whole site publishes nothing, opens no blog and gives no bulbs, until it ends', async () => {
  for (const kind of [{ kind: 'banned' }, { kind: 'suspended', days: '7' }]) {
    const at = await scene();
    const { teo, judit } = at;
    expect(await deeds(teo, at)).toEqual(all('done'));
    await sanction(judit, { handle: teo.handle, ...kind, reason: 'spam' });
    expect(await deeds(teo, at)).toEqual(all('not-allowed'));
    const { id: sanctionId } = await db.sanction.findFirstOrThrow({ where: { memberId: teo.id } });
    await lift(judit, { sanctionId });
    expect(await deeds(teo, at)).toEqual(all('done'));
  }
});

test('what is theirs they may still write down, keep for later, take from readers and delete', async () => {
  const { teo, judit, own, theirs } = await scene();
  const said = await post({ blog: own, author: teo });
  await react(teo, { postId: theirs.id, on: '1' });
  await sanction(judit, { handle: teo.handle, kind: 'banned', reason: 'spam' });
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'For later.' }] }] };
  expect(await refusalOf(saveDraft(teo, { postId: said.id, version: 1, title: 'For later', document }))).toBe('done');
  expect(await refusalOf(bookmark(teo, { postId: theirs.id, on: '1' }))).toBe('done');
  expect(await refusalOf(react(teo, { postId: theirs.id, on: '0' }))).toBe('done');
  const { name } = await db.member.findUniqueOrThrow({ where: { id: teo.id } });
  expect(await refusalOf(changeProfile(teo, { name, handle: teo.handle, bio: '', language: 'vi' }))).toBe('done');
  expect(await refusalOf(unpublishPost(teo, { postId: said.id }))).toBe('done');
  expect(await refusalOf(publishPost(teo, { postId: said.id }))).toBe('not-allowed');
  expect(await refusalOf(deletePost(teo, { postId: said.id }))).toBe('done');
});

test('who is limited, or barred in another blog, is not barred from this', async () => {
  const at = await scene();
  const { teo, judit, other } = at;
  await sanction(judit, { handle: teo.handle, kind: 'limited', days: '7', reason: 'spam' });
  const elsewhere = await blog({ owner: other });
  await sanction(other, { handle: teo.handle, blogId: elsewhere.id, kind: 'banned', reason: 'unkind' });
  expect(await deeds(teo, at)).toEqual(all('done'));
  const there = await post({ blog: elsewhere, author: other });
  expect(await refusalOf(react(teo, { postId: there.id, on: '1' }))).toBe('not-allowed');
});

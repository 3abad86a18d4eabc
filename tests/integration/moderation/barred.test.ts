import { expect, test } from 'vitest';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { vote } from '@/lib/comments/commands/vote';
import { oneComment } from '@/lib/comments/one';
import { db } from '@/lib/db/client';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { mark, setThread, trustVotes } from '@/lib/moderation/commands/thread';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf } from '../../support/refusal';

/** Ines runs a blog in which Teo wrote a post as a guest and Sade answered; Judit moderates the site. */
async function scene() {
  const [ines, judit, teo, sade] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Judit Szabo', role: 'moderator' }),
    await member({ name: 'Teo' }),
    await member({ name: 'Sade Okafor' }),
  ];
  const tide = await blog({ owner: ines });
  const said = await post({ blog: tide, author: teo });
  return { ines, judit, teo, sade, tide, said, words: await comment({ post: said, author: sade }) };
}

type Scene = Awaited<ReturnType<typeof scene>>;
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

async function deeds(actor: FactoryMember, { said, sade }: Scene, now = new Date()) {
  const { id: commentId } = await comment({ post: said, author: sade });
  return {
    vote: await refusalOf(vote(actor, { commentId, value: 1 }, now)),
    report: await refusalOf(reportComment(actor, { commentId, reason: 'spam' }, now)),
    pin: await refusalOf(mark(actor, { commentId, what: 'pin', on: '1' }, now)),
    highlight: await refusalOf(mark(actor, { commentId, what: 'highlight', on: '1' }, now)),
    close: await refusalOf(setThread(actor, { postId: said.id, state: 'closed' }, now)),
  };
}

const NONE = { vote: 'not-allowed', report: 'not-allowed', pin: 'not-allowed', highlight: 'not-allowed', close: 'not-allowed' };
const ALL = { vote: 'done', report: 'done', pin: 'done', highlight: 'done', close: 'done' };

test('whoever is suspended in a blog neither votes, reports, pins nor closes there; when it ends, they do', async () => {
  const at = await scene();
  const { ines, teo, tide } = at;
  expect(await deeds(teo, at)).toEqual(ALL);
  await setThread(teo, { postId: at.said.id, state: 'open' });
  await sanction(ines, { handle: teo.handle, blogId: tide.id, kind: 'suspended', days: '7', reason: 'unkind' });
  expect(await deeds(teo, at)).toEqual(NONE);
  expect(await oneComment(teo, at.words.id, new Date())).toMatchObject({ mayReport: false, mayMark: false });
  const elsewhere = await scene();
  expect(await refusalOf(vote(teo, { commentId: elsewhere.words.id, value: 1 }))).toBe('done');
  expect(await deeds(teo, at, later(8))).toEqual(ALL);
});

test('a ban on the whole site binds those who run a blog, too, until it is lifted', async () => {
  const at = await scene();
  const { ines, judit } = at;
  await sanction(judit, { handle: ines.handle, kind: 'banned', reason: 'spam' });
  expect(await deeds(ines, at)).toEqual(NONE);
  expect(await refusalOf(trustVotes(ines, { commentId: at.words.id, on: '1' }))).toBe('not-allowed');
  const { id } = await db.sanction.findFirstOrThrow({ where: { memberId: ines.id } });
  await lift(judit, { sanctionId: id });
  expect(await deeds(ines, at)).toEqual(ALL);
  expect(await refusalOf(trustVotes(ines, { commentId: at.words.id, on: '1' }))).toBe('done');
});

test('a limit on what somebody writes takes no vote and no report from them', async () => {
  const at = await scene();
  await sanction(at.ines, { handle: at.teo.handle, blogId: at.tide.id, kind: 'limited', days: '7', reason: 'unkind' });
  expect(await deeds(at.teo, at)).toEqual(ALL);
});

import { expect, test } from 'vitest';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { vote } from '@/lib/comments/commands/vote';
import { oneComment } from '@/lib/comments/one';
import { db } from '@/lib/db/client';
import { viewerOf } from '@/lib/discovery/viewer';
import { appeal } from '@/lib/moderation/commands/appeal';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { carryOut } from '@/lib/moderation/commands/carry-out';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { lift } from '@/lib/moderation/commands/lift';
import { look } from '@/lib/moderation/commands/look';
import { sanction } from '@/lib/moderation/commands/sanction';
import { setPhrases } from '@/lib/moderation/commands/set-phrases';
import { mark, setThread, trustVotes } from '@/lib/moderation/commands/thread';
import { undo } from '@/lib/moderation/commands/undo';
import { queue } from '@/lib/moderation/queue/page';
import { blog, comment, type FactoryMember, member, post, sessionOf } from '../../factories/people';
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

/** All that a role in a blog lets somebody do about others' words, each on something new. */
async function judging(actor: FactoryMember, { said, sade, judit, tide }: Scene) {
  const [held, shown, away, other] = [
    await comment({ post: said, author: sade, status: 'held' }),
    await comment({ post: said, author: sade }),
    await comment({ post: said, author: sade }),
    await member({ name: 'Pavel' }),
  ];
  await decide(judit, { commentId: away.id, revision: 1, decision: 'remove', reason: 'spam' });
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: away.id, action: 'removed' } });
  await appeal(sade, { eventId, text: 'It was no spam at all.' });
  const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { eventId } });
  const { version } = (await db.phraseList.findFirst({ where: { blogId: tide.id }, orderBy: { version: 'desc' } })) ?? { version: 0 };
  const step = { do: 'decide', batchId: crypto.randomUUID(), decision: 'approve', items: [{ commentId: held.id, revision: 1, seen: '' }] };
  return {
    queue: await refusalOf(queue(actor)),
    look: await refusalOf(look(actor, { commentId: held.id })),
    desk: await carryOut(actor, { steps: [step] }).then(
      ([made]) => (made?.do === 'decide' ? made.outcomes[0]?.kind : ''),
      (error) => error.reason,
    ),
    remove: await refusalOf(decide(actor, { commentId: shown.id, revision: 1, decision: 'remove', reason: 'spam' })),
    appeal: await refusalOf(decideAppeal(actor, { appealId, outcome: 'reversed', words: 'It stays.' })),
    limit: await refusalOf(sanction(actor, { handle: other.handle, blogId: tide.id, kind: 'limited', days: '7', reason: 'spam' })),
    sweep: await refusalOf(banAndRemove(actor, { handle: other.handle, blogId: tide.id, days: 3, reason: 'spam', note: '' })),
    phrases: await refusalOf(setPhrases(actor, { blogId: tide.id, seen: version, banned: `herring ${version}`, suspect: '' })),
  };
}

test('who is banned or suspended judges nobody, whatever role they have, nor takes back what they had judged', async () => {
  const at = await scene();
  const { ines, judit, teo, sade, tide, said } = at;
  const yes = { queue: 'done', look: 'done', desk: 'done', remove: 'done', appeal: 'done', limit: 'done', sweep: 'done', phrases: 'done' };
  const no = {
    queue: 'not-found',
    look: 'not-found',
    desk: 'not-found',
    remove: 'not-allowed',
    appeal: 'not-found',
    limit: 'not-allowed',
    sweep: 'not-allowed',
    phrases: 'not-allowed',
  };
  await db.blogMember.create({ data: { blogId: tide.id, memberId: teo.id, role: 'moderator' } });
  const session = await sessionOf(ines);
  const sees = async () => (await viewerOf(session, { post: said.id, blog: null })).canModerate;
  expect([await judging(ines, at), await judging(teo, at), await sees()]).toEqual([yes, yes, true]);
  const before = await comment({ post: said, author: sade });
  await decide(ines, { commentId: before.id, revision: 1, decision: 'remove', reason: 'spam' });
  const waits = await comment({ post: said, author: sade, status: 'held' });

  await sanction(judit, { handle: ines.handle, kind: 'suspended', days: '7', reason: 'unkind' });
  expect([await judging(ines, at), await sees()]).toEqual([no, false]);
  expect(await refusalOf(undo(ines, { commentId: before.id }))).toBe('not-found');
  expect(await oneComment(ines, waits.id, new Date())).toBeNull();
  const { id } = await db.sanction.findFirstOrThrow({ where: { memberId: ines.id } });
  expect(await refusalOf(lift(ines, { sanctionId: id }))).toBe('not-allowed');
  // The others of the blog go on.
  expect(await judging(teo, at)).toEqual(yes);
  await lift(judit, { sanctionId: id });
  expect([await judging(ines, at), await sees()]).toEqual([yes, true]);
  expect(await refusalOf(undo(ines, { commentId: before.id }))).toBe('done');
});

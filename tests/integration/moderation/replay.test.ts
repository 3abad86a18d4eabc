import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Member } from '@/lib/accounts/actor';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { statusFrom } from '@/lib/comments/status';
import { db } from '@/lib/db/client';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { appeal } from '@/lib/moderation/commands/appeal';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { releaseComment } from '@/lib/moderation/commands/release-comment';
import { undo } from '@/lib/moderation/commands/undo';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { blog, member, post } from '../../factories/people';
import { refusalOf } from '../../support/refusal';

const STEPS = [
  'approve',
  'lower',
  'undo',
  'remove',
  'hide',
  'release',
  'edit',
  'edit-badly',
  'withdraw',
  'appeal',
  'uphold',
  'reverse',
  'reverse-own',
  'sweep',
  'undo-sweep',
  'appeal-ban',
  'grant-ban',
] as const;
type Step = (typeof STEPS)[number];

/** After which statuses a step may be done; all else is refused. */
const LEGAL: Partial<Record<Step, readonly string[]>> = {
  approve: ['held', 'visible', 'rejected'],
  lower: ['held', 'visible'],
  remove: ['held', 'visible', 'removed'],
  hide: ['visible'],
  edit: ['held', 'visible'],
  'edit-badly': ['held', 'visible'],
  withdraw: ['held', 'visible', 'rejected', 'withdrawn'],
  appeal: ['held', 'rejected', 'removed'],
};

async function people() {
  const [owner, judit, ada] = [await member(), await member({ role: 'moderator' }), await member({ role: 'admin' })];
  const [teo, mai] = [await member({ name: 'Teo' }), await member({ name: 'Mai', joinedDaysAgo: 0 })];
  const reporters = await Promise.all(Array.from({ length: 3 }, () => member({ role: 'moderator' })));
  const said = await post({ blog: await blog({ owner }), author: owner });
  // Someone known here is shown at once.
  const elsewhere = await post({ blog: await blog({ owner }), author: owner });
  await db.comment.createMany({
    data: Array.from({ length: 6 }, () => ({
      postId: elsewhere.id,
      authorId: teo.id,
      body: 'Read and shown.',
      status: 'visible' as const,
      submissionKey: crypto.randomUUID(),
      createdAt: new Date(Date.now() - 60 * 86_400_000),
    })),
  });
  return { owner, judit, ada, teo, mai, reporters, said };
}
const toTheEnd = async (sweepId: string) => {
  for (let piece = 0; piece < 3; piece += 1) await advanceSweep(sweepId);
};
type People = Awaited<ReturnType<typeof people>>;

const rowOf = (id: string) => db.comment.findUniqueOrThrow({ where: { id } });
const eventsOf = (commentId: string) => db.moderationEvent.findMany({ where: { commentId }, orderBy: { seq: 'asc' } });

async function take(step: Step, id: string, writer: Member, { owner, judit, ada, reporters }: People): Promise<unknown> {
  const { revision } = await rowOf(id);
  const taking = (await eventsOf(id)).findLast(
    ({ action, toStatus }) => action === 'hidden' || toStatus === 'removed' || toStatus === 'rejected',
  );
  const open = await db.appeal.findFirst({ where: { event: { commentId: id } }, orderBy: { createdAt: 'desc' } });
  const sweep = await db.sweep.findFirst({ where: { memberId: writer.id }, orderBy: { id: 'desc' } });
  const ban = await db.moderationEvent.findFirst({ where: { sweepId: sweep?.id ?? null, action: 'banned', personId: writer.id } });
  const banAppeal = await db.appeal.findFirst({ where: { eventId: ban?.id ?? writer.id } });
  const none = '01900000-0000-7000-8000-000000000000';
  const words = { body: `Words number ${Math.random()}`, commentId: id };
  switch (step) {
    case 'approve':
      return decide(owner, { commentId: id, revision, decision: 'approve' });
    case 'lower':
      return decide(owner, { commentId: id, revision, decision: 'lower' });
    case 'undo':
      return undo(owner, { commentId: id });
    case 'release':
      return releaseComment(id, new Date(Date.now() + 86_400_000));
    case 'remove':
      return decide(judit, { commentId: id, revision, decision: 'remove', reason: 'unkind' });
    case 'hide':
      for (const reporter of reporters) await reportComment(reporter, { commentId: id, reason: 'spam' });
      return;
    case 'edit':
      return editComment(writer, words);
    case 'edit-badly':
      return editComment(writer, {
        ...words,
        body: `${words.body} https://a.example https://b.example https://c.example https://d.example`,
      });
    case 'withdraw':
      return withdrawComment(writer, { commentId: id });
    case 'appeal':
      return appeal(writer, { eventId: taking?.id ?? none, text: 'Please look again.' });
    case 'uphold':
      return decideAppeal(ada, { appealId: open?.id ?? none, outcome: 'upheld', words: 'It stays.' });
    case 'reverse':
      return decideAppeal(ada, { appealId: open?.id ?? none, outcome: 'reversed' });
    case 'reverse-own':
      return decideAppeal(taking?.actorId === judit.id ? judit : writer, { appealId: open?.id ?? none, outcome: 'reversed' });
    case 'sweep':
      await toTheEnd((await banAndRemove(judit, { handle: writer.handle, days: 1, reason: 'spam' })).sweepId);
      return;
    case 'undo-sweep':
      await undoSweep(judit, { sweepId: sweep?.id ?? none });
      await toTheEnd(sweep?.id ?? none);
      return;
    case 'appeal-ban':
      return appeal(writer, { eventId: ban?.id ?? none, text: 'Please look again at all of it.' });
    case 'grant-ban':
      await decideAppeal(ada, { appealId: banAppeal?.id ?? none, outcome: 'reversed' });
      await toTheEnd(sweep?.id ?? none);
      return;
  }
}

test('whatever is done, replaying the events gives the status, and the count is a recount', { timeout: 240_000 }, async () => {
  const town = await people();
  const met = new Set<string>();
  // Chance alone seldom gets from a removal through an appeal to its answer.
  const stretch = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...STEPS).map((step): Step[] => [step]) },
    { weight: 1, arbitrary: fc.constantFrom<Step>('lower', 'approve', 'release').map((next): Step[] => ['hide', next, 'undo']) },
    { weight: 1, arbitrary: fc.constantFrom<Step[]>(['sweep', 'undo-sweep'], ['sweep', 'appeal-ban', 'grant-ban']) },
    { weight: 1, arbitrary: fc.constantFrom<Step>('uphold', 'reverse').map((answer): Step[] => ['remove', 'appeal', answer]) },
  );
  const journey = fc.record({ newcomer: fc.boolean(), steps: fc.array(stretch, { minLength: 3, maxLength: 6 }).map((all) => all.flat()) });
  await fc.assert(
    fc.asyncProperty(journey, async ({ newcomer, steps }) => {
      await db.limitCounter.deleteMany();
      await db.sweep.deleteMany();
      await db.sanction.deleteMany();
      const writer = newcomer ? town.mai : town.teo;
      // Neither a flood nor a record of earlier journeys.
      await db.comment.deleteMany({ where: { postId: town.said.id } });
      await db.post.update({ where: { id: town.said.id }, data: { commentCount: 0 } });
      const { id } = await postComment(writer, { postId: town.said.id, body: `The third weight was light ${Math.random()}` });
      for (const step of steps) {
        const before = await rowOf(id);
        const events = (await eventsOf(id)).length;
        const answer = await refusalOf(take(step, id, writer, town));
        const after = await rowOf(id);
        const replayed = statusFrom(await eventsOf(id));
        expect(replayed, `${steps} at ${step}`).toBe(after.status);
        const counted = await db.comment.count({ where: { postId: town.said.id, status: 'visible' } });
        expect((await db.post.findUniqueOrThrow({ where: { id: town.said.id } })).commentCount).toBe(counted);
        expect(after.createdAt).toEqual(before.createdAt);
        const legal = LEGAL[step];
        // Whoever appeals again gets the first receipt, and nothing happens.
        const illegal = step === 'reverse-own' || (legal && !legal.includes(before.status));
        if (illegal && step !== 'appeal') expect(answer, `${step} of ${before.status}`).not.toBe('done');
        // A refusal leaves no trace.
        if (answer !== 'done' || illegal) expect([after.status, (await eventsOf(id)).length]).toEqual([before.status, events]);
        met.add(`${step}:${answer === 'done' ? after.status : 'refused'}`);
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  for (const wanted of [
    'approve:visible',
    'remove:removed',
    'hide:held',
    'lower:visible',
    'undo:held',
    'release:visible',
    'withdraw:withdrawn',
    'appeal:removed',
    'reverse:visible',
    'uphold:removed',
    'reverse-own:refused',
    'sweep:removed',
    'undo-sweep:visible',
    'grant-ban:visible',
  ])
    expect(met, [...met].join(' ')).toContain(wanted);
});

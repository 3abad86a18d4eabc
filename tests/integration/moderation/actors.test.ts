import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { mute } from '@/lib/comments/commands/mute';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { vote } from '@/lib/comments/commands/vote';
import { db } from '@/lib/db/client';
import { appeal } from '@/lib/moderation/commands/appeal';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { carryOut } from '@/lib/moderation/commands/carry-out';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { decide, settle } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { decideMany } from '@/lib/moderation/commands/decide-many';
import { leaveOut } from '@/lib/moderation/commands/leave-out';
import { lift } from '@/lib/moderation/commands/lift';
import { look } from '@/lib/moderation/commands/look';
import { sanction } from '@/lib/moderation/commands/sanction';
import { setPhrases } from '@/lib/moderation/commands/set-phrases';
import { mark, setThread, trustVotes } from '@/lib/moderation/commands/thread';
import { undo } from '@/lib/moderation/commands/undo';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { moderatedBlogIds } from '@/lib/moderation/queries';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf } from '../../support/refusal';

/** Ines runs a blog in which Teo wrote a post as a guest; Sade wrote under it, and what is done is done about her. */
async function scene() {
  const [ines, teo, sade, judit, ada] = [
    await member({ name: 'Ines' }),
    await member({ name: 'Teo' }),
    await member({ name: 'Sade' }),
    await member({ name: 'Judit', role: 'moderator' }),
    await member({ name: 'Ada', role: 'admin' }),
  ];
  const [editor, writer, blogModerator, banned, elsewhere, reader] = [
    await member({ name: 'Editor' }),
    await member({ name: 'Writer' }),
    await member({ name: 'Blog Moderator' }),
    await member({ name: 'Banned Owner' }),
    await member({ name: 'Elsewhere' }),
    await member({ name: 'Reader' }),
  ];
  const tide = await blog({
    owner: ines,
    others: [
      { member: editor, role: 'editor' },
      { member: writer, role: 'writer' },
      { member: blogModerator, role: 'moderator' },
    ],
  });
  await db.blogMember.create({ data: { blogId: tide.id, memberId: banned.id, role: 'owner' } });
  await db.sanction.create({ data: { memberId: banned.id, kind: 'banned', reason: 'spam' } });
  await blog({ owner: elsewhere });
  const said = await post({ blog: tide, author: teo });
  const actors = { ada, judit, ines, editor, blogModerator, teo, sade, writer, elsewhere, reader, banned };
  return { ...actors, actors, tide, said };
}

type Scene = Awaited<ReturnType<typeof scene>>;
type Row = (actor: FactoryMember, at: Scene) => Promise<string>;

const reason = 'spam';
const shown = ({ said, sade }: Scene) => comment({ post: said, author: sade, minutesAgo: 2 });
const kindOf = (run: Promise<{ kind: string }[]>) =>
  run.then(
    ([one]) => one?.kind ?? '',
    (error) => error.reason as string,
  );
/** Decided by another of the site, so that nobody of the table is the first judge. */
async function taken(at: Scene): Promise<{ commentId: string; eventId: string }> {
  const { id: commentId } = await shown(at);
  await decide(await member({ role: 'moderator' }), { commentId, revision: 1, decision: 'remove', reason });
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { commentId, action: 'removed' } });
  return { commentId, eventId };
}
async function sanctioned({ tide }: Scene): Promise<string> {
  const { id: memberId } = await member({ name: 'Pavel' });
  return (await db.sanction.create({ data: { memberId, blogId: tide.id, kind: 'limited', reason } })).id;
}

/** Each command, on something new. The names are those of the files' functions. */
const COMMANDS: Record<string, Row> = {
  postComment: (actor, { said }) => refusalOf(postComment(actor, { postId: said.id, body: `The weights of ${randomUUID()}.` })),
  editComment: async (actor, at) => refusalOf(editComment(actor, { commentId: (await shown(at)).id, body: 'Said otherwise.' })),
  withdrawComment: async (actor, at) => refusalOf(withdrawComment(actor, { commentId: (await shown(at)).id })),
  reportComment: async (actor, at) => refusalOf(reportComment(actor, { commentId: (await shown(at)).id, reason })),
  vote: async (actor, at) => refusalOf(vote(actor, { commentId: (await shown(at)).id, value: 1 })),
  mute: (actor, { sade }) => refusalOf(mute(actor, { memberId: sade.id, on: '1' })),
  decide: async (actor, at) => refusalOf(decide(actor, { commentId: (await shown(at)).id, revision: 1, decision: 'remove', reason })),
  settle: async (actor, at) => {
    const made = { commentId: (await shown(at)).id, revision: 1, decision: 'remove' as const, reason: 'spam' as const, note: '' };
    return kindOf(settle(actor, await moderatedBlogIds(actor), made).then((one) => [one]));
  },
  decideMany: async (actor, at) => {
    const items = [{ commentId: (await shown(at)).id, revision: 1 }];
    return kindOf(decideMany(actor, { items, decision: 'remove', reason, batchId: randomUUID() }));
  },
  carryOut: async (actor, at) => {
    const items = [{ commentId: (await shown(at)).id, revision: 1 }];
    const made = carryOut(actor, { steps: [{ do: 'decide', items, decision: 'remove', reason, batchId: randomUUID() }] });
    return kindOf(made.then(([one]) => (one?.do === 'decide' ? one.outcomes : [])));
  },
  // Of another's decision there is nothing to undo for anybody.
  undo: async (actor, at) => refusalOf(undo(actor, { commentId: (await taken(at)).commentId })),
  look: async (actor, at) => refusalOf(look(actor, { commentId: (await shown(at)).id })),
  appeal: async (actor, at) => refusalOf(appeal(actor, { eventId: (await taken(at)).eventId, text: 'It was none.' })),
  decideAppeal: async (actor, at) => {
    const { eventId } = await taken(at);
    const { id: appealId } = await appeal(at.sade, { eventId, text: 'It was none.' });
    return refusalOf(decideAppeal(actor, { appealId, outcome: 'reversed', words: '' }));
  },
  sanction: async (actor, { tide }) => {
    const { handle } = await member();
    return refusalOf(sanction(actor, { handle, blogId: tide.id, kind: 'limited', days: '7', reason }));
  },
  banAndRemove: async (actor, { tide }) => {
    const { handle } = await member();
    return refusalOf(banAndRemove(actor, { handle, blogId: tide.id, days: 1, reason }));
  },
  lift: async (actor, at) => refusalOf(lift(actor, { sanctionId: await sanctioned(at) })),
  undoSweep: async (actor, { tide, judit }) => {
    const { sweepId } = await banAndRemove(judit, { handle: (await member()).handle, blogId: tide.id, days: 1, reason });
    return refusalOf(undoSweep(actor, { sweepId }));
  },
  setThread: (actor, { said }) => refusalOf(setThread(actor, { postId: said.id, state: 'locked' })),
  mark: async (actor, at) => refusalOf(mark(actor, { commentId: (await shown(at)).id, what: 'pin', on: '1' })),
  trustVotes: async (actor, at) => refusalOf(trustVotes(actor, { commentId: (await shown(at)).id, on: '1' })),
  setPhrases: async (actor, { tide }) => {
    const latest = await db.phraseList.findFirst({ where: { blogId: tide.id }, orderBy: { version: 'desc' } });
    return refusalOf(setPhrases(actor, { blogId: tide.id, seen: latest?.version ?? 0, banned: randomUUID(), suspect: '' }));
  },
  changeRole: async (actor) => refusalOf(changeRole(actor, { handle: (await member()).handle, role: 'moderator' })),
  leaveOut: async (actor) => refusalOf(leaveOut(actor, { handle: (await member({ role: 'moderator' })).handle, on: '1' })),
};

/** What nobody asks for: the work of jobs. */
const JOBS = ['eraseWithdrawn', 'establishBlogs', 'markAnswered', 'recountVotes', 'advanceSweep', 'releaseComment'];

test('each command of comments and moderation is in the table', () => {
  const named = ['comments', 'moderation'].flatMap((noun) => {
    const folder = path.resolve(import.meta.dirname, `../../../lib/${noun}/commands`);
    const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    return files.flatMap((text) => [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name));
  });
  expect(named.toSorted()).toEqual([...Object.keys(COMMANDS), ...JOBS].toSorted());
});

const SIGNS: Record<string, string> = { done: '+', 'not-allowed': '-', 'not-found': '?', invalid: '!' };

/**
 * Done, not allowed, not found, refused beside the field; by: an admin, a moderator of the site | the blog's owner, editor and moderator
 * | the post's writer, the comment's | a writer of the blog, an owner of another, a reader | an owner whom the site has banned.
 */
const TABLE: Record<keyof typeof COMMANDS, string> = {
  postComment: '++ +++ ++ +++ !',
  editComment: '-- --- -+ --- -',
  withdrawComment: '-- --- -+ --- -',
  reportComment: '++ +++ +- +++ -',
  vote: '++ +++ +- +++ -',
  mute: '++ +++ +- +++ +',
  decide: '++ +++ -- --- -',
  settle: '++ +++ -- --- -',
  decideMany: '++ +++ ?? ?-? ?',
  carryOut: '++ +++ ?? ?-? ?',
  undo: '?? ??? ?? ??? ?',
  look: '++ +++ ?? ??? ?',
  appeal: '?? ??? ?+ ??? ?',
  decideAppeal: '++ +++ ?? ??? ?',
  sanction: '++ +++ -- --- -',
  banAndRemove: '++ +++ -- --- -',
  lift: '++ +++ -- --- -',
  undoSweep: '++ +++ -- --- -',
  setThread: '++ +++ -- --- -',
  mark: '++ +++ +- --- -',
  trustVotes: '++ +++ -- --- -',
  setPhrases: '-- +++ -- --- -',
  changeRole: '+- --- -- --- -',
  leaveOut: '+- --- -- --- -',
};

test('who may do what', { timeout: 240_000 }, async () => {
  const at = await scene();
  const found: Record<string, string> = {};
  for (const [command, run] of Object.entries(COMMANDS)) {
    const signs: string[] = [];
    for (const actor of Object.values(at.actors)) {
      await db.limitCounter.deleteMany();
      await db.post.update({ where: { id: at.said.id }, data: { threadState: 'open', slowSeconds: 0 } });
      const answer = await run(actor, at);
      signs.push(SIGNS[answer] ?? answer);
    }
    found[command] = signs.join('').replace(/^(..)(...)(..)(...)(.)$/, '$1 $2 $3 $4 $5');
  }
  expect(found).toEqual(TABLE);
});

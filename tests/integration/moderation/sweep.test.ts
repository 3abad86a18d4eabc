import { expect, test } from 'vitest';
import { postComment } from '@/lib/comments/commands/post-comment';
import { db } from '@/lib/db/client';
import { advanceSweep } from '@/lib/moderation/commands/advance-sweep';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { decideMany } from '@/lib/moderation/commands/decide-many';
import { lift } from '@/lib/moderation/commands/lift';
import { undo } from '@/lib/moderation/commands/undo';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { monthlyNumbers, publicLog } from '@/lib/moderation/public-log';
import { auditLog } from '@/lib/moderation/queries';
import { sanctionMail, sweepUndoneMail } from '@/lib/moderation/sanction-mail';
import { recordOf } from '@/lib/moderation/standing';
import { comment, type FactoryMember, member, post } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { asked, consistent, DAY, jobs, scene, statusOf, sweepOf, toTheEnd } from './swept';

test('who may ban and remove whom, where', async () => {
  const { ines, bao, judit, pavel, tide } = await scene();
  const [ada, stranger, writer] = [await member({ role: 'admin' }), await member(), await member()];
  await db.blogMember.create({ data: { blogId: tide.id, memberId: writer.id, role: 'writer' } });
  const table: Record<string, string[]> = {};
  for (const [who, actor] of Object.entries({ ines, judit, ada, bao, writer, stranger, pavel })) {
    table[who] = [];
    for (const [person, blogId] of [
      [pavel, tide.id],
      [pavel, ''],
      [writer, tide.id],
      [judit, ''],
      [actor, tide.id],
    ] as const) {
      table[who]?.push(await refusalOf(banAndRemove(actor, asked(person, { blogId, note: who }))));
    }
  }
  const [no, yes] = ['not-allowed', 'done'];
  expect(table).toEqual({
    ines: [yes, no, no, no, no],
    judit: [yes, yes, no, no, no],
    ada: [yes, yes, no, no, no],
    bao: [no, no, no, no, no],
    writer: [no, no, no, no, no],
    stranger: [no, no, no, no, no],
    pavel: [no, no, no, no, no],
  });
  for (const days of [0, 31, 'x']) expect(await refusalOf(banAndRemove(judit, asked(pavel, { days })))).toBe('invalid');
  await expect(banAndRemove(judit, asked(pavel, { reason: '' }))).rejects.toMatchObject({ fields: { reason: 'required' } });
  await expect(banAndRemove(judit, { ...asked(pavel), handle: 'nobody' })).rejects.toMatchObject({ fields: { handle: 'unknown-person' } });
});

test('a blog’s moderator removes what stands in their blog, of the last days, and nothing else', async () => {
  const { ines, judit, pavel, tide, said, grown, written } = await scene();
  const spared = {
    'in another blog': await comment({ post: grown, author: pavel }),
    'of the day before': await comment({ post: said, author: pavel, minutesAgo: 3 * DAY + 5 }),
    'of somebody else': await comment({ post: said, author: judit }),
    rejected: await comment({ post: said, author: pavel, status: 'rejected' }),
    withdrawn: await comment({ post: said, author: pavel, status: 'withdrawn' }),
  };
  const held = await comment({ post: said, author: pavel, status: 'held' });
  const { sweepId } = await banAndRemove(ines, asked(pavel, { blogId: tide.id }));
  expect(await sweepOf(sweepId)).toMatchObject({ total: 8, done: 0, state: 'running' });
  await advanceSweep(sweepId, 3);
  expect(await sweepOf(sweepId)).toMatchObject({ done: 3, state: 'running' });
  await toTheEnd(sweepId);
  expect(await sweepOf(sweepId)).toMatchObject({ done: 8, state: 'done', byRole: 'blog' });
  for (const { id } of [...written, held]) expect(await statusOf(id)).toBe('removed');
  for (const [what, { id, status }] of Object.entries(spared)) expect([what, await statusOf(id)]).toEqual([what, status]);
  await consistent([said, grown]);
  const events = await db.moderationEvent.findMany({ where: { sweepId, commentId: { not: null } } });
  expect(events.map(({ action, reason, byRole, actorId }) => [action, reason, byRole, actorId])).toEqual(
    Array.from({ length: 8 }, () => ['removed', 'spam', 'blog', ines.id]),
  );
  // Elsewhere a site moderator reaches it.
  const everywhere = await banAndRemove(judit, asked(pavel));
  await toTheEnd(everywhere.sweepId);
  expect([await statusOf(spared['in another blog'].id), (await sweepOf(everywhere.sweepId)).done]).toEqual(['removed', 1]);
});

test('one decision, one mail, and one entry with its count in the public log and the audit', async () => {
  await db.moderationEvent.deleteMany();
  const { judit, pavel, said, written } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  await toTheEnd(sweepId);
  const { sanctionId } = await sweepOf(sweepId);
  const mail = await sanctionMail(sanctionId ?? '');
  expect(mail?.paragraphs.join(' ')).toMatch(
    /may write nothing.*Spam or advertising.*Seven times\..*last 3 days are removed with it: 7\..*You may appeal until/s,
  );
  expect([await jobs('mail.sanction', sanctionId ?? ''), await jobs('mail.comment-removed', '')]).toEqual([1, 0]);
  expect((await publicLog(undefined)).entries).toEqual([
    expect.objectContaining({ action: 'banned', reason: 'spam', role: 'site', count: 7, person: { blog: null }, post: null }),
  ]);
  expect((await auditLog(judit, undefined)).entries).toEqual([
    expect.objectContaining({ action: 'banned', sweep: { done: 7, returned: 0 }, actor: expect.objectContaining({ name: 'Judit' }) }),
  ]);
  expect(JSON.stringify((await publicLog(undefined)).entries)).not.toMatch(/Pavel|Judit|Seven/);
  await undoSweep(judit, { sweepId });
  await toTheEnd(sweepId);
  const logged = async () => (await publicLog(undefined)).entries.map(({ action, count }) => [action, count]);
  const whole = [
    ['sweep-undone', 7],
    ['banned', 7],
  ];
  expect(await logged()).toEqual(whole);
  const months = await monthlyNumbers(new Date());
  // So it stays when the comments go with their post.
  await db.post.delete({ where: { id: said.id } });
  expect([await logged(), await monthlyNumbers(new Date()), (await auditLog(judit, undefined)).entries.length]).toEqual([whole, months, 2]);
  expect(await sanctionMail(sanctionId ?? '')).toBeNull();
  expect((await sweepUndoneMail(sweepId))?.paragraphs.join(' ')).toMatch(/is taken back/);
  for (const { id } of written) expect(await jobs('comment.notify', id)).toBe(0);
});

test('twenty at once are one ban and one sweep; twenty workers at once do each piece once', async () => {
  const { judit, pavel, said } = await scene();
  const answers = await twentyAtOnce(() => banAndRemove(judit, asked(pavel)));
  expect(new Set(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.sweepId : 'refused'))).size).toBe(1);
  expect([await db.sweep.count({ where: { memberId: pavel.id } }), await db.sanction.count({ where: { memberId: pavel.id } })]).toEqual([
    1, 1,
  ]);
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  const all = await twentyAtOnce(() => advanceSweep(sweepId, 2));
  expect(all.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await sweepOf(sweepId)).toMatchObject({ done: 7, state: 'done' });
  expect(await db.moderationEvent.count({ where: { sweepId, commentId: { not: null } } })).toBe(7);
  await twentyAtOnce(() => undoSweep(judit, { sweepId }));
  expect(await db.moderationEvent.count({ where: { sweepId, action: 'sweep-undone' } })).toBe(1);
  await twentyAtOnce(() => advanceSweep(sweepId, 2));
  expect(await sweepOf(sweepId)).toMatchObject({ done: 7, returned: 7, state: 'undone' });
  await consistent([said]);
});

test('killed in the middle of a piece, there and back, it goes on from the last whole one', async () => {
  const { judit, pavel, said, written } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  /** Somebody holds a comment of the second piece while the worker is at it; then the worker's connection dies. */
  const dieAt = async (commentId: string, before: () => Promise<void>) => {
    await before();
    let dead: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`
        SELECT pg_backend_pid() AS pid FROM comment WHERE id = ${commentId}::uuid FOR NO KEY UPDATE`;
      dead = advanceSweep(sweepId, 3).then(
        () => 'alive',
        () => 'dead',
      );
      for (let tries = 0; tries < 200; tries += 1) {
        const killed = await asOwner(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE CASE WHEN datname = current_database() THEN $1 = ANY (pg_blocking_pids(pid)) END`,
          [own?.pid],
        );
        if (killed > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    expect(await dead).toBe('dead');
  };
  const ids = written.map(({ id }) => id).sort();
  await dieAt(ids[4] ?? '', () => advanceSweep(sweepId, 3));
  expect(await sweepOf(sweepId)).toMatchObject({ done: 3, state: 'running', reached: ids[2] });
  expect(await db.comment.count({ where: { postId: said.id, status: 'removed' } })).toBe(3);
  await consistent([said]);
  await toTheEnd(sweepId);
  expect(await sweepOf(sweepId)).toMatchObject({ done: 7, state: 'done' });
  await undoSweep(judit, { sweepId });
  await dieAt(ids[5] ?? '', () => advanceSweep(sweepId, 3));
  expect(await sweepOf(sweepId)).toMatchObject({ returned: 3, state: 'undoing' });
  await toTheEnd(sweepId);
  expect(await sweepOf(sweepId)).toMatchObject({ returned: 7, state: 'undone' });
  await consistent([said]);
});

test('each piece leaves the job of the next, and the last leaves none', async () => {
  const { judit, pavel } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  const met = [await jobs('sweep.advance', sweepId)];
  for (let piece = 0; piece < 4; piece += 1) {
    await advanceSweep(sweepId, 3);
    met.push(await jobs('sweep.advance', sweepId));
  }
  expect(met).toEqual([1, 2, 3, 3, 3]);
});

test('what is posted while the ban is said is there to be removed, or refused', async () => {
  const { judit, said, grown } = await scene();
  const teo = await member({ name: 'Teo' });
  for (let nth = 0; nth < 6; nth += 1) await comment({ post: grown, author: teo, minutesAgo: 40 * DAY + nth });
  const sent = Array.from({ length: 8 }, (_, nth) =>
    refusalOf(postComment(teo, { postId: said.id, body: `Words of the last moment ${nth}.` })),
  );
  await Promise.race(sent);
  const { sweepId } = await banAndRemove(judit, asked(teo));
  const answers = await Promise.all(sent);
  await toTheEnd(sweepId);
  expect(await db.comment.count({ where: { authorId: teo.id, postId: said.id, status: { in: ['held', 'visible'] } } })).toBe(0);
  expect(answers).toContain('done');
  expect(answers.every((answer) => answer === 'done' || answer === 'invalid')).toBe(true);
  await consistent([said]);
});

test('a ban waits for the comment that is being posted, and removes it too', async () => {
  const { judit, pavel, said } = await scene();
  let banned: ReturnType<typeof banAndRemove> | undefined;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`comments of ${pavel.id}`}, 0))`;
    const row = { postId: said.id, authorId: pavel.id, body: 'One more.', status: 'held' as const, submissionKey: crypto.randomUUID() };
    await tx.comment.create({ data: row });
    banned = banAndRemove(judit, asked(pavel));
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await sweepOf((await banned)?.sweepId ?? '')).toMatchObject({ total: 8 });
});

test('what is written after the ban’s moment, or given back while it runs, is not removed', async () => {
  const { judit, pavel, said, written } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  const first = written.map(({ id }) => id).sort()[0] ?? '';
  await advanceSweep(sweepId, 3);
  await undo(judit, { commentId: first });
  const later = await comment({ post: said, author: pavel, minutesAgo: 0 });
  await toTheEnd(sweepId);
  expect([await statusOf(first), await statusOf(later.id)]).toEqual(['visible', 'visible']);
  expect(await sweepOf(sweepId)).toMatchObject({ state: 'done', done: 7 });
  await consistent([said]);
});

test('a ban that is ended by hand removes no more; what it had removed can still be taken back', async () => {
  const { judit, pavel, said, written } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  const { sanctionId } = await sweepOf(sweepId);
  await advanceSweep(sweepId, 3);
  await twentyAtOnce(() => lift(judit, { sanctionId }));
  const later = await postComment(pavel, { postId: said.id, body: 'I may write again.' });
  await toTheEnd(sweepId);
  const removed = () => db.comment.count({ where: { id: { in: written.map(({ id }) => id) }, status: 'removed' } });
  expect([await removed(), await statusOf(later.id)]).toEqual([3, later.status]);
  expect(await sweepOf(sweepId)).toMatchObject({ state: 'done', done: 3, total: 7, endedAt: expect.any(Date) });
  expect((await recordOf(judit, pavel.handle, new Date())).sweeps).toEqual([expect.objectContaining({ state: 'done', mayUndo: true })]);
  await undoSweep(judit, { sweepId });
  await toTheEnd(sweepId);
  expect([await removed(), (await sweepOf(sweepId)).returned]).toEqual([0, 3]);
  await consistent([said]);
});

test('a ban that is ended before the first piece removes nothing, and while one goes on waits for it', async () => {
  const { judit, pavel, said } = await scene();
  const lifted = async (meanwhile: (sweepId: string) => Promise<unknown>) => {
    const { sweepId } = await banAndRemove(judit, asked(pavel));
    const { sanctionId } = await sweepOf(sweepId);
    await Promise.all([meanwhile(sweepId), lift(judit, { sanctionId })]);
    await toTheEnd(sweepId);
    return sweepOf(sweepId);
  };
  expect(await lifted(async () => undefined)).toMatchObject({ state: 'undone', done: 0 });
  const { done, state } = await lifted((sweepId) => advanceSweep(sweepId, 3));
  expect([
    [3, 'done'],
    [0, 'undone'],
  ]).toContainEqual([done, state]);
  expect(await db.comment.count({ where: { postId: said.id, status: 'removed' } })).toBe(done);
  await consistent([said]);
});

test('a sweep and moderators at work on the same comments do not wait for one another in a ring', async () => {
  const { ines, judit, pavel, tide, said, written } = await scene();
  const other = await post({ blog: tide, author: ines });
  for (let nth = 0; nth < 13; nth += 1) written.push(await comment({ post: nth % 2 ? said : other, author: pavel, minutesAgo: 40 + nth }));
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  const items = written.map(({ id }) => ({ commentId: id, revision: 1 }));
  const many = (who: FactoryMember, decision: string) =>
    decideMany(who, { items, decision, reason: 'unkind', batchId: crypto.randomUUID() });
  await Promise.all([toTheEnd(sweepId, 5), many(ines, 'remove'), many(judit, 'approve')]);
  expect(await sweepOf(sweepId)).toMatchObject({ state: 'done' });
  await consistent([said, other]);
});

test('who moderates there sees how far it is; others’ blogs see nothing of it', async () => {
  const { ines, bao, judit, pavel, tide } = await scene();
  const { sweepId } = await banAndRemove(ines, asked(pavel, { blogId: tide.id }));
  await advanceSweep(sweepId, 3);
  const seen = async (who: FactoryMember) => (await recordOf(who, pavel.handle, new Date())).sweeps;
  const progress = expect.objectContaining({ id: sweepId, by: 'Ines', state: 'running', total: 7, done: 3, mayUndo: true });
  expect([await seen(ines), await seen(judit)]).toEqual([[progress], [progress]]);
  // Who has a blog in which this person never wrote knows nothing of them, neither how far the site trusts them.
  expect(await refusalOf(seen(bao))).toBe('not-found');
});

test('whose person left meanwhile, it ends; their words stay under nobody’s name', async () => {
  const { judit, pavel, written } = await scene();
  const { sweepId } = await banAndRemove(judit, asked(pavel));
  await advanceSweep(sweepId, 3);
  await db.member.delete({ where: { id: pavel.id } });
  await toTheEnd(sweepId);
  expect(await sweepOf(sweepId)).toMatchObject({ state: 'done', done: 3, memberId: null });
  expect(await db.comment.count({ where: { id: { in: written.map(({ id }) => id) }, status: 'visible' } })).toBe(4);
});

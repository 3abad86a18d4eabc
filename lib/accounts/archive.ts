import 'server-only';
import { strToU8, zipSync } from 'fflate';
import { db } from '@/lib/db/client';
import type { Member } from './actor';

const README = `Everything BULB keeps about you, one JSON file for each kind of thing. Instants are ISO 8601 in UTC.
Session tokens are not kept, only their hashes, and those are left out. Other people's names and words are not here.
`;

/** All that is kept about this person, as the bytes of one zip. */
export async function archiveOf(member: Member): Promise<Uint8Array<ArrayBuffer>> {
  const own = { where: { memberId: member.id } };
  const { id } = member;
  const [
    profile,
    devices,
    signIns,
    blogs,
    posts,
    comments,
    votes,
    reports,
    subscriptions,
    reactions,
    bookmarks,
    mutes,
    decisions,
    media,
    sanctions,
    readingDays,
    notifications,
    appeals,
  ] = await Promise.all([
    db.member.findUnique({ where: { id } }),
    db.session.findMany({ ...own, omit: { tokenHash: true } }),
    db.oauthAccount.findMany(own),
    db.blogMember.findMany({ ...own, select: { role: true, createdAt: true, blog: true } }),
    db.post.findMany({ where: { authorId: id }, include: { draft: true, slugs: true } }),
    db.comment.findMany({ where: { authorId: id }, include: { revisions: true } }),
    db.vote.findMany(own),
    db.report.findMany(own),
    db.subscription.findMany({ ...own, omit: { confirmTokenHash: true } }),
    db.reaction.findMany(own),
    db.bookmark.findMany(own),
    db.mute.findMany(own),
    db.moderationEvent.findMany({ where: { OR: [{ actorId: id }, { personId: id }, { comment: { authorId: id } }] } }),
    db.media.findMany({ where: { ownerId: id } }),
    db.sanction.findMany({ ...own, omit: { byId: true } }),
    db.readingDay.findMany(own),
    db.notification.findMany(own),
    db.appeal.findMany({ ...own, omit: { decidedById: true } }),
  ]);
  const lessons = await db.filterDecision.findMany({ where: { comment: { authorId: id } }, omit: { moderatorId: true } });
  const parts = {
    profile,
    devices,
    'sign-ins': signIns,
    blogs,
    posts,
    comments,
    votes,
    reports,
    subscriptions,
    reactions,
    bookmarks,
    mutes,
    sanctions,
    'reading-days': readingDays,
    notifications,
  };
  const others = { moderation: decisions, appeals, 'filter-decisions': lessons, media: media.map(({ bytes: _, ...row }) => row) };
  const files: Record<string, Uint8Array> = { 'README.txt': strToU8(README) };
  for (const [name, rows] of Object.entries({ ...parts, ...others })) files[`${name}.json`] = strToU8(JSON.stringify(rows, null, 2));
  for (const { id: mediaId, bytes } of media) files[`media/${mediaId}.webp`] = new Uint8Array(bytes);
  return new Uint8Array(zipSync(files));
}

import 'server-only';
import { strToU8, zipSync } from 'fflate';
import { db } from '@/lib/db/client';
import type { Member } from './actor';

const README = `Everything BULB keeps about you, one JSON file for each kind of thing. Instants are ISO 8601 in UTC.
Session tokens are not kept, only their hashes, and those are left out. Other people's names and words are not here.
Amounts in statements are thousandths of a point, as decimal strings.
`;

/** What this person decided and what was decided about them. Who decided about them, and what else in the same go, is not theirs. */
async function eventsOf(id: string) {
  const rows = await db.moderationEvent.findMany({ where: { OR: [{ actorId: id }, { personId: id }, { comment: { authorId: id } }] } });
  return rows.map(({ actorId, batchId, ...row }) => (actorId === id ? { ...row, actorId, batchId } : row));
}

/** All that is kept about this person, as the bytes of one zip. `more` is what other nouns keep of them, by the name of its file. */
export async function archiveOf(member: Member, more: Readonly<Record<string, unknown>> = {}): Promise<Uint8Array<ArrayBuffer>> {
  const own = { where: { memberId: member.id } };
  const { id } = member;
  const asked = {
    profile: db.member.findUnique({ where: { id } }),
    devices: db.session.findMany({ ...own, omit: { tokenHash: true } }),
    'sign-ins': db.oauthAccount.findMany(own),
    blogs: db.blogMember.findMany({ ...own, select: { role: true, createdAt: true, blog: true } }),
    posts: db.post.findMany({ where: { authorId: id }, include: { draft: true, slugs: true } }),
    comments: db.comment.findMany({ where: { authorId: id }, include: { revisions: true } }),
    votes: db.vote.findMany(own),
    reports: db.report.findMany(own),
    subscriptions: db.subscription.findMany({ ...own, omit: { confirmTokenHash: true } }),
    reactions: db.reaction.findMany(own),
    bookmarks: db.bookmark.findMany(own),
    mutes: db.mute.findMany(own),
    follows: db.follow.findMany(own),
    'phrase-lists': db.phraseList.findMany({
      where: { OR: [{ byId: id }, { blog: { members: { some: { memberId: id, role: { in: ['owner', 'editor', 'moderator'] } } } } }] },
      omit: { byId: true },
    }),
    moderation: eventsOf(id),
    refusals: db.refusal.findMany(own),
    sanctions: db.sanction.findMany({ ...own, omit: { byId: true } }),
    sweeps: db.sweep.findMany({ ...own, omit: { byId: true, undoneById: true } }),
    notifications: db.notification.findMany(own),
    appeals: db.appeal.findMany({ ...own, omit: { decidedById: true } }),
    proofs: db.proof.findMany({ ...own, omit: { byId: true, fingerprint: true } }),
    'filter-decisions': db.filterDecision.findMany({ where: { comment: { authorId: id } }, omit: { moderatorId: true } }),
  };
  const kept = await Promise.all(Object.entries(asked).map(async ([name, rows]): Promise<[string, unknown]> => [name, await rows]));
  const media = await db.media.findMany({ where: { ownerId: id } });
  const files: Record<string, Uint8Array> = { 'README.txt': strToU8(README) };
  for (const [name, rows] of [...kept, ...Object.entries(more), ['media', media.map(({ bytes: _, ...row }) => row)] as const])
    files[`${name}.json`] = strToU8(JSON.stringify(rows, amountsAsText, 2));
  for (const { id: mediaId, bytes } of media) files[`media/${mediaId}.webp`] = new Uint8Array(bytes);
  return new Uint8Array(zipSync(files));
}

/** JSON has no whole numbers of this size: amounts are decimal strings. */
const amountsAsText = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

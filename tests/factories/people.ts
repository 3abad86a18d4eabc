import { randomUUID } from 'node:crypto';
import type { Member as Actor, SiteRole } from '@/lib/accounts/actor';
import { newToken, tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import type { CommentStatus } from '@/lib/db/generated/enums';

const DAY = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY);
let nth = 0;

/** A member as commands take them, with the address that the actor itself leaves out. */
export type FactoryMember = Actor & { email: string };

interface MemberWishes {
  name?: string;
  role?: SiteRole;
  joinedDaysAgo?: number;
  language?: string;
  emailVerified?: boolean;
  email?: string;
}

/** Someone of the town, a year there unless said otherwise; the handle follows the name. */
export async function member(wishes: MemberWishes = {}): Promise<FactoryMember> {
  nth += 1;
  const name = wishes.name ?? 'Ines Duarte';
  const handle = `${plain(name)}-${nth}`;
  const createdAt = ago(wishes.joinedDaysAgo ?? 365);
  const row = await db.member.create({
    data: {
      name,
      handle,
      email: wishes.email ?? `${handle}@town.example`,
      role: wishes.role ?? 'member',
      language: wishes.language ?? 'en',
      emailVerifiedAt: wishes.emailVerified === false ? null : createdAt,
      createdAt,
    },
  });
  const { id, email, role, language } = row;
  return { kind: 'member', id, handle, name, role, language, createdAt, emailVerified: row.emailVerifiedAt !== null, email };
}

/** A session of theirs; answers with the hash of its token. */
export async function sessionOf({ id }: { id: string }): Promise<string> {
  const hash = tokenHash(newToken());
  await db.session.create({ data: { memberId: id, tokenHash: hash, expiresAt: ago(-30) } });
  return hash;
}

interface BlogWishes {
  owner: { id: string };
  name?: string;
  handle?: string;
  language?: string;
  /** Whether what its people let through counts elsewhere. */
  established?: boolean;
  others?: readonly { member: { id: string }; role: 'editor' | 'writer' | 'moderator' }[];
}

/** A blog of the town, which everybody has known for a year unless said otherwise. */
export async function blog(wishes: BlogWishes) {
  nth += 1;
  const name = wishes.name ?? 'Low Tide';
  const handle = wishes.handle ?? `${plain(name)}-${nth}`;
  return db.blog.create({
    data: {
      name,
      handle,
      language: wishes.language ?? 'en',
      establishedAt: wishes.established === false ? null : ago(365),
      submissionKey: randomUUID(),
      handles: { create: { handle } },
      members: {
        create: [
          { memberId: wishes.owner.id, role: 'owner' as const },
          ...(wishes.others ?? []).map((other) => ({ memberId: other.member.id, role: other.role })),
        ],
      },
    },
  });
}

interface PostWishes {
  blog: { id: string };
  author: { id: string };
  /** Null for a draft. */
  publishedDaysAgo?: number | null;
  title?: string;
  slug?: string;
  tags?: string[];
}

export async function post(wishes: PostWishes) {
  nth += 1;
  const title = wishes.title ?? 'Five weights on one quay';
  const slug = wishes.slug ?? `${plain(title)}-${nth}`;
  const publishedAt = wishes.publishedDaysAgo === null ? null : ago(wishes.publishedDaysAgo ?? 1);
  const text = 'The scale on the quay has five weights, and one of them is wrong.';
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  const shown = { title, document, tags: wishes.tags ?? [] };
  return db.post.create({
    data: {
      ...shown,
      blogId: wishes.blog.id,
      authorId: wishes.author.id,
      text,
      words: text.split(' ').length,
      submissionKey: randomUUID(),
      slug: publishedAt ? slug : null,
      publishedAt,
      firstPublishedAt: publishedAt,
      draft: { create: { ...shown, version: 1 } },
      ...(publishedAt ? { slugs: { create: { blogId: wishes.blog.id, slug } } } : {}),
    },
  });
}

interface CommentWishes {
  post: { id: string };
  author: { id: string };
  parent?: { id: string };
  body?: string;
  status?: CommentStatus;
  minutesAgo?: number;
  ups?: number;
  downs?: number;
}

/** Visible unless said otherwise, and then counted on its post. */
export async function comment(wishes: CommentWishes) {
  const status = wishes.status ?? 'visible';
  const row = await db.comment.create({
    data: {
      postId: wishes.post.id,
      authorId: wishes.author.id,
      parentId: wishes.parent?.id ?? null,
      body: wishes.body ?? 'The third weight was always light; my aunt sold by it for years.',
      status,
      ups: wishes.ups ?? 0,
      downs: wishes.downs ?? 0,
      submissionKey: randomUUID(),
      createdAt: new Date(Date.now() - (wishes.minutesAgo ?? 30) * 60_000),
    },
  });
  if (status === 'visible') await db.post.update({ where: { id: wishes.post.id }, data: { commentCount: { increment: 1 } } });
  return row;
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 28) || 'someone';

import 'server-only';
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters';
import { tokenHash } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { findOrWelcome } from './commands/sign-in';

interface Row {
  id: string;
  email: string;
  name: string;
  emailVerifiedAt: Date | null;
}

const user = ({ id, email, name, emailVerifiedAt }: Row): AdapterUser => ({ id, email, name, emailVerified: emailVerifiedAt });
const fields = { id: true, email: true, name: true, emailVerifiedAt: true } as const;
const orNull = (row: Row | null): AdapterUser | null => (row ? user(row) : null);

/** next-auth over our own tables. Session tokens are kept as hashes, tokens of GitHub and Google not at all. */
export const adapter: Adapter = {
  async createUser({ email }: Pick<AdapterUser, 'email'>) {
    const { member } = await db.$transaction((tx) => findOrWelcome(tx, email, 'en', new Date()));
    return user(await db.member.findUniqueOrThrow({ where: { id: member.id }, select: fields }));
  },
  getUser: async (id) => orNull(await db.member.findUnique({ where: { id }, select: fields })),
  getUserByEmail: async (email) => orNull(await db.member.findUnique({ where: { email }, select: fields })),
  async getUserByAccount({ provider, providerAccountId }) {
    const where = { provider_providerAccountId: { provider, providerAccountId } };
    const account = await db.oauthAccount.findUnique({ where, select: { member: { select: fields } } });
    return orNull(account?.member ?? null);
  },
  async updateUser({ id }) {
    return user(await db.member.findUniqueOrThrow({ where: { id }, select: fields }));
  },
  async linkAccount({ provider, providerAccountId, userId }: AdapterAccount) {
    await db.oauthAccount.createMany({ data: { provider, providerAccountId, memberId: userId }, skipDuplicates: true });
  },
  async createSession({ sessionToken, userId, expires }) {
    await db.session.create({ data: { tokenHash: tokenHash(sessionToken), memberId: userId, expiresAt: expires } });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const where = { tokenHash: tokenHash(sessionToken) };
    const row = await db.session.findUnique({ where, select: { expiresAt: true, member: { select: fields } } });
    if (!row) return null;
    return { session: { sessionToken, userId: row.member.id, expires: row.expiresAt }, user: user(row.member) };
  },
  async updateSession({ sessionToken, expires }) {
    if (expires) await db.session.updateMany({ where: { tokenHash: tokenHash(sessionToken) }, data: { expiresAt: expires } });
    return null;
  },
  async deleteSession(sessionToken) {
    await db.session.deleteMany({ where: { tokenHash: tokenHash(sessionToken) } });
  },
};

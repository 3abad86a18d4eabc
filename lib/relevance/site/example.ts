import 'server-only';
import { createHash } from 'node:crypto';
import type { Tx } from '@/lib/db/client';
import type { Example } from '../learned/example';
import { languageOf } from '../learned/language-of';
import { likeness, tellingWords } from '../learned/likeness';
import { repeatKey } from '../learned/repeat-key';

const DAY = 86_400_000;

/** What is kept of a text's `repeatKey`: its hash, since an erased comment must leave no words behind. */
export function keptRepeatKey(text: string): string | null {
  const key = repeatKey(text);
  return key === null ? null : createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

interface Sent {
  key: string | null;
  at: Date;
  except?: string | undefined;
}

/** How often anyone on the site sent nearly the same within the day before. */
export async function repeatsOf(tx: Tx, { key, at, except }: Sent): Promise<number> {
  if (key === null) return 0;
  return tx.comment.count({
    where: { repeatKey: key, createdAt: { gt: new Date(at.getTime() - DAY), lte: at }, ...(except ? { id: { not: except } } : {}) },
  });
}

export interface Subject {
  title: string;
  text: string;
}

export const wordsOfPost = ({ title, text }: Subject): Set<string> => tellingWords(`${title}\n${text}`);

/** A stored comment as it was when it came, and what the filter said then; null when there is none. */
export async function exampleOf(tx: Tx, commentId: string): Promise<{ example: Example; probability: number | null } | null> {
  const row = await tx.comment.findUnique({
    where: { id: commentId },
    select: {
      body: true,
      createdAt: true,
      editedAt: true,
      unwanted: true,
      author: { select: { createdAt: true } },
      post: { select: { title: true, text: true, blog: { select: { language: true } } } },
    },
  });
  if (!row) return null;
  const at = row.editedAt ?? row.createdAt;
  const example = {
    text: row.body,
    language: languageOf(row.body, row.post.blog.language),
    repeats: await repeatsOf(tx, { key: keptRepeatKey(row.body), at, except: commentId }),
    similarity: likeness(row.body, wordsOfPost(row.post)),
    accountDays: row.author ? (at.getTime() - row.author.createdAt.getTime()) / DAY : null,
  };
  return { example, probability: row.unwanted };
}

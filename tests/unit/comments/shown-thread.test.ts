import { expect, test } from 'vitest';
import { shownThread } from '@/app/(reader)/[blog]/[post]/shown-thread';
import type { Branch, CommentView } from '@/lib/comments/view';

const at = new Date('2026-03-01T10:00:00Z');
const branch = (shownAt: Date | null): Branch => {
  const comment: CommentView = {
    id: 'c',
    parentId: null,
    author: { id: 'a', name: 'Ann', handle: 'ann' },
    mark: null,
    body: 'The tide was late.',
    status: 'visible',
    ups: 0,
    downs: 0,
    createdAt: at,
    shownAt,
    editedAt: null,
    highlighted: false,
    pinned: false,
    filtered: null,
  };
  return { comment, replies: [], more: 0, total: 0 } as Branch;
};

test('a comment that waited for a moderator says when it came to be shown; what was shown at once says nothing of it', () => {
  const said = (shownAt: Date | null) => shownThread([branch(shownAt)], 'en', () => false)[0]?.said;
  expect(said(new Date(at.getTime() + 3_600_000))?.shown).toBe(at.getTime() + 3_600_000);
  expect(said(new Date(at.getTime() + 40))).not.toHaveProperty('shown');
  expect(said(null)).not.toHaveProperty('shown');
});

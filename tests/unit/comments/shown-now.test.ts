import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShownComment } from '@/components/comments/shown-comment';
import { idsIn, maybeMuted, shownNow } from '@/components/comments/shown-now';

const { thread } = fc.letrec<{ thread: ShownComment[]; one: ShownComment }>((tie) => ({
  thread: fc.array(tie('one'), { maxLength: 4, depthIdentifier: 'thread' }),
  one: fc.record(
    { id: fc.uuid(), replies: fc.oneof({ maxDepth: 4, depthIdentifier: 'thread' }, fc.constant<ShownComment[]>([]), tie('thread')) },
    { requiredKeys: ['id', 'replies'] },
  ),
}));

test('all that shows is there in its order, with what it stands under and nothing else', () => {
  fc.assert(
    fc.property(thread, fc.array(fc.boolean(), { minLength: 1 }), (comments, flips) => {
      const all = idsIn(comments);
      const shows = new Set(all.filter((_, nth) => flips[nth % flips.length]));
      const left = idsIn(shownNow(comments, ({ id }) => shows.has(id)));
      const needed = new Set(wanted(comments, shows));
      expect(left).toEqual(all.filter((id) => needed.has(id)));
    }),
  );
});

test('a thread of which all shows stays as it is', () => {
  fc.assert(
    fc.property(thread, (comments) => {
      expect(idsIn(shownNow(comments, () => true))).toEqual(idsIn(comments));
    }),
  );
});

/** What shows, and what has something below it that shows. */
function wanted(comments: readonly ShownComment[], shows: ReadonlySet<string>): string[] {
  return comments.flatMap(({ id, replies = [] }) => {
    const below = wanted(replies, shows);
    return shows.has(id) || below.length > 0 ? [id, ...below] : [];
  });
}

test('replies are counted only where none of them can be by somebody who is muted', () => {
  const by = (id: string, authorId: string, more: Partial<ShownComment> = {}): ShownComment => ({
    id,
    said: { name: authorId, authorId, at: '', date: '', body: '', ups: 0, downs: 0 },
    ...more,
  });
  const whom = { mutedIds: ['mai'], folded: false };
  expect(maybeMuted(by('a', 'mai', { replies: [by('b', 'ann')] }), whom), 'herself, not a reply').toBe(false);
  expect(maybeMuted(by('a', 'ann', { replies: [by('b', 'ann', { replies: [by('c', 'mai')] })] }), whom)).toBe(true);
  expect(maybeMuted(by('a', 'ann', { replies: [by('b', 'ann')], more: '3 more replies' }), whom), 'not on the page').toBe(true);
  expect(maybeMuted(by('a', 'ann', { replies: [by('b', 'ann', { more: '3 more replies' })] }), whom), 'nor further down').toBe(true);
  const line: ShownComment = { id: 'b', line: 'A comment is left out here', folded: true };
  expect(maybeMuted(by('a', 'ann', { replies: [line] }), whom)).toBe(false);
  expect(maybeMuted(by('a', 'ann', { replies: [line] }), { ...whom, folded: true }), 'nobody is told whose').toBe(true);
});

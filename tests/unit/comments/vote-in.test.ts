import { expect, test } from 'vitest';
import { vote } from '@/lib/comments/schema';
import { voteIn } from '@/lib/comments/vote-in';

const id = '01900000-0000-7000-8000-00000000abcd';
const said = (text: string) => vote.safeParse(voteIn(new URLSearchParams({ vote: text })));

test.each([1, -1, 0])('a vote of %s is what the button says', (value) => {
  expect(said(`${id} ${value}`).data).toEqual({ commentId: id, value });
});

test.each(['', id, `${id} `, `${id} 2`, `${id} 1 `, `${id}  1`, '1', 'null', `${id} -0`])(
  '“%s” is no vote, and takes none back',
  (text) => {
    expect(said(text).success).toBe(false);
  },
);

import type { PlaceRule } from '../rule';

export const pinnedFirst: PlaceRule = {
  stage: 'place',
  name: 'pinned-first',
  compare: (a, b) => Number(b.comment.pinned) - Number(a.comment.pinned),
};

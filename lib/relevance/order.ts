import { wilsonLowerBound } from './wilson';

export const VIEWS = ['relevant', 'newest', 'oldest'] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = (text: string | undefined): View => VIEWS.find((view) => view === text) ?? 'relevant';

export interface Ranked {
  id: string;
  createdAt: Date;
  ups: number;
  downs: number;
}

/** A total order for each view: score or time first, then the id, which no two share. */
export function comparator(view: View): (a: Ranked, b: Ranked) => number {
  const byId = (a: Ranked, b: Ranked) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const byTime = (a: Ranked, b: Ranked) => a.createdAt.getTime() - b.createdAt.getTime() || byId(a, b);
  if (view === 'oldest') return byTime;
  if (view === 'newest') return (a, b) => byTime(b, a);
  return (a, b) => wilsonLowerBound(b.ups, b.downs) - wilsonLowerBound(a.ups, a.downs) || byTime(a, b);
}

import { UNDO_SWEEP_DAYS } from './undo-days';

/** Whether a sweep can still be taken back by hand; an appeal may give it back later. `until` is the ban's moment. */
export const maySweepBeUndone = ({ until }: { until: Date }, now: Date): boolean =>
  now.getTime() - until.getTime() <= UNDO_SWEEP_DAYS * 86_400_000;

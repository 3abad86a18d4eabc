import type { Candidate } from './candidate';
import { wilsonLowerBound } from './wilson';

/** The share of up votes that readers vouch for, upheld reports counted as down votes. 0 to 1. */
export const standing = ({ ups, downs, reportWeight }: Pick<Candidate, 'ups' | 'downs' | 'reportWeight'>): number =>
  wilsonLowerBound(ups, downs + reportWeight);

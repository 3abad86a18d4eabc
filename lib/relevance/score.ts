import type { Candidate } from './candidate';
import { wilsonLowerBound } from './wilson';

type Scored = Pick<Candidate, 'ups' | 'downs' | 'reportWeight' | 'unwanted' | 'writerReplied' | 'highlighted'>;

export const WRITER_REPLIED = 0.1;
export const HIGHLIGHTED = 0.2;
/** What being surely unwanted takes away; half as sure takes half. */
export const UNWANTED = 0.5;

/** The share of up votes that readers vouch for, upheld reports counted as down votes. 0 to 1. */
export const standing = ({ ups, downs, reportWeight }: Pick<Scored, 'ups' | 'downs' | 'reportWeight'>): number =>
  wilsonLowerBound(ups, downs + reportWeight);

/** How early a comment stands in *Most relevant*: the higher, the earlier. −0.5 to 1.3. */
export function scoreOf(comment: Scored): number {
  const bumps = (comment.writerReplied ? WRITER_REPLIED : 0) + (comment.highlighted ? HIGHLIGHTED : 0);
  return standing(comment) - UNWANTED * (comment.unwanted ?? 0) + bumps;
}

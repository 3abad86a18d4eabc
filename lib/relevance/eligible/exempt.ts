import type { EligibleRule } from '../rule';

/** The post's writer, the blog's people and the site's moderators. Whoever follows somebody is shown theirs too: on their own page. */
export const exempt: EligibleRule = { stage: 'eligible', name: 'exempt', look: (comment) => (comment.exempt ? 'shown' : null) };

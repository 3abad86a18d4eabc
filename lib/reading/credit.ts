import { expectedSeconds, type ReadingRule, readingRuleAt } from './rule';

/** What one reader read of one post on one day, as it was measured. */
export interface DayOfReading {
  postId: string;
  /** Who wrote it: two posts of theirs earn a day. */
  authorId: string;
  /** `2026-11-25`, in UTC. */
  day: string;
  /** When that day's first beat came, milliseconds since 1970. */
  beganAt: number;
  /** Of beats that were accepted. */
  seconds: number;
}

/** What is known of a post that was read, whatever the day. */
export interface PostRead {
  words: number;
  /** Hundredths of its blocks that were in view, over the whole epoch. */
  seen: number;
  /** Why none of it counts: the reader's own blog, the reader is banned, linked with its writer, or it was removed meanwhile. */
  barred: 'own-blog' | 'banned' | 'linked' | 'removed' | null;
}

export type LeftOut =
  | NonNullable<PostRead['barred']>
  | 'staff'
  | 'too-short'
  | 'too-little-seen'
  | 'too-fast'
  | 'author-limit'
  | 'post-cap'
  | 'day-cap';

/** One line of a statement: what of a day's reading of a post counts, and why the rest does not. All seconds are in one or the other. */
export interface Credit {
  postId: string;
  day: string;
  credited: number;
  left: { reason: LeftOut; seconds: number }[];
}

export interface Facts {
  posts: ReadonlyMap<string, PostRead>;
  /** The site's own people measure themselves, but move nothing. */
  staff: boolean;
}

/**
 * What of an epoch's reading of one reader counts, by the rule in force. Pure; the order of `days` does not matter. What is credited
 * is never more than what was measured, the caps of a post and of a day, or two posts of an author a day. Of what a ban, a link or a
 * removal bars, as much is left out for that as would have counted beside the rest, and takes no other's place: the caps say why what is
 * over was left out, as of everything else.
 */
export function creditsOf(days: readonly DayOfReading[], { posts, staff }: Facts, rule: ReadingRule): Credit[] {
  const barredOf = ({ postId }: DayOfReading) => posts.get(postId)?.barred ?? null;
  const inOrder = days.toSorted(
    (a, b) => Number(barredOf(a) !== null) - Number(barredOf(b) !== null) || a.beganAt - b.beganAt || (a.postId < b.postId ? -1 : 1),
  );
  const whole = new Map<string, number>();
  for (const { postId, seconds } of inOrder) whole.set(postId, (whole.get(postId) ?? 0) + seconds);
  const [ofPost, ofDay, byAuthor] = [new Map<string, number>(), new Map<string, number>(), new Map<string, Set<string>>()];
  return inOrder.map(({ postId, authorId, day, seconds }) => {
    const post = posts.get(postId);
    const none = (reason: LeftOut): Credit => ({ postId, day, credited: 0, left: seconds > 0 ? [{ reason, seconds }] : [] });
    if (staff) return none('staff');
    if (!post) return none('removed');
    const { barred } = post;
    const why = barred === 'own-blog' ? barred : shortfall(post, whole.get(postId) ?? 0, rule);
    if (why) return none(why);
    const earning = byAuthor.get(`${day} ${authorId}`) ?? new Set();
    if (!earning.has(postId) && earning.size >= rule.postsOfAuthor) return none('author-limit');

    const room = Math.floor((expectedSeconds(post.words, rule) * rule.mostOfPost) / 100) - (ofPost.get(postId) ?? 0);
    const withinPost = Math.min(seconds, Math.max(0, room));
    const within = Math.min(withinPost, Math.max(0, rule.mostOfDay - (ofDay.get(day) ?? 0)));
    ofPost.set(postId, (ofPost.get(postId) ?? 0) + within);
    ofDay.set(day, (ofDay.get(day) ?? 0) + within);
    // A post that a cap leaves nothing of earns nothing, and takes no other's place.
    if (within > 0) byAuthor.set(`${day} ${authorId}`, earning.add(postId));
    const left: Credit['left'] = [
      ...(barred ? [{ reason: barred, seconds: within }] : []),
      { reason: 'post-cap', seconds: seconds - withinPost },
      { reason: 'day-cap', seconds: withinPost - within },
    ];
    return { postId, day, credited: barred ? 0 : within, left: left.filter((one) => one.seconds > 0) };
  });
}

/** What a reading of `seconds` in all lacks to count as one; null when it does. */
function shortfall({ words, seen }: PostRead, seconds: number, rule: ReadingRule): LeftOut | null {
  const least = Math.max(rule.leastSeconds, (expectedSeconds(words, rule) * rule.leastOfPost) / 100);
  if (seconds < least) return 'too-short';
  if (seen < rule.leastSeen) return 'too-little-seen';
  // The words of what was seen, in the time that was measured.
  return words * (seen / 100) * 60 > rule.fastest * seconds ? 'too-fast' : null;
}

/** Seconds that so many beats of today stand for: not more than a day may have. What of them counts in the end is `creditsOf`'s to say. */
export function creditedToday(beats: number): number {
  const { beatSeconds, mostOfDay } = readingRuleAt(Date.now());
  return Math.min(beats * beatSeconds, mostOfDay);
}

import { flood } from './flood';
import { learned } from './learned';
import { newcomer } from './newcomer';
import { newcomerLinks } from './newcomer-links';
import { outside } from './outside';
import { barred, limited, rejectedLately } from './person-state';
import { nearRepeat, repeat } from './repeats';
import type { Facts, Rule, Verdict } from './rule';
import { shape } from './shape';
import { slowMode } from './slow-mode';
import { threadState } from './thread-state';
import { bannedWord, blogBannedWord, blogSuspectWord, suspectWord } from './word-list';

/**
 * The order is the policy: the first decisive rule decides. Refusals come first, since nobody should wait for a moderator
 * only to be told what could be said at once; the newcomer's hold comes last, so that what it lets wait has a better reason.
 */
export const RULES: readonly Rule[] = [
  shape,
  threadState,
  barred,
  slowMode,
  limited,
  rejectedLately,
  repeat,
  nearRepeat,
  flood,
  bannedWord,
  blogBannedWord,
  suspectWord,
  blogSuspectWord,
  newcomerLinks,
  learned,
  outside,
  newcomer,
];

export interface Screened {
  verdict: Verdict;
  rule: string;
  version: number;
  /** The rule by which it is reported, also where a later one holds it; null when none does. */
  remark: string | null;
}

/**
 * Whom the blog or the site trusts meets only the rules for everyone. A report is no decision: the list goes on, and a
 * suspect word never spares a newcomer the wait.
 */
export function screen(facts: Facts): Screened {
  let remark: Omit<Screened, 'remark'> | null = null;
  for (const { name, version, listVersion, everyone, look } of RULES) {
    const verdict = facts.trusted && !everyone ? null : look(facts);
    if (verdict === null) continue;
    const screened = { verdict, rule: name, version: listVersion?.(facts) ?? version };
    if (verdict !== 'reported') return { ...screened, remark: remark?.rule ?? null };
    remark ??= screened;
  }
  if (remark) return { ...remark, remark: remark.rule };
  return { verdict: 'visible', rule: facts.trusted ? 'trusted' : 'none', version: 1, remark: null };
}

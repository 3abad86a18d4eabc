import { newcomer, newcomerLinks, rejectedLately } from './person';
import { flood, repeat } from './repeats';
import type { Facts, Rule, Verdict } from './rule';
import { bannedWord, suspectWord } from './words';

/** The order is the policy: the first rule with something to say decides. */
export const RULES: readonly Rule[] = [bannedWord, rejectedLately, repeat, flood, newcomerLinks, newcomer, suspectWord];

export interface Screened {
  verdict: Verdict;
  rule: string;
  version: number;
}

/** People whom the blog or the site trusts meet no rule. */
export function screen(facts: Facts): Screened {
  if (facts.trusted) return { verdict: 'visible', rule: 'trusted', version: 1 };
  for (const { name, version, look } of RULES) {
    const verdict = look(facts);
    if (verdict) return { verdict, rule: name, version };
  }
  return { verdict: 'visible', rule: 'none', version: 1 };
}

import type { PhraseLists } from './lists';
import { type Matcher, matcherOf } from './phrases';
import type { Facts, Rule } from './rule';
import { type Said, said } from './tokens';

type Which = 'sitePhrases' | 'blogPhrases';

export const bannedWord = rule('banned-word', 'rejected', 'sitePhrases', 'banned');
export const suspectWord = rule('suspect-word', 'reported', 'sitePhrases', 'suspect');
export const blogBannedWord = rule('blog-banned-word', 'rejected', 'blogPhrases', 'banned');
export const blogSuspectWord = rule('blog-suspect-word', 'reported', 'blogPhrases', 'suspect');

/** A decision by a phrase bears the version of the lists, whose history is kept. */
function rule(name: string, verdict: 'rejected' | 'reported', which: Which, list: Exclude<keyof PhraseLists, 'version'>): Rule {
  return {
    name,
    version: 1,
    listVersion: (facts) => facts[which].version,
    look: (facts) => (matcherFor(facts[which][list])(saidIn(facts)) === null ? null : verdict),
  };
}

// A list is looked through for every comment and changes seldom.
const matchers = new WeakMap<readonly string[], Matcher>();

function matcherFor(phrases: readonly string[]): Matcher {
  const known = matchers.get(phrases) ?? matcherOf(phrases);
  matchers.set(phrases, known);
  return known;
}

// The four lists look at one reading of the text.
const read = new WeakMap<Facts, Said>();

function saidIn(facts: Facts): Said {
  const known = read.get(facts) ?? said(facts.body);
  read.set(facts, known);
  return known;
}

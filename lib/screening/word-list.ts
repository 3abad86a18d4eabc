import { BANNED, LISTS_VERSION, SUSPECT } from './lists';
import { type Matcher, matcherOf } from './phrases';
import type { Facts, Rule } from './rule';
import { type Said, said } from './tokens';

const bannedIn = matcherOf(BANNED);
const suspectIn = matcherOf(SUSPECT);

export const bannedWord = rule('banned-word', 'rejected', () => bannedIn, LISTS_VERSION);
export const suspectWord = rule('suspect-word', 'reported', () => suspectIn, LISTS_VERSION);

/** A blog's own lists; their history is the blog's, the version here is the matching's. */
export const blogBannedWord = rule('blog-banned-word', 'rejected', ({ blogPhrases }) => matcherOf(blogPhrases.banned), 1);
export const blogSuspectWord = rule('blog-suspect-word', 'reported', ({ blogPhrases }) => matcherOf(blogPhrases.suspect), 1);

function rule(name: string, verdict: 'rejected' | 'reported', matcher: (facts: Facts) => Matcher, version: number): Rule {
  return { name, version, look: (facts) => (matcher(facts)(saidIn(facts)) === null ? null : verdict) };
}

// The four lists look at one reading of the text.
const read = new WeakMap<Facts, Said>();

function saidIn(facts: Facts): Said {
  const known = read.get(facts) ?? said(facts.body);
  read.set(facts, known);
  return known;
}

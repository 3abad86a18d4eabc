import type { Rule } from './rule';

export const repeat: Rule = { name: 'repeat', version: 1, look: ({ sameTextLately }) => (sameTextLately > 0 ? 'held' : null) };

// Thanks and congratulations are alike without anyone's copying.
const SHORT_LETTERS = 30;
const OFTEN = 3;
const FRESH_DAYS = 1;

/** One text from many people is a campaign; from an account of today, the second copy is enough. */
export const nearRepeat: Rule = {
  name: 'near-repeat',
  version: 1,
  look: ({ text, nearSameOnSite, accountAgeDays }) =>
    text.letters >= SHORT_LETTERS && nearSameOnSite >= (accountAgeDays < FRESH_DAYS ? 1 : OFTEN) ? 'held' : null,
};

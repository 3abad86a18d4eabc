import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/data';

const PUBLIC = ['/', '/@*', '/tags/*', '/earn'];

/** What a browser may make ready when a reader is about to go there: on hovering, or on touching. */
function rules(eagerness: 'moderate' | 'conservative'): string {
  const where = { and: [{ href_matches: PUBLIC }, { not: { selector_matches: '[rel~=nofollow]' } }] };
  return JSON.stringify({ prerender: [{ where, eagerness }] });
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const [hover, touch] = [rules('moderate'), rules('conservative')];

/** The scripts that stand in every shared page, and the sources of the policy that let them and their rules in. */
export const readerScript = ['theme', 'reader']
  .map((name) => readFileSync(path.join(root, `public/${name}.js`), 'latin1'))
  .join('')
  .replace(/^\s*\/\/.*\n/gm, '')
  .replace(/\n\s+/g, '\n')
  .replace("'RULES_HOVER'", JSON.stringify(hover))
  .replace("'RULES_TOUCH'", JSON.stringify(touch))
  .trim();
export const rulesHashes = [hashOf(hover), hashOf(touch)];

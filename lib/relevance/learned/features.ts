import type { Example } from './example';
import { folded } from './folding';
import { bucketOf, hashOf, mixed, START, signOf, step } from './hashing';
import { signalsOf } from './signals';
import { destination, linkWithin, type Token, tokensOf } from './tokens';

export type FeatureKind = 'word' | 'pair' | 'host' | 'signal';

/** How a feature is called. The letters of a word go by the word. */
export interface FeatureName {
  kind: FeatureKind;
  text: string;
}

export interface Features {
  /** Where the weight of each stands, 0 to 2^18 - 1. */
  buckets: number[];
  /** Signed by the hash; their size is the share each has within its group. */
  values: number[];
  /** The first so many are said in the text: words, pairs and letters. What follows is known about it. */
  said: number;
  names: FeatureName[];
}

// How much each group weighs, as found on comments in the order they were written; twice or half of each changes little.
const WEIGHT = { words: 2, letters: 1, hosts: 1, signals: 1 };
const SHORTEST = 3;
const LONGEST = 5;

// Each group begins its hashes elsewhere, so that a word and the same letters within another are two features.
const FROM = { words: START, letters: hashOf('letters'), hosts: hashOf('hosts'), signals: hashOf('signals') };

type Group = Map<number, FeatureName>;

/** The features of one comment, each group of length one before it is weighed, whatever the length of the text. */
export function featuresOf(example: Example): Features {
  const text = folded(example.text);
  const tokens = tokensOf(text);
  const features: Features = { buckets: [], values: [], said: 0, names: [] };
  addGroup(features, wordsOf(tokens), WEIGHT.words);
  addGroup(features, lettersOf(tokens), WEIGHT.letters);
  features.said = features.buckets.length;
  addGroup(features, hostsOf(tokens), WEIGHT.hosts);
  for (const [name, value] of signalsOf(example, text, tokens))
    add(features, hashOf(name, FROM.signals), { name: { kind: 'signal', text: name }, value: value * WEIGHT.signals });
  return features;
}

function add({ buckets, values, names }: Features, hash: number, { name, value }: { name: FeatureName; value: number }): void {
  const bits = mixed(hash);
  buckets.push(bucketOf(bits));
  values.push(value * signOf(bits));
  names.push(name);
}

function addGroup(features: Features, group: Group, weight: number): void {
  const value = weight / Math.sqrt(group.size);
  for (const [hash, name] of group) add(features, hash, { name, value });
}

/** Every token and every two neighbours; where a comment begins and ends counts as a neighbour. */
function wordsOf(tokens: readonly Token[]): Group {
  const group: Group = new Map();
  const said = ['^', ...tokens.filter(({ kind }) => kind !== 'markup').map(({ text }) => text), '$'];
  said.forEach((word, at) => {
    const next = said[at + 1];
    const hash = hashOf(word, FROM.words);
    if (at > 0 && next !== undefined) group.set(hash, { kind: 'word', text: word });
    if (next !== undefined && said.length > 2) group.set(hashOf(next, step(hash, 0)), { kind: 'pair', text: `${word} ${next}` });
  });
  return group;
}

/** Three to five letters in a row within a word, its edges among them: they outlive an ending and a spelling. */
function lettersOf(tokens: readonly Token[]): Group {
  const group: Group = new Map();
  for (const { kind, text, raw } of tokens) {
    if (kind !== 'word' && kind !== 'number') continue;
    const word = `^${kind === 'number' ? raw : text}$`;
    const name: FeatureName = { kind: 'word', text };
    for (let from = 0; from < word.length; from += 1) {
      let hash = FROM.letters;
      for (let at = from; at < word.length && at < from + LONGEST; at += 1) {
        hash = step(hash, word.charCodeAt(at));
        if (at - from + 1 >= SHORTEST && !group.has(hash)) group.set(hash, name);
      }
    }
  }
  return group;
}

function hostsOf(tokens: readonly Token[]): Group {
  const group: Group = new Map();
  for (const { kind, raw } of tokens) {
    const link = kind === 'link' ? raw : kind === 'markup' ? linkWithin(raw) : undefined;
    const where = link === undefined ? null : destination(link);
    if (!where) continue;
    const { host, path } = where;
    for (const text of [host, host + path, host.slice(host.lastIndexOf('.'))]) group.set(hashOf(text, FROM.hosts), { kind: 'host', text });
  }
  return group;
}

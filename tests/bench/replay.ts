import type { Example } from '@/lib/relevance/learned/example';
import { learn, type Model, probability } from '@/lib/relevance/learned/model';
import { repeatKey } from '@/lib/relevance/learned/repeat-key';
import { Fault } from '../../bin/fault';
import type { Labelled } from './csv';
import type { Scored } from './scores';

export interface Known extends Example {
  unwanted: boolean;
  thread: string;
}

/** A line of the file as the filter would have met it: it knows what was said before, and not who says it. */
export function known(labelled: readonly Labelled[]): Known[] {
  const before = new Map<string, number>();
  return labelled.map((one) => {
    const key = repeatKey(one.text);
    const repeats = key === null ? 0 : (before.get(key) ?? 0);
    if (key !== null) before.set(key, repeats + 1);
    return { ...one, repeats, similarity: null, accountDays: null };
  });
}

interface Replay {
  scored: Scored[];
  perSecond: number;
}

function judged(comments: readonly Known[], judge: (comment: Known) => number | null): Replay {
  const from = performance.now();
  const scored = comments.map((comment) => ({ probability: judge(comment), unwanted: comment.unwanted }));
  return { scored, perSecond: Math.round((comments.length * 1000) / (performance.now() - from)) };
}

/** Each comment of the second half is judged before its decision is learned, as on a site. */
export function inOrder(comments: readonly Known[], model: Model): Replay {
  const half = Math.floor(comments.length / 2);
  for (const comment of comments.slice(0, half)) learn(model, comment, comment.unwanted);
  return judged(comments.slice(half), (comment) => {
    const found = probability(model, comment);
    learn(model, comment, comment.unwanted);
    return found;
  });
}

/** Nothing is learned from the thread that is judged. */
export function without(thread: string, comments: readonly Known[], model: Model): Replay {
  const threads = [...new Set(comments.map((comment) => comment.thread))];
  if (!threads.includes(thread)) throw new Fault(`No comment is of the thread "${thread}"; there are: ${threads.join(', ')}.`);
  for (const comment of comments) if (comment.thread !== thread) learn(model, comment, comment.unwanted);
  return judged(
    comments.filter((comment) => comment.thread === thread),
    (comment) => probability(model, comment),
  );
}

import { type Screened, screen } from '@/lib/screening/list';
import type { Facts } from '@/lib/screening/rule';
import { shapeFault } from '@/lib/screening/shape';
import { slowWait } from '@/lib/screening/slow-mode';
import { NotTaken } from './not-taken';

export interface Kept extends Omit<Screened, 'verdict'> {
  verdict: Exclude<Screened['verdict'], 'refused'>;
}

/**
 * What screening decides of a comment that may be stored.
 * @throws NotTaken with the fault of its shape, with the seconds to wait in a slowed thread, or with why nothing is taken here or from them
 */
export function screened(facts: Facts): Kept {
  const { verdict, ...by } = screen(facts);
  if (verdict !== 'refused') return { verdict, ...by };
  const fault = by.rule === 'shape' ? shapeFault(facts.text) : null;
  if (fault) throw new NotTaken(by, 'invalid', { fields: { body: fault } });
  if (by.rule === 'slow-mode') throw new NotTaken(by, 'too-many', { retryAfterSeconds: slowWait(facts) });
  throw new NotTaken(by, 'invalid', { fields: { body: whyRefused(by.rule, facts) } });
}

/** In words, beside what was typed, which stays. */
function whyRefused(rule: string, { thread, person }: Facts): string {
  if (rule === 'thread-state') return thread.state === 'locked' ? 'thread-locked' : 'thread-closed';
  return person.banned ? 'banned' : 'suspended';
}

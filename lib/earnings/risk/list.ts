import { burst } from './burst';
import { noJitter } from './no-jitter';
import type { Finding, RiskFacts, RiskRule } from './rule';
import { sameTrace } from './same-trace';

/** The order is policy: of one account the first that finds something is what it is held for. */
export const RISK_RULES: readonly RiskRule[] = [noJitter, sameTrace, burst];

export interface Found extends Finding {
  rule: RiskRule['name'];
  version: number;
}

/**
 * Unusual accounts, each once, by the first rule that finds it for what was not `known` before: what a human has cleared for the same
 * marks. Pure; the order of facts does not matter.
 */
export function unusualIn(facts: RiskFacts, known: (memberId: string, rule: RiskRule['name']) => readonly string[] = () => []): Found[] {
  const found = new Map<string, Found>();
  for (const { name, version, find } of RISK_RULES) {
    for (const finding of find(facts)) {
      const before = known(finding.memberId, name);
      if (found.has(finding.memberId) || finding.marks.every((mark) => before.includes(mark))) continue;
      found.set(finding.memberId, { ...finding, rule: name, version });
    }
  }
  return [...found.values()].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

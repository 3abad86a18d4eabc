import type { Load } from './load';

export interface Beside extends Load {
  bare: Load;
  ratio: number;
}

/** What the reading path promises: shares of a bare server's requests a second, milliseconds, megabytes. */
const LEAST = { page: 0.6, viewer: 0.025 };
/** Of the fifty writes a second that go on, so many are carried out. */
const WRITES = 45;
const MOST = { p99: 10, miss: 60, memory: 400 };

/** The marks that `figures` miss, in words. The bare server's own p99 stands beside each figure; it excuses nothing. */
export function missed(figures: Readonly<Record<string, unknown>>, when: string): string[] {
  return Object.entries(figures).flatMap(([name, figure]) => {
    const what = `${when}, ${name}`;
    if (name === 'miss') {
      const { p99 } = figure as Load;
      return p99 > MOST.miss ? [`${what}: p99 ${p99} ms, more than ${MOST.miss}`] : [];
    }
    const { ratio, p99, bare } = figure as Beside;
    const least = name === 'viewer' ? LEAST.viewer : LEAST.page;
    return [
      ...(ratio < least ? [`${what}: ${ratio} of a bare server, less than ${least}`] : []),
      ...(name.endsWith(' 32') && p99 > MOST.p99 ? [`${what}: p99 ${p99} ms, more than ${MOST.p99} (bare ${bare.p99})`] : []),
    ];
  });
}

export const writesMissed = ({ perSecond }: { perSecond: number }): string[] =>
  perSecond < WRITES ? [`writes: ${perSecond} a second, fewer than ${WRITES}`] : [];

export const memoryMissed = (memory: { most: number } | null): string[] =>
  memory && memory.most > MOST.memory ? [`memory: ${memory.most} MB, more than ${MOST.memory}`] : [];

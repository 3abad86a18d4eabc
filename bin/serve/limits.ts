import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@/lib/core/network';

/** Coarse limits of one process, before any work is done. Answers the seconds to wait, or null. */
export function makeLimits(limit: number): (address: string, write: boolean) => Promise<number | null> {
  if (limit === 0) return async () => null;
  const all = new RateLimiterMemory({ points: limit, duration: 10 });
  const writes = new RateLimiterMemory({ points: Math.max(1, Math.round(limit / 5)), duration: 60 });
  return async (address, write) => {
    const network = networkOf(address);
    try {
      await all.consume(network);
      if (write) await writes.consume(network);
      return null;
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  };
}

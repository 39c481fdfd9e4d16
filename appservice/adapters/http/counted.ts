import { RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './http-error.ts';

/** What is needed of the library's limiters. */
export interface Consumer {
  consume(key: string): Promise<unknown>;
}

/** Counts one; rejects with `M_LIMIT_EXCEEDED` and the time to wait when there were too many. */
export async function consumed(limiter: Consumer, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw tooMany(reason);
  }
}

/** What is answered when there were too many: when to come again. */
export function tooMany({ msBeforeNext }: Pick<RateLimiterRes, 'msBeforeNext'>): HttpError {
  return new HttpError('M_LIMIT_EXCEEDED', { retryAfterMs: Math.max(1, msBeforeNext) });
}

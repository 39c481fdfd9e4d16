import type { Instant } from '../domain/time.ts';

/** Where the instant comes from; the only way rules and use cases learn what time it is. */
export interface Clock {
  now(): Instant;
}

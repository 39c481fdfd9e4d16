import type { Instant } from '../domain/time.ts';

/** Start requests whose caller has gone before anything was reserved for them (quick exit, S3), inside a unit of work. */
export interface LeftRequests {
  /** `requestHash` as in `CallerProof`; recorded once, however often it is left. */
  add(requestHash: string, now: Instant): Promise<void>;
  has(requestHash: string): Promise<boolean>;
  /** Forgets what was left before an instant. */
  forgetBefore(instant: Instant): Promise<void>;
}

import type { UserId } from '../domain/ids.ts';
import type { AdHocClosure } from '../domain/opening-hours.ts';
import type { Instant } from '../domain/time.ts';

/** Ad-hoc closures by a coordinator (R12), inside a unit of work. */
export interface Closures {
  /** The newest closure that was not lifted, even if its time is over. */
  latest(): Promise<AdHocClosure | undefined>;
  /** `reason` is sealed by the store under a data key of its own; it is never shown to callers. */
  add(closure: AdHocClosure & { readonly by: UserId; readonly reason: string }): Promise<void>;
  /** Ends every closure at `at`. */
  lift(at: Instant): Promise<void>;
}

import type { Departure } from '../domain/meant-conversation.ts';
import type { UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** Who had or read which conversation until a moment ago, inside a unit of work; erased with the conversation. */
export interface Departures {
  /** One for each conversation and person, the latest. */
  save(departure: Departure): Promise<void>;
  /** Oldest first. */
  of(person: UserId): Promise<readonly Departure[]>;
  forgetBefore(instant: Instant): Promise<void>;
}

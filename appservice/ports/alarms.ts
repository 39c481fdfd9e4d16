import type { Instant } from '../domain/time.ts';

/** What coordinators are woken for: nobody can tell who is blocked. */
export type AlarmCode = 'blocks-unreadable';

/** Which alarms are on, inside a unit of work: people are told once for each outage, whoever notices and however often. */
export interface Alarms {
  /** The instant since which the alarm is on; undefined when it is not. */
  since(code: AlarmCode): Promise<Instant | undefined>;
  /** On from now on; one that is on already stays as it is. */
  raise(code: AlarmCode, now: Instant): Promise<void>;
  clear(code: AlarmCode): Promise<void>;
}

import type { DutyState } from '../duty.ts';
import type { CaseNumber } from '../ids.ts';
import type { UnregisteredCount } from './register-message.ts';
import type { Schedule } from '../opening-hours.ts';
import type { Instant } from '../time.ts';

/** One person of the answer to `!stand`. */
export type StandingPerson = {
  readonly name: string;
  readonly team: string | null;
  readonly state: Exclude<DutyState, 'off'>;
  readonly conversations: number;
};

/** How the helpline stands, as a coordinator sees it: counts of this moment, nothing about a caller. */
export type Standing = {
  readonly people: readonly StandingPerson[];
  readonly waiting: number;
  /** Since when the one who waits longest waits; null when nobody does. */
  readonly waitingSince: Instant | null;
  readonly inConversation: number;
  readonly schedule: Schedule;
  /** When the chat can be open again; null when it is open now, or when that is not known. */
  readonly opensAt: Instant | null;
  /** Until when callers are blocked, by the number of their conversation (R35). */
  readonly blocks: readonly { readonly caseNumber: CaseNumber; readonly until: Instant }[];
  /** Contacts that wait to be registered, by team (R62). */
  readonly unregistered: readonly UnregisteredCount[];
};

/** What the desk says to coordinators about the whole helpline (S30, S37). */
export type CoordinationMessage =
  | { readonly code: 'standing'; readonly standing: Standing }
  | { readonly code: 'all-stopped'; readonly who: string; readonly conversations: number }
  /** Whether somebody is to leave service, with what becomes of what they have; then what was chosen. */
  | {
      readonly code: 'offboarding';
      readonly who: string;
      readonly conversations: number;
      /** Contacts that nobody can register once they left. */
      readonly unregistered: number;
      readonly state: 'asked' | 'confirmed' | 'kept';
    }
  /** A sign under a question that is over. */
  | { readonly code: 'offboarding-over'; readonly who: string }
  | { readonly code: 'offboarded'; readonly who: string; readonly conversations: number }
  /** The account could be closed on the homeserver. */
  | { readonly code: 'account-closed'; readonly who: string }
  | { readonly code: 'not-your-team'; readonly who: string }
  | { readonly code: 'already-offboarded'; readonly who: string }
  | { readonly code: 'not-yourself' };

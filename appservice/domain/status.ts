import type { Instant } from './time.ts';

/** Why the helpline is offline, the first that holds in this order (design 7). */
export const offlineReasons = ['fault', 'closed', 'holiday', 'exceptional', 'nobody'] as const;

/** Why the helpline is offline. */
export type OfflineReason = (typeof offlineReasons)[number];

/** What anybody may know of the helpline (R10): no count, no name, no room. */
export type Status =
  | { readonly state: 'online' | 'busy'; readonly reason: null; readonly nextOpening: null }
  | { readonly state: 'offline'; readonly reason: OfflineReason; readonly nextOpening: Instant | null };

/** What the status follows from. */
export type StatusFacts = {
  /** Homeserver and database answer. */
  readonly isHealthy: boolean;
  /** What schedule, holidays and exceptions say. */
  readonly schedule: 'open' | 'closed' | 'holiday' | 'exceptional';
  /** The next instant at which schedule, exceptions and an ad-hoc closure allow to open; null when unknown. */
  readonly nextOpening: Instant | null;
  readonly counsellorsOnDuty: number;
  /** Free slots of those on duty and places to wait, less the conversations that wait; may be negative. */
  readonly freeSlots: number;
};

/** The status the public sees (R10–R13, design 7). */
export function statusOf(facts: StatusFacts): Status {
  const reason = offlineReason(facts);
  if (reason !== undefined) {
    const nextOpening = reason === 'fault' || reason === 'nobody' ? null : facts.nextOpening;
    return { state: 'offline', reason, nextOpening };
  }
  return { state: facts.freeSlots > 0 ? 'online' : 'busy', reason: null, nextOpening: null };
}

function offlineReason(facts: StatusFacts): OfflineReason | undefined {
  if (!facts.isHealthy) return 'fault';
  if (facts.schedule !== 'open') return facts.schedule;
  return facts.counsellorsOnDuty === 0 ? 'nobody' : undefined;
}

/**
 * Runs one await that leaves the process under a name, so that a test can kill the real process right after it
 * (README, invariant "crash anywhere, lose nothing"). In production it only calls `act`.
 */
export interface Steps {
  step<T>(name: CrashPoint, act: () => Promise<T>): Promise<T>;
}

/** Every named crash point; `tests/e2e` kills the process at each, and an architecture test compares the lists. */
export const crashPoints = [
  'start.reserved',
  'start.registered',
  'start.room-made',
  'start.recorded',
  'ring.decided',
  'action.taken-from-queue',
  'action.carried-out',
  'action.recorded',
  'end.recorded',
  'transaction.stored',
  'transaction.read-event',
  'transaction.handled-event',
  'transaction.completed',
] as const;

/** The name of one crash point. */
export type CrashPoint = (typeof crashPoints)[number];

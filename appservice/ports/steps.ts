/**
 * Runs one await that leaves the process under a name, so that a test can kill the real process right after it
 * (README, invariant "crash anywhere, lose nothing"). In production it only calls `act`.
 */
export interface Steps {
  step<T>(name: CrashPoint, act: () => Promise<T>): Promise<T>;
}

/** Every named crash point; `tests/e2e` kills the process at each, and an architecture test compares the lists. */
export const crashPoints = [
  'start.checked',
  'start.key-made',
  'start.marks-made',
  'start.reserved',
  'start.key-opened',
  'start.registered',
  'start.room-made',
  'start.recorded',
  'start.pooled',
  'start.given-up',
  'ring.decided',
  'command.identity-looked-up',
  'command.recorded',
  'end.recorded',
  'action.taken-from-queue',
  'action.looked-up',
  'action.carried-out',
  'action.recorded',
  'transaction.stored',
  'transaction.taken',
  'transaction.located-event',
  'transaction.read-event',
  'transaction.claimed-message',
  'transaction.checked',
  'transaction.skipped-event',
  'transaction.completed',
] as const;

/** The name of one crash point. */
export type CrashPoint = (typeof crashPoints)[number];

import type { ToldConnection } from './connection.ts';
import type { Conversation } from './conversation.ts';
import { rhythmNotes, type CounsellorNote, type Rhythm, type RhythmNote } from './rhythm.ts';
import { minuteMs, type Instant } from './time.ts';

/** For how long the two have talked, milliseconds; the clock stands while the caller is away (R15). */
export function talkedMs({ phase, rhythm, toldConnection }: Conversation, now: Instant): number {
  if (phase.name !== 'talking') return 0;
  const until = toldConnection?.state === 'away' ? toldConnection.since : now;
  return Math.max(0, until - phase.since - rhythm.pausedMs);
}

/** The rhythm after the caller's connection changed: an absence that is over counts as a pause. */
export function rhythmAfter(conversation: Conversation, next: ToldConnection | null): Rhythm {
  const { phase, rhythm, toldConnection: told } = conversation;
  if (phase.name !== 'talking' || told?.state !== 'away' || next?.state !== 'connected') return rhythm;
  return {
    ...rhythm,
    pausedMs: rhythm.pausedMs + Math.max(0, next.since - Math.max(told.since, phase.since)),
  };
}

/** What is due in the rhythm of a conversation. */
export type DueNote = {
  readonly note: RhythmNote;
  /** What the counsellor is told; of several that came due at once the newest, null when it is for the caller only. */
  readonly forCounsellor: CounsellorNote | null;
};

/**
 * The note that is due and was not given (R15). Each is given once; what came due while nobody looked is given as one. Who
 * has chosen at an earlier note is not asked at 60.
 */
export function dueNote(conversation: Conversation, now: Instant): DueNote | undefined {
  const { lastNote, choice } = conversation.rhythm;
  const minutes = talkedMs(conversation, now) / minuteMs;
  const due = rhythmNotes.filter((note) => note <= minutes && note > (lastNote ?? 0));
  const note = due.at(-1);
  if (note === undefined) return undefined;
  const wanted = due.filter((each) => each !== 50 && (each !== 60 || choice === null));
  return { note, forCounsellor: wanted.findLast((each) => each !== 50) ?? null };
}

/** Whether the caller is told that the hour is nearly over (R15): from the fiftieth minute on. */
export function isRoundingOff({ rhythm: { lastNote } }: Conversation): boolean {
  return lastNote !== null && lastNote >= 50;
}

import type { Instant } from './time.ts';

/** The minutes of talking after which something is said (R15): to the counsellor, at 50 to the caller. */
export const rhythmNotes = [45, 50, 55, 60] as const;

/** The latest note of the rhythm that was given: minutes of talking (R15). */
export type RhythmNote = (typeof rhythmNotes)[number];

/** A note that the counsellor is given; at 60 they choose. */
export type CounsellorNote = Exclude<RhythmNote, 50>;

/** How far the rhythm of a conversation is (R15): notes only, never a cut. */
export type Rhythm = {
  /** Milliseconds of talking that do not count, because the caller was away. */
  readonly pausedMs: number;
  /** Null before the first one. */
  readonly lastNote: RhythmNote | null;
  /** What the counsellor chose once they had been given a note; null before they did. */
  readonly choice: 'round-off' | 'go-on' | null;
  /** When the counsellor last said that they go on, and why; null when they never did (R15, S40). */
  readonly wentOnAt: Instant | null;
};

/** The rhythm of a conversation that has not begun. */
export const restingRhythm: Rhythm = { pausedMs: 0, lastNote: null, choice: null, wentOnAt: null };

/** The counsellor's choice to round off or to go on; before the first note there is nothing to choose yet. */
export function choose(rhythm: Rhythm, choice: 'round-off' | 'go-on', now: Instant): Rhythm {
  return {
    ...rhythm,
    choice: rhythm.lastNote === null ? rhythm.choice : choice,
    wentOnAt: choice === 'go-on' ? now : rhythm.wentOnAt,
  };
}

/** The latest note of the rhythm that was given: minutes of talking (R15). */
export type RhythmNote = 45 | 50 | 55 | 60;

/** How far the rhythm of a conversation is (R15): notes only, never a cut. */
export type Rhythm = {
  /** Milliseconds of talking that do not count, because the caller was away. */
  readonly pausedMs: number;
  /** Null before the first one. */
  readonly lastNote: RhythmNote | null;
  /** What the counsellor chose; null before they did. */
  readonly choice: 'round-off' | 'go-on' | null;
};

/** The rhythm of a conversation that has not begun. */
export const restingRhythm: Rhythm = { pausedMs: 0, lastNote: null, choice: null };

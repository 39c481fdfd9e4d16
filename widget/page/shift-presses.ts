/** How often Shift must be pressed by itself to leave (S2). */
const pressesToLeave = 3;

/** The longest pause between two presses; then the count begins anew, which is announced (S2). */
export const shiftPauseLimitMs = 5_000;

/** What was pressed so far. */
export type ShiftPresses = {
  /** Bare presses in a row; at three the page is left. */
  readonly count: number;
  readonly lastPressAtMs: number;
  /** Shift is down and nothing else has been pressed since. */
  readonly isAlone: boolean;
};

/** What the keyboard or the pointer did. */
export type KeyNews = {
  /** A key was let go; else one was pressed, or the pointer was. */
  readonly isUp: boolean;
  /** It is Shift, without Control, Alt or Meta: some systems switch the keyboard's language by such a pair. */
  readonly isBareShift: boolean;
  /** Of a clock that never goes back, milliseconds. */
  readonly atMs: number;
};

/** Nothing pressed yet. */
export const noShiftPresses: ShiftPresses = { count: 0, lastPressAtMs: 0, isAlone: false };

/**
 * Counts bare presses of Shift, as GOV.UK's "Exit this page" does, and more strictly: a Shift that was held for a capital,
 * a shortcut or a click never counts, whichever key is let go first, and any other key begins anew (S2).
 */
export function countShift(before: ShiftPresses, news: KeyNews): ShiftPresses {
  if (!news.isBareShift) return noShiftPresses;
  if (!news.isUp) return { ...before, isAlone: true };
  if (!before.isAlone) return before;
  const count = isInTime(before, news.atMs) ? before.count + 1 : 1;
  return { count, lastPressAtMs: news.atMs, isAlone: false };
}

/** Whether the page is to be left now. */
export function asksToLeave(presses: ShiftPresses): boolean {
  return presses.count >= pressesToLeave;
}

function isInTime(presses: ShiftPresses, atMs: number): boolean {
  return presses.count > 0 && atMs - presses.lastPressAtMs <= shiftPauseLimitMs;
}

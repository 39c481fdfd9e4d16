import type { FrameState } from './frame-state.ts';
import { isSameWording, shownIn, type Wording, type WordingEvent } from './wording.ts';

/** The age from which on a caller reads what everybody reads, in years (R3). */
const grownUpAge = 13;

/** What becomes of the words. An answer to a wish that is no longer one changes nothing. */
export function reduceWording(state: FrameState, event: WordingEvent): FrameState {
  switch (event.kind) {
    case 'language-chosen':
      return want(state, { ...(state.wantedWording ?? shownIn(state)), language: event.language });
    case 'texts-came':
      return isWanted(state, event.wording) ? { ...state, ...event.wording, wantedWording: null } : state;
    case 'texts-missing': {
      if (!isWanted(state, event.wording)) return state;
      const { language } = event.wording;
      return {
        ...state,
        wantedWording: null,
        missingLanguage: language === state.language ? null : language,
      };
    }
  }
}

/** From the answer to the question of age on, a child reads the words for children (R3). */
export function followAge(before: FrameState, after: FrameState): FrameState {
  if (before.screen.name !== 'intake' || after.screen.name !== 'conversation') return after;
  const { age } = after.screen.intake;
  if (age === null || age >= grownUpAge) return after;
  return want(after, { ...(after.wantedWording ?? shownIn(after)), audience: 'child' });
}

function want(state: FrameState, wording: Wording): FrameState {
  return { ...state, missingLanguage: null, wantedWording: isSameWording(state, wording) ? null : wording };
}

function isWanted({ wantedWording }: FrameState, wording: Wording): boolean {
  return wantedWording !== null && isSameWording(wantedWording, wording);
}

import { messageLimitCharacters } from '../../../appservice/contract/conversation.ts';
import { countCharacters } from '../../count-characters.ts';

/** The longest message in characters, as the contract has it. */
export const messageLimit = messageLimitCharacters;

/** How near the limit a draft must be, at most, before the count is shown; a count from the start would hurry people. */
const nearLimitCharacters = 400;

/** What the composer shows of a draft. */
export type DraftMeasure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'fits' }
  | { readonly kind: 'near-limit'; readonly left: number }
  | { readonly kind: 'too-long'; readonly over: number };

/**
 * Measures a draft against the longest message (S27), or against another limit. Nothing is ever cut off: what is too long stays,
 * and cannot be sent.
 */
export function measureDraft(draft: string, limitCharacters = messageLimitCharacters): DraftMeasure {
  if (draft.trim() === '') return { kind: 'empty' };
  const left = limitCharacters - countCharacters(draft.trim());
  if (left < 0) return { kind: 'too-long', over: -left };
  return left <= nearLimitCharacters ? { kind: 'near-limit', left } : { kind: 'fits' };
}

/**
 * A measure in round numbers for people who hear the screen: told at each key it would talk over everything else. Rounded to
 * the side of more left and more over, so that the number fits at the moment in which it is said.
 */
export function spokenMeasure(measure: DraftMeasure): DraftMeasure {
  switch (measure.kind) {
    case 'empty':
    case 'fits':
      return measure;
    case 'near-limit':
      return { ...measure, left: roundUp(measure.left, measure.left > 100 ? 100 : 20) };
    case 'too-long':
      return { ...measure, over: roundUp(measure.over, 20) };
  }
}

function roundUp(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}

/** Whether a draft may be sent. */
export function canSend(draft: string): boolean {
  const { kind } = measureDraft(draft);
  return kind === 'fits' || kind === 'near-limit';
}

import type { CaseNumber } from '../ids.ts';
import type { IntrusionMessage } from './intrusion-message.ts';

/** What the desk says about the desk rooms themselves: edits, wrong rooms, old cards (design 7). */
export type DeskRoomMessage =
  /** Words without a mark, by somebody in these conversations: their callers read nothing of them. */
  | { readonly code: 'own-desk'; readonly caseNumbers: readonly CaseNumber[] }
  /** A message that had been answered, or obeyed, was given another text. */
  | { readonly code: 'edit-too-late' }
  /** Small talk became a command by an edit. */
  | { readonly code: 'edit-not-obeyed' }
  /** A reaction or a command was taken back that had had its effect. */
  | { readonly code: 'removal-too-late' }
  /** A hand was pressed under the card of a conversation that is over. */
  | { readonly code: 'card-over'; readonly caseNumber: CaseNumber }
  /** A command was written in a team's desk room, and the desk took it back there. */
  | { readonly code: 'command-moved' }
  /** Said first in an own desk room that took the place of an earlier one. */
  | { readonly code: 'new-desk' }
  /** Somebody whom the roster does not name there was brought into a desk room, and is out again. */
  | { readonly code: 'stranger-removed' }
  | IntrusionMessage;

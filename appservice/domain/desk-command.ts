import type { CaseNumber } from './ids.ts';

/** A command a counsellor or coordinator writes in a desk room (design 7), parsed. A number names a conversation. */
export type DeskCommand =
  | { readonly name: 'on' | 'off' | 'pause' | 'who' | 'help' | 'open' | 'unregistered' | 'phone' | 'state' }
  /** Without a number: the card that rings for you, else the oldest. The reason is why somebody goes before others (S39). */
  | { readonly name: 'take'; readonly caseNumber: CaseNumber | null; readonly reason: string | null }
  | { readonly name: 'pass'; readonly caseNumber: CaseNumber | null }
  /** Without a number: the only open conversation, else the desk asks; `register` takes the latest that is over. */
  | {
      readonly name: 'end' | 'taken-over' | 'backup' | 'round-off' | 'unblock' | 'register';
      readonly caseNumber: CaseNumber | null;
    }
  | {
      readonly name: 'block' | 'address' | 'go-on';
      readonly caseNumber: CaseNumber | null;
      readonly reason: string;
    }
  /** `until` is a wall-clock time `HH:MM` of today in Europe/Brussels; null: until `!open` or the next scheduled opening. */
  | { readonly name: 'close'; readonly until: WallTime | null; readonly reason: string }
  /** WHO as it was written: a name, a localpart or a user id. */
  | { readonly name: 'offboard'; readonly who: string }
  /** The code that WHO read out from their Element (`session-code.ts`). */
  | { readonly name: 'confirm'; readonly who: string; readonly code: string }
  | { readonly name: 'transfer' | 'consult'; readonly who: string; readonly caseNumber: CaseNumber | null }
  | { readonly name: 'share'; readonly who: string; readonly caseNumber: CaseNumber }
  | { readonly name: 'reopen'; readonly caseNumber: CaseNumber; readonly reason: string }
  | { readonly name: 'looked'; readonly caseNumber: CaseNumber }
  | { readonly name: 'stop-all'; readonly reason: string }
  /** Null: which ones there are. */
  | { readonly name: 'snippet'; readonly snippet: string | null }
  /** To agree on, or to compare with what was agreed on (S6). */
  | { readonly name: 'code-word'; readonly codeWord: string }
  /** What became of the talk about a dossier, and its name in the organisation's own system (R64, R65). */
  | {
      readonly name: 'dossier';
      readonly answer: DossierAnswer;
      readonly caseNumber: CaseNumber | null;
      readonly reference: string | null;
    }
  /** How many callers answered what after the end, or what they wrote in their own words (R38). */
  | { readonly name: 'feedback'; readonly of: 'figures' | 'remarks' };

/** What became of the talk about a dossier (R64). */
export type DossierAnswer = 'agreed' | 'refused' | 'later';

/** A time on the helpline's wall clock. */
export type WallTime = { readonly hour: number; readonly minute: number };

/** Why a text is no command we can carry out; the desk answers each in a sentence. */
export type CommandProblem =
  /** Does not begin with `!`: small talk at the desk. `meant`: the command that it is but for the mark, else null. */
  | { readonly code: 'no-command'; readonly meant: string | null }
  /** No such word; the nearest one we know, null when none is near. */
  | { readonly code: 'unknown-word'; readonly word: string; readonly nearest: string | null }
  | { readonly code: 'unexpected-argument'; readonly word: string }
  | { readonly code: 'missing-reason'; readonly word: string; readonly example: string }
  | { readonly code: 'missing-who'; readonly word: string; readonly example: string }
  | { readonly code: 'missing-number'; readonly word: string; readonly example: string }
  | { readonly code: 'missing-code'; readonly word: string; readonly who: string }
  | { readonly code: 'missing-code-word'; readonly word: string }
  | { readonly code: 'dossier-answer'; readonly word: string }
  | { readonly code: 'too-long'; readonly word: string }
  | { readonly code: 'only-remarks'; readonly word: string }
  | { readonly code: 'bad-time'; readonly word: string }
  | { readonly code: 'bad-number'; readonly word: string };

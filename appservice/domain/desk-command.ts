import type { CaseNumber } from './ids.ts';

/** A command a counsellor or coordinator writes in a desk room (design 7), parsed. */
export type DeskCommand =
  | { readonly name: 'on' | 'off' | 'pause' | 'who' | 'help' }
  /** Without a number: the card that rings for you, else the oldest. */
  | { readonly name: 'take' | 'pass'; readonly caseNumber: CaseNumber | null }
  /** Without a number: the only open conversation, else the desk asks. */
  | { readonly name: 'end'; readonly caseNumber: CaseNumber | null }
  /** `until` is a wall-clock time `HH:MM` of today in Europe/Brussels; null: until `!open` or the next scheduled opening. */
  | { readonly name: 'close'; readonly until: WallTime | null; readonly reason: string }
  | { readonly name: 'open' }
  /** WHO as it was written: a name, a localpart or a user id. */
  | { readonly name: 'confirm'; readonly who: string };

/** A time on the helpline's wall clock. */
export type WallTime = { readonly hour: number; readonly minute: number };

/** Why a text is no command we can carry out; the desk answers each in a sentence. */
export type CommandProblem =
  /** Does not begin with `!`: small talk at the desk. */
  | { readonly code: 'no-command' }
  /** No such word; the nearest one we know, null when none is near. */
  | { readonly code: 'unknown-word'; readonly word: string; readonly nearest: string | null }
  | { readonly code: 'unexpected-argument'; readonly word: string }
  | { readonly code: 'missing-reason'; readonly word: string }
  | { readonly code: 'missing-who'; readonly word: string }
  | { readonly code: 'bad-time'; readonly word: string }
  | { readonly code: 'bad-number'; readonly word: string };

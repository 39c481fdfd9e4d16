import type { CalendarDay } from '../calendar-day.ts';
import type { ContactQuestion } from '../contact-form.ts';
import type { ContactChoice } from '../contact-lists.ts';
import type { CaseNumber } from '../ids.ts';
import type { DossierMessage } from './dossier-message.ts';

/** Which contact it is about: a conversation by its number, or a telephone call (null), and its day. */
export type ContactName = { readonly caseNumber: CaseNumber | null; readonly day: CalendarDay };

/** A question with what was answered; a null label is "onbekend". */
export type AnsweredQuestion = { readonly question: ContactQuestion; readonly label: string | null };

/** How many contacts are not registered yet, by team; null are people of no team. */
export type UnregisteredCount = { readonly team: string | null; readonly count: number };

/**
 * What the desk says about the register of contacts and the dossier (R62 to R65). What holds answers (`form-…`) is never recorded: it
 * is put together when it is said, and taken back when the contact is registered.
 */
export type RegisterMessage =
  | DossierMessage
  | {
      readonly code: 'form-opening';
      readonly of: ContactName;
      /** What needs not be asked. */
      readonly told: readonly AnsweredQuestion[];
    }
  | {
      readonly code: 'form-question';
      readonly question: ContactQuestion;
      readonly choices: readonly ContactChoice[];
      /** Null while there is no answer. */
      readonly answered: AnsweredQuestion | null;
      /** Counted from 1. */
      readonly place: number;
      readonly total: number;
    }
  | { readonly code: 'form-review'; readonly answers: readonly AnsweredQuestion[] }
  /** What was written is no answer; what is one. */
  | {
      readonly code: 'form-hint';
      /** Conversations that they are in: what they wrote may have been meant for one. */
      readonly caseNumbers: readonly CaseNumber[];
      readonly question: ContactQuestion | null;
      readonly choices: readonly ContactChoice[];
    }
  | { readonly code: 'registered'; readonly of: ContactName }
  | { readonly code: 'put-aside'; readonly of: ContactName }
  | { readonly code: 'old-question' }
  | { readonly code: 'already-registered' }
  | { readonly code: 'lies-aside'; readonly of: ContactName }
  | { readonly code: 'nothing-to-register' }
  | { readonly code: 'not-on-your-list'; readonly caseNumber: CaseNumber }
  /** What was written looks like a telephone number; nothing of it is kept (R63). */
  | { readonly code: 'looks-like-number' }
  | {
      readonly code: 'unregistered';
      readonly own: readonly ContactName[];
      /** For a coordinator only. */
      readonly teams: readonly UnregisteredCount[] | null;
    };

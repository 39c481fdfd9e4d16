import type { DossierAnswer } from '../desk-command.ts';
import type { CaseNumber } from '../ids.ts';

/** What the desk says about dossiers (R64, R65); never what one is called. */
export type DossierMessage =
  /** Explains when a dossier is possible, and asks whether there were more contacts. */
  | { readonly code: 'dossier-rule'; readonly caseNumber: CaseNumber }
  | { readonly code: 'dossier-noted'; readonly caseNumber: CaseNumber; readonly answer: DossierAnswer }
  | { readonly code: 'dossier-not-yet'; readonly caseNumber: CaseNumber }
  | { readonly code: 'dossier-not-yours'; readonly caseNumber: CaseNumber }
  | { readonly code: 'dossier-which'; readonly caseNumbers: readonly CaseNumber[] }
  /** No conversation goes on, and none is on the list. */
  | { readonly code: 'dossier-of-which' };

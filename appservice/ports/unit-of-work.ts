import type { EventId } from '../domain/ids.ts';
import type { Actions } from './actions.ts';
import type { AddressViews } from './address-views.ts';
import type { Alarms } from './alarms.ts';
import type { Audit } from './audit.ts';
import type { Blocks } from './blocks.ts';
import type { Closures } from './closures.ts';
import type { ContactForms } from './contact-forms.ts';
import type { ContactRegister } from './contact-register.ts';
import type { CodeWords } from './code-words.ts';
import type { Conversations } from './conversations.ts';
import type { Departures } from './departures.ts';
import type { DeskInvitations, DeskRooms, DeskSpaces } from './desk-rooms.ts';
import type { DossierNotes } from './dossier-notes.ts';
import type { Duties } from './duties.ts';
import type { FaultReports } from './fault-reports.ts';
import type { FeedbackBox } from './feedback-box.ts';
import type { FeedbackTokens } from './feedback-tokens.ts';
import type { LeftRequests } from './left-requests.ts';
import type { CallerHintsRegister, Recognitions } from './recognitions.ts';
import type { Participants } from './participants.ts';
import type { Reopenings } from './reopenings.ts';
import type { Resumes } from './resumes.ts';

/** What was already acted upon, so that a redelivered event changes nothing. */
export interface HandledEvents {
  /** True the first time it is asked of an event; the record is part of the unit of work. */
  markHandled(eventId: EventId): Promise<boolean>;
  /** Whether it was acted upon, in this unit of work or before. */
  isHandled(eventId: EventId): Promise<boolean>;
  /**
   * Whether an encrypted message was read in this event first. False when it stood in another one before: then somebody
   * sends old ciphertext again, which is no word of whoever once wrote it.
   */
  claimMessage(messageKey: string, eventId: EventId): Promise<boolean>;
}

/** Everything that one unit of work may read and write. */
export interface Registers {
  readonly conversations: Conversations;
  readonly duties: Duties;
  readonly closures: Closures;
  readonly deskRooms: DeskRooms;
  readonly deskSpaces: DeskSpaces;
  readonly deskInvitations: DeskInvitations;
  readonly actions: Actions;
  readonly handledEvents: HandledEvents;
  readonly leftRequests: LeftRequests;
  readonly resumes: Resumes;
  readonly faultReports: FaultReports;
  readonly feedbackTokens: FeedbackTokens;
  readonly feedbackBox: FeedbackBox;
  readonly audit: Audit;
  readonly blocks: Blocks;
  readonly alarms: Alarms;
  readonly recognitions: Recognitions;
  readonly callerHints: CallerHintsRegister;
  readonly contactForms: ContactForms;
  readonly contactRegister: ContactRegister;
  readonly dossierNotes: DossierNotes;
  readonly participants: Participants;
  readonly reopenings: Reopenings;
  readonly departures: Departures;
  readonly addressViews: AddressViews;
  readonly codeWords: CodeWords;
}

/**
 * All of it or nothing of it. Units of work of all replicas run one after the other, so that exactly one of two racing
 * takes wins, and one free slot is reserved once (R11); they hold no call to another system.
 */
export interface UnitOfWork {
  run<T>(work: (registers: Registers) => Promise<T>): Promise<T>;
  /** Only looks, and waits for nobody: what anybody may ask must not hold up what has to be decided. Writing fails. */
  read<T>(work: (registers: Registers) => Promise<T>): Promise<T>;
}

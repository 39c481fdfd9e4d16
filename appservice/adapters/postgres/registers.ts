import type { Clock } from '../../ports/clock.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import type { Registers } from '../../ports/unit-of-work.ts';
import { actionsIn } from './actions.ts';
import { addressViewsIn } from './address-views.ts';
import { alarmsIn } from './alarms.ts';
import { auditIn } from './audit.ts';
import { blocksIn } from './blocks.ts';
import { callerHintsIn } from './caller-hints.ts';
import { closuresIn } from './closures.ts';
import { contactFormsIn } from './contact-forms.ts';
import { contactRegisterIn } from './contact-register.ts';
import { codeWordsIn } from './code-words.ts';
import { conversationsIn } from './conversations.ts';
import { departuresIn } from './departures.ts';
import { deskInvitationsIn, deskRoomsIn, deskSpacesIn } from './desk-rooms.ts';
import { dossierNotesIn } from './dossier-notes.ts';
import { dutiesIn } from './duties.ts';
import { faultReportsIn } from './fault-reports.ts';
import { feedbackBoxIn } from './feedback-box.ts';
import { feedbackTokensIn } from './feedback-tokens.ts';
import { handledEventsIn } from './handled-events.ts';
import { leftRequestsIn } from './left-requests.ts';
import { recognitionsIn } from './recognitions.ts';
import { participantsIn } from './participants.ts';
import { reopeningsIn } from './reopenings.ts';
import { resumesIn } from './resumes.ts';
import type { Transaction } from './transaction.ts';

/** The registers of one unit of work. */
export function registersIn(
  transaction: Transaction,
  parts: { readonly clock: Clock; readonly dataKeys: DataKeys },
): Registers {
  return {
    conversations: conversationsIn(transaction),
    duties: dutiesIn(transaction),
    closures: closuresIn(transaction, parts.dataKeys),
    deskRooms: deskRoomsIn(transaction),
    deskSpaces: deskSpacesIn(transaction),
    deskInvitations: deskInvitationsIn(transaction),
    actions: actionsIn(transaction),
    handledEvents: handledEventsIn(transaction, parts.clock),
    leftRequests: leftRequestsIn(transaction),
    resumes: resumesIn(transaction),
    faultReports: faultReportsIn(transaction, parts.dataKeys),
    feedbackTokens: feedbackTokensIn(transaction, parts.dataKeys),
    feedbackBox: feedbackBoxIn(transaction, parts.dataKeys),
    audit: auditIn(transaction, parts.dataKeys),
    blocks: blocksIn(transaction),
    alarms: alarmsIn(transaction),
    recognitions: recognitionsIn(transaction),
    callerHints: callerHintsIn(transaction),
    contactForms: contactFormsIn(transaction, parts.dataKeys),
    contactRegister: contactRegisterIn(transaction),
    dossierNotes: dossierNotesIn(transaction, parts.dataKeys),
    participants: participantsIn(transaction),
    reopenings: reopeningsIn(transaction),
    departures: departuresIn(transaction),
    addressViews: addressViewsIn(transaction),
    codeWords: codeWordsIn(transaction),
  };
}

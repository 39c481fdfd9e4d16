import type { DossierAnswer } from './desk-command.ts';
import type { ConversationId } from './ids.ts';

/** A `!dossier ja` that waits for the counsellor's word that there were several contacts (R64), with what it is called elsewhere. */
export type AskedDossier = { readonly reference: string | null };

/** What became of the talk about a dossier in one conversation; kept as long as the conversation, and erased with it (R64, R65). */
export type DossierNote = {
  readonly conversationId: ConversationId;
  /** Null while nothing is noted. */
  readonly answer: DossierAnswer | null;
  /** Its name in the organisation's own system. */
  readonly reference: string | null;
  readonly asked: AskedDossier | null;
};

/**
 * Notes an answer. A dossier is possible after several contacts with the same counsellor (R64), which is the counsellor's statement
 * (design 14): a yes waits for it, unless a yes is noted already. A no takes back a yes that waits.
 */
export function withDossierAnswer(
  note: DossierNote,
  { answer, reference }: { readonly answer: DossierAnswer; readonly reference: string | null },
): DossierNote {
  if (answer === 'agreed' && note.answer !== 'agreed') return { ...note, asked: { reference } };
  const kept = answer === 'agreed' ? (reference ?? note.reference) : null;
  return { ...note, answer, reference: kept, asked: null };
}

/** The counsellor says that there were more contacts, or that there were not; undefined when nothing waits for it. */
export function withStatement(note: DossierNote, hadMoreContacts: boolean): DossierNote | undefined {
  if (note.asked === null) return undefined;
  const { reference } = note.asked;
  return hadMoreContacts ? { ...note, answer: 'agreed', reference, asked: null } : { ...note, asked: null };
}

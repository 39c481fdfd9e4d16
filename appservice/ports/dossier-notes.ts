import type { DossierNote } from '../domain/dossier.ts';
import type { ConversationId } from '../domain/ids.ts';

/** What was noted of dossiers, inside a unit of work; a name of one is sealed under the conversation's data key. */
export interface DossierNotes {
  find(conversationId: ConversationId): Promise<DossierNote | undefined>;
  save(note: DossierNote): Promise<void>;
}

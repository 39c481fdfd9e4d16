import type { AuditEntry } from '../domain/audit.ts';
import type { ConversationId } from '../domain/ids.ts';

/** The audit log, inside a unit of work: lines are added, never changed (S32). */
export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** What was done about a conversation, oldest first; a reason is null once its key is gone. */
  about(conversationId: ConversationId): Promise<readonly AuditEntry[]>;
}

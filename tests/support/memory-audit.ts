import type { Audit } from '../../appservice/ports/audit.ts';
import { answer, write, type MemoryDatabase } from './memory-database.ts';

/** The audit log in memory. */
export function memoryAudit(database: MemoryDatabase): Audit {
  return {
    append: (entry) =>
      answer(() => {
        write(database, { audit: [...database.tables.audit, entry] });
      }),
    about: (conversationId) =>
      answer(() => database.tables.audit.filter((entry) => entry.conversationId === conversationId)),
  };
}

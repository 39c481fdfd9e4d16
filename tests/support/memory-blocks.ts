import type { Alarms } from '../../appservice/ports/alarms.ts';
import type { Blocks } from '../../appservice/ports/blocks.ts';
import { answer, MemoryConflictError, write, type MemoryDatabase } from './memory-database.ts';

/** The list of blocks in memory; it cannot be read while `blocks` of the tables is null, as when its table is gone. */
export function memoryBlocks(database: MemoryDatabase): Blocks {
  const rows = () => {
    const { blocks } = database.tables;
    if (blocks === null) throw new MemoryUnreadableError();
    return blocks;
  };
  return {
    all: () => answer(() => rows().toSorted((left, right) => left.from - right.from)),
    add: (block) =>
      answer(() => {
        const isThere = rows().some(({ conversationId }) => conversationId === block.conversationId);
        if (isThere) throw new MemoryConflictError();
        write(database, { blocks: [...rows(), block] });
      }),
    setLine: (conversationId, line) =>
      answer(() => {
        const blocks = rows().map((row) => (row.conversationId === conversationId ? { ...row, line } : row));
        write(database, { blocks });
      }),
    remove: (conversationId) =>
      answer(() => {
        write(database, { blocks: rows().filter((row) => row.conversationId !== conversationId) });
      }),
  };
}

/** Which alarms are on, in memory. */
export function memoryAlarms(database: MemoryDatabase): Alarms {
  const rows = () => database.tables.alarms;
  return {
    since: (code) => answer(() => rows().get(code)),
    raise: (code, now) =>
      answer(() => {
        write(database, { alarms: new Map(rows()).set(code, rows().get(code) ?? now) });
      }),
    clear: (code) =>
      answer(() => {
        const alarms = new Map(rows());
        alarms.delete(code);
        write(database, { alarms });
      }),
  };
}

class MemoryUnreadableError extends Error {
  readonly code = 'blocks-unreadable';
}

import { counsellorOf } from '../../appservice/domain/conversation.ts';
import {
  mostEarlierContacts,
  type EarlierContact,
  type Recognition,
  type RecognitionMark,
} from '../../appservice/domain/recognition.ts';
import type { CallerHintsRegister, Recognitions } from '../../appservice/ports/recognitions.ts';
import { answer, MemoryConflictError, write, type MemoryDatabase } from './memory-database.ts';

/** By what callers can be recognised, in memory. */
export function memoryRecognitions(database: MemoryDatabase): Recognitions {
  const rows = () => database.tables.recognitions;
  const select = (keep: (row: Recognition) => boolean) =>
    answer(() =>
      rows()
        .filter(keep)
        .toSorted((one, other) => one.recordedAt - other.recordedAt),
    );
  return {
    add: (recognition) =>
      answer(() => {
        const { conversationId, kind } = recognition;
        if (rows().some((row) => row.conversationId === conversationId && row.kind === kind)) {
          throw new MemoryConflictError();
        }
        write(database, { recognitions: [...rows(), recognition] });
      }),
    of: (conversationId) => select((row) => row.conversationId === conversationId),
    matching: (kind, marks) => select((row) => row.kind === kind && hasMark(row, marks)),
    contactsWith: async (kind, marks) => {
      const found = await select((row) => row.kind === kind && hasMark(row, marks));
      return found
        .toReversed()
        .flatMap((row) => contactOf(database, row))
        .slice(0, mostEarlierContacts);
    },
    recordedBefore: (instant) => select((row) => row.recordedAt < instant),
    noteCounsellor: (conversationId, counsellor) =>
      answer(() => {
        const recognitions = rows().map((row) =>
          row.conversationId === conversationId ? { ...row, counsellor } : row,
        );
        write(database, { recognitions });
      }),
    remove: (conversationId) =>
      answer(() => {
        write(database, { recognitions: rows().filter((row) => row.conversationId !== conversationId) });
      }),
  };
}

function contactOf(database: MemoryDatabase, row: Recognition): readonly EarlierContact[] {
  const { conversationId, recordedAt: startedAt } = row;
  const phase = database.tables.conversations.get(conversationId)?.conversation.phase;
  if (phase === undefined) return [];
  const wasContact =
    phase.name === 'ended' ? phase.wasAttended : phase.name === 'joined' || phase.name === 'talking';
  const counsellor = counsellorOf(phase) ?? row.counsellor;
  return wasContact ? [{ conversationId, startedAt, counsellor }] : [];
}

function hasMark({ mark }: Recognition, marks: readonly RecognitionMark[]): boolean {
  return marks.some(({ keyId, fingerprint }) => keyId === mark.keyId && fingerprint === mark.fingerprint);
}

/** What counsellors are told about who may have called before, in memory. */
export function memoryCallerHints(database: MemoryDatabase): CallerHintsRegister {
  const rows = () => database.tables.callerHints;
  return {
    put: (hints) =>
      answer(() => {
        if (rows().has(hints.conversationId)) throw new MemoryConflictError();
        write(database, { callerHints: new Map(rows()).set(hints.conversationId, hints) });
      }),
    find: (conversationId) => answer(() => rows().get(conversationId)),
    preferences: () =>
      answer(() => {
        const preferred = [...rows().values()].flatMap(({ conversationId, preferred: who }) =>
          who === null ? [] : [[conversationId, who] as const],
        );
        return new Map(preferred);
      }),
    remove: (conversationId) =>
      answer(() => {
        write(database, { callerHints: new Map([...rows()].filter(([id]) => id !== conversationId)) });
      }),
  };
}

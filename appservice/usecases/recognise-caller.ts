import type { Conversation } from '../domain/conversation.ts';
import { folded } from '../domain/folded.ts';
import { lineOf } from '../domain/line.ts';
import { hintsFrom, type RecognitionMark } from '../domain/recognition.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { RecognisedKind, RecognitionKey, RecognitionKeys } from '../ports/recognition-keys.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** What recognising needs. */
export interface RecogniseCallerDependencies {
  readonly recognitionKeys: RecognitionKeys;
  readonly eventLog: EventLog;
}

/** By what a caller is recognised: under this month's key, and under every key that is alive, for comparing. */
type Marks = { readonly current: RecognitionMark; readonly alive: readonly RecognitionMark[] };

/** The marks of a caller who wants to chat; null for what is not known. */
export type CallerMarks = {
  readonly address: Marks | null;
  readonly nickname: Marks | null;
  /** Every key that is there: a block that needs another one cannot be compared with (R35). */
  readonly keyIds: readonly string[];
};

/**
 * Reads the keys and makes the marks of a caller, before the unit of work in which the conversation begins. Null when the keys
 * cannot be read: that is logged, and keeps everybody from chatting, because nobody can tell who is blocked (lessons 1.10).
 */
export async function marksOfCaller(
  { recognitionKeys, eventLog }: RecogniseCallerDependencies,
  caller: { readonly address: string; readonly nickname: string | null },
): Promise<CallerMarks | null> {
  try {
    const current = await recognitionKeys.current();
    const alive = await recognitionKeys.alive();
    const marksOf = (kind: RecognisedKind, value: string | null): Marks | null => {
      if (value === null) return null;
      const mark = (key: RecognitionKey) => ({ keyId: key.id, fingerprint: key.fingerprint(kind, value) });
      return { current: mark(current), alive: alive.map(mark) };
    };
    return {
      address: marksOf('address', lineOf(caller.address)),
      nickname: marksOf('nickname', caller.nickname === null ? null : folded(caller.nickname)),
      keyIds: alive.map(({ id }) => id),
    };
  } catch (error) {
    if (!isCoded(error)) throw error;
    eventLog.log({ event: 'recognition.failed', code: failureCode(error) });
    return null;
  }
}

/** Records by what a new conversation's caller can be recognised, and what is to be told of earlier ones (R23, R28). */
export async function recordRecognition(
  registers: Registers,
  conversation: Conversation,
  marks: CallerMarks,
): Promise<void> {
  const { conversationId, createdAt: recordedAt } = conversation;
  const { recognitions, callerHints } = registers;
  const earlier = {
    address: await recognitions.contactsWith('address', marks.address?.alive ?? []),
    nickname: await recognitions.contactsWith('nickname', marks.nickname?.alive ?? []),
  };
  for (const kind of ['address', 'nickname'] as const) {
    const mark = marks[kind]?.current;
    if (mark !== undefined) {
      await recognitions.add({ conversationId, kind, mark, recordedAt, counsellor: null });
    }
  }
  const hints = hintsFrom(conversation, earlier);
  if (hints.line !== null || hints.nicknameAt !== null) await callerHints.put(hints);
}

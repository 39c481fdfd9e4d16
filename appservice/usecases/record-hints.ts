import { takeOf, type Conversation, type Take } from '../domain/conversation.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';

/** Records that whoever has a conversation from now on is told who may have called before (R23, R28); nothing when there is nothing. */
export async function recordHints(
  { callerHints, actions }: Registers,
  conversationId: ConversationId,
  take: Take,
): Promise<void> {
  if ((await callerHints.find(conversationId)) === undefined) return;
  await actions.enqueue({
    key: actionKeys.hints(conversationId, take),
    lane: actionLanes.desk({ own: take.counsellor }),
    conversationId,
    action: { kind: 'tell-hints', reader: take.counsellor },
  });
}

/** Records that what somebody was told of a conversation is taken back: they have it no more. */
export async function recordHintsOver(
  { actions }: Registers,
  conversationId: ConversationId,
  take: Take,
): Promise<void> {
  const of = actionKeys.hints(conversationId, take);
  if (!(await actions.isRecorded(of))) return;
  await actions.enqueue({
    key: actionKeys.edit(of, 'over'),
    lane: actionLanes.desk({ own: take.counsellor }),
    conversationId,
    action: { kind: 'desk-redact', of },
  });
}

/** Records at the end of a conversation who had it, for the next one (R28), and that its hints are gone. */
export async function recordRecognitionOver(
  registers: Registers,
  { conversationId, phase }: Conversation,
): Promise<void> {
  const take = takeOf(phase);
  if (take !== undefined) {
    await registers.recognitions.noteCounsellor(conversationId, take.counsellor);
    await recordHintsOver(registers, conversationId, take);
  }
  await registers.callerHints.remove(conversationId);
}

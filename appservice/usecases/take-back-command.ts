import { parseDeskCommand } from '../domain/parse-desk-command.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What somebody wrote in a desk room. */
export type WrittenText = { readonly place: DeskPlace; readonly event: RoomEvent; readonly body: string };

/**
 * Records that a command which stands in a team's desk room is taken back there, because colleagues would read its reasons
 * (design 7); whoever wrote it is told where commands go. Small talk stays.
 */
export async function takeBackCommand(registers: Registers, written: WrittenText): Promise<void> {
  const { place, event, body } = written;
  if ('own' in place || !isCommand(body)) return;
  await recordTakenBack(registers, event);
  await recordDeskMessage(registers, {
    to: { own: event.sender },
    key: actionKeys.cause(event.eventId, 'moved'),
    message: { kind: 'desk-room', message: { code: 'command-moved' } },
  });
}

/** Records that what somebody wrote in a desk room is taken back. */
export async function recordTakenBack(registers: Registers, { eventId, roomId }: RoomEvent): Promise<void> {
  await registers.actions.enqueue({
    key: actionKeys.cause(eventId, 'taken-back'),
    lane: actionLanes.redaction(eventId),
    conversationId: null,
    action: { kind: 'redact-command', place: { roomId, eventId } },
  });
}

/** Whether a text is meant for the desk, understood or not. */
export function isCommand(body: string): boolean {
  const parsed = parseDeskCommand(body);
  return parsed.ok || parsed.problem.code !== 'no-command';
}

import type { DeskRoomMessage } from '../desk-messages/desk-room-message.ts';

/** What the desk says about the desk rooms themselves: edits, wrong rooms, old cards (design 7). */
export function deskRoomWords(message: DeskRoomMessage): string {
  return message.code;
}

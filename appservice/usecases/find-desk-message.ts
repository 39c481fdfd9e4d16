import type { EventPlace } from '../domain/conversation.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/**
 * Where the message lies that the action with this key sent. Undefined when there is none to change: it was not sent, or its
 * desk room is gone.
 */
export async function findDeskMessage(registers: Registers, key: string): Promise<EventPlace | undefined> {
  const sent = await registers.actions.sentBy(key);
  if (sent === undefined) return undefined;
  const place = await registers.deskRooms.placeOf(sent.roomId);
  return place === undefined ? undefined : sent;
}

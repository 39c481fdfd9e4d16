import type { Conversation } from '../domain/conversation.ts';
import {
  areServiceLevels,
  conversationLevels,
  deskLevels,
  isSameLevels,
  type RoomLevels,
} from '../domain/room-levels.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordIntrusion, type Intrusion } from './record-intrusion.ts';
import type { Scene } from './scene.ts';

/** What people may do in a room of ours is another, by whatever hand: null when it is not even put as we put it. */
export type LevelsChange = { readonly event: RoomEvent; readonly levels: RoomLevels | null };

/**
 * Somebody changed what people may do in a conversation's room: it is put back. Such as the service never sets them they are the
 * homeserver's administrator's doing, in the host's name: audited, and told (T18).
 */
export async function followConversationLevels(
  registers: Registers,
  scene: Scene,
  { conversation, event, levels }: LevelsChange & { readonly conversation: Conversation },
): Promise<void> {
  const { caller } = conversation;
  if (levels !== null && isSameLevels(levels, conversationLevels([caller]))) return;
  const colleagues = scene.roster.members.map(({ userId }) => userId);
  const isOurs = levels !== null && areServiceLevels(levels, { caller, colleagues });
  await recordPutBack(registers, scene, { event, isOurs, room: { conversation } });
}

/** The same in a desk room, where the desk never changes them. */
export async function followDeskLevels(
  registers: Registers,
  scene: Scene,
  { place, event, levels }: LevelsChange & { readonly place: DeskPlace },
): Promise<void> {
  if (levels !== null && isSameLevels(levels, deskLevels)) return;
  await recordPutBack(registers, scene, { event, isOurs: false, room: { place } });
}

async function recordPutBack(
  registers: Registers,
  scene: Scene,
  { event, isOurs, room }: Pick<Intrusion, 'room'> & { readonly event: RoomEvent; readonly isOurs: boolean },
): Promise<void> {
  const { eventId, roomId, sender: by } = event;
  if (!(await registers.handledEvents.markHandled(eventId))) return;
  await registers.actions.enqueue({
    key: actionKeys.cause(eventId, 'put-back-levels'),
    lane: actionLanes.room(roomId),
    conversationId: 'conversation' in room ? room.conversation.conversationId : null,
    action: { kind: 'put-back-levels', roomId },
  });
  if (isOurs) return;
  await recordIntrusion(registers, scene, { roomId, room, by, what: { code: 'rights-changed' } });
}

import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { IntrusionMessage, IntrusionPlace } from '../domain/desk-messages/intrusion-message.ts';
import type { RoomId, UserId } from '../domain/ids.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import { minuteMs } from '../domain/time.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** A meddling with a room of ours that none of the people in it could do: it takes power over the homeserver. */
export type Intrusion = {
  readonly roomId: RoomId;
  readonly room: { readonly conversation: Conversation } | { readonly place: DeskPlace };
  /** In whose name it was done; it may be the host's or the desk's. */
  readonly by: UserId;
  readonly what: IntrusionMessage['what'];
};

const hourMs = 60 * minuteMs;

/**
 * Records that somebody meddled with a room: it is audited each time, and rings for every coordinator and for whoever works in
 * that room, once an hour for each stranger (T18, R55). Whoever undoes it does that as well.
 */
export async function recordIntrusion(
  registers: Registers,
  { roster, now }: Scene,
  { roomId, room, by, what }: Intrusion,
): Promise<void> {
  const conversationId = 'conversation' in room ? room.conversation.conversationId : null;
  const isStranger = what.code === 'let-in';
  await registers.audit.append({
    at: now,
    act: isStranger ? 'stranger-removed' : 'rights-restored',
    who: by,
    conversationId,
    subject: isStranger ? what.stranger : null,
    reason: null,
  });
  const where = placeOf(roster, room);
  const hour = Math.floor(now / hourMs);
  for (const { reader, isCoordinator } of readersOf(roster, room)) {
    await recordDeskMessage(registers, {
      to: { own: reader },
      key: actionKeys.intrusion(roomId, { what: isStranger ? what.stranger : what.code, reader, hour }),
      message: { kind: 'desk-room', message: { code: 'intrusion', what, where, isCoordinator } },
      mention: reader,
      ...(conversationId === null ? {} : { conversationId }),
    });
  }
}

function placeOf(roster: Roster, room: Intrusion['room']): IntrusionPlace {
  if ('conversation' in room) return { conversation: room.conversation.caseNumber };
  const { place } = room;
  if ('own' in place) return { desk: rosterMember(roster, place.own)?.name ?? place.own };
  return { desk: roster.teams.find(({ teamId }) => teamId === place.team)?.name ?? place.team };
}

type Reader = { readonly reader: UserId; readonly isCoordinator: boolean };

/** Every coordinator, because it concerns the homeserver and not a team; and who works in that room now. */
function readersOf({ members }: Roster, room: Intrusion['room']): readonly Reader[] {
  const inRoom = workingIn(room);
  return members
    .map(({ userId, role }) => ({ reader: userId, isCoordinator: role === 'coordinator' }))
    .filter(({ reader, isCoordinator }) => isCoordinator || inRoom.includes(reader));
}

function workingIn(room: Intrusion['room']): readonly UserId[] {
  if ('place' in room) return 'own' in room.place ? [room.place.own] : [];
  const { phase, company } = room.conversation;
  const counsellor = counsellorOf(phase);
  return counsellor === undefined ? company.readers : [counsellor, ...company.readers];
}

import type { UserId } from '../domain/ids.ts';
import { isOfTeam, rosterMember, type Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What keeping strangers out of desk rooms needs. */
export interface KeepStrangerOutDependencies {
  readonly roster: Roster;
  readonly clock: Clock;
  readonly desk: UserId;
}

/**
 * Records that somebody who came into a desk room, or was invited, and whom the roster does not name there, is removed
 * again (R55). The room's power levels let nobody but the desk invite: should that ever fail, it is undone, told to whoever
 * did it, and audited.
 */
export async function keepStrangerOut(
  registers: Registers,
  { roster, clock, desk }: KeepStrangerOutDependencies,
  { place, event }: { readonly place: DeskPlace; readonly event: RoomEvent },
): Promise<void> {
  const { content, eventId, roomId, sender } = event;
  if (content.kind !== 'member' || content.membership === 'leave' || content.membership === 'ban') return;
  const { member } = content;
  if (member === desk || belongs(roster, place, member)) return;
  if (!(await registers.handledEvents.markHandled(eventId))) return;
  await registers.actions.enqueue({
    key: actionKeys.cause(eventId, 'remove'),
    lane: actionLanes.stranger(roomId, member),
    conversationId: null,
    action: { kind: 'desk-remove', roomId, person: member },
  });
  await registers.audit.append({
    at: clock.now(),
    act: 'stranger-removed',
    who: sender,
    conversationId: null,
    subject: member,
    reason: null,
  });
  if (rosterMember(roster, sender) === undefined) return;
  await recordDeskMessage(registers, {
    to: { own: sender },
    key: actionKeys.cause(eventId, 'answer'),
    message: { kind: 'desk-room', message: { code: 'stranger-removed' } },
  });
}

function belongs(roster: Roster, place: DeskPlace, person: UserId): boolean {
  if ('own' in place) return place.own === person;
  const member = rosterMember(roster, person);
  return member !== undefined && isOfTeam(member, place.team);
}

import { isOffboarded } from '../domain/duty.ts';
import type { UserId } from '../domain/ids.ts';
import { isOfTeam, rosterMember, type Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import { recordIntrusion } from './record-intrusion.ts';

/** What keeping strangers out of desk rooms needs. */
export interface KeepStrangerOutDependencies {
  readonly roster: Roster;
  readonly clock: Clock;
  readonly desk: UserId;
}

/**
 * Records that somebody who came into a desk room, or was invited, and whom the roster does not name there, is removed
 * again (R55). The room's power levels let nobody but the desk invite, in whose name the homeserver's administrator does it:
 * so it is undone whoever did it, audited, and told to whoever did it, or rings when that is no colleague (T18).
 */
export async function keepStrangerOut(
  registers: Registers,
  { roster, clock, desk }: KeepStrangerOutDependencies,
  { place, event }: { readonly place: DeskPlace; readonly event: RoomEvent },
): Promise<void> {
  const { content, eventId, roomId, sender } = event;
  if (content.kind !== 'member' || content.membership === 'leave' || content.membership === 'ban') return;
  const { member } = content;
  if (member === desk || (await belongs(registers, roster, { place, person: member }))) return;
  if (!(await registers.handledEvents.markHandled(eventId))) return;
  await registers.actions.enqueue({
    key: actionKeys.cause(eventId, 'remove'),
    lane: actionLanes.stranger(roomId, member),
    conversationId: null,
    action: { kind: 'desk-remove', roomId, person: member },
  });
  const now = clock.now();
  if (rosterMember(roster, sender) === undefined) {
    const what = { code: 'let-in', stranger: member } as const;
    await recordIntrusion(registers, { roster, now }, { roomId, room: { place }, by: sender, what });
    return;
  }
  const entry = { at: now, act: 'stranger-removed', who: sender, conversationId: null } as const;
  await registers.audit.append({ ...entry, subject: member, reason: null });
  await recordDeskMessage(registers, {
    to: { own: sender },
    key: actionKeys.cause(eventId, 'answer'),
    message: { kind: 'desk-room', message: { code: 'stranger-removed' } },
  });
}

/** Whoever works here no more belongs nowhere, whatever the configuration still says (S30). */
async function belongs(
  { duties }: Registers,
  roster: Roster,
  { place, person }: { readonly place: DeskPlace; readonly person: UserId },
): Promise<boolean> {
  if (isOffboarded(await duties.find(person))) return false;
  if ('own' in place) return place.own === person;
  const member = rosterMember(roster, person);
  return member !== undefined && isOfTeam(member, place.team);
}

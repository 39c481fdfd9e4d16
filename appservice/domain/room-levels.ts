import type { UserId } from './ids.ts';

/** What people may do in a room, as Matrix's power levels say it (Matrix specification, `m.room.power_levels`). */
export type RoomLevels = {
  /** Who may more than everybody. */
  readonly users: Readonly<Record<string, number>>;
  readonly users_default: number;
  readonly events_default: number;
  readonly state_default: number;
  readonly kick: number;
  readonly ban: number;
  readonly redact: number;
  readonly invite: number;
  /** What it takes to send an event of a type. */
  readonly events: Readonly<Record<string, number>>;
};

/** Only its creator may act in it: no calls, polls, reactions, pins, state. Version 12 gives the creator endless power. */
export const closedLevels = {
  users_default: 0,
  events_default: 100,
  state_default: 100,
  kick: 100,
  ban: 100,
  redact: 100,
} as const;

/** What inviting takes in a conversation room; it lets nobody do anything else. */
export const invitePower = 50;

/**
 * A conversation's room (design 5.3): these people may invite, the caller because a hand-over needs it (feasibility D 5);
 * ciphertext and taking back one's own words are all that anybody may send.
 */
export function conversationLevels(inviters: readonly UserId[]): RoomLevels {
  return {
    ...closedLevels,
    users: Object.fromEntries(inviters.map((person) => [person, invitePower])),
    invite: invitePower,
    events: { 'm.room.encrypted': 0, 'm.room.redaction': 0 },
  };
}

/** A desk room (design 7): its people write and react, the desk does everything else. */
export const deskLevels: RoomLevels = {
  ...closedLevels,
  users: {},
  invite: 100,
  events: { 'm.room.encrypted': 0, 'm.room.message': 0, 'm.reaction': 0, 'm.room.redaction': 0 },
};

/** Whether a room lets people do exactly this. */
export function isSameLevels(one: RoomLevels, other: RoomLevels): boolean {
  const { users, events, ...rest } = one;
  const { users: otherUsers, events: otherEvents, ...otherRest } = other;
  return isSame(users, otherUsers) && isSame(events, otherEvents) && isSame(rest, otherRest);
}

/**
 * Whether levels of a conversation's room are such as the service gives, now or a moment ago: the usual ones, and nobody
 * with power but the caller and colleagues, who may invite.
 */
export function areServiceLevels(
  levels: RoomLevels,
  { caller, colleagues }: { readonly caller: UserId; readonly colleagues: readonly UserId[] },
): boolean {
  const inviters = colleagues.filter((person) => Object.hasOwn(levels.users, person));
  return isSameLevels(levels, conversationLevels([caller, ...inviters]));
}

function isSame(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && one[name] === other[name])
  );
}

/** Text that was parsed into one kind of identifier, so that a room id cannot be passed where a user id is due. */
type Branded<Kind extends string> = string & { readonly kind: Kind };

/** A Matrix user id, `@localpart:server`. */
export type UserId = Branded<'UserId'>;

/** A Matrix room id. From room version 12 on it names no server: never split it. */
export type RoomId = Branded<'RoomId'>;

/** A Matrix event id. */
export type EventId = Branded<'EventId'>;

/** A Matrix device id. */
export type DeviceId = Branded<'DeviceId'>;

/** Our own random identifier of one conversation (UUID). It never leaves the service. */
export type ConversationId = Branded<'ConversationId'>;

/** The random case number that names a conversation to counsellors, such as `4711` (S23). */
export type CaseNumber = Branded<'CaseNumber'>;

/** A team's short name from the configuration, such as `limburg`. */
export type TeamId = Branded<'TeamId'>;

/** Parses a Matrix user id (Matrix specification, user identifiers); undefined when it is none. */
export function parseUserId(text: string): UserId | undefined {
  return /^@[\x21-\x39\x3B-\x7E]{1,200}:[A-Za-z0-9.\-:[\]]{1,200}$/.test(text) && text.length <= 255
    ? (text as UserId)
    : undefined;
}

/** Parses a Matrix room id of any room version; undefined when it is none. */
export function parseRoomId(text: string): RoomId | undefined {
  return /^!(?:(?![/?#\\])[!-~]){1,254}$/.test(text) ? (text as RoomId) : undefined;
}

/** Parses a Matrix event id; undefined when it is none. */
export function parseEventId(text: string): EventId | undefined {
  return /^\$(?:(?![/?#\\])[!-~]){1,254}$/.test(text) ? (text as EventId) : undefined;
}

/** Parses a Matrix device id as we make and accept them; undefined when it is none. */
export function parseDeviceId(text: string): DeviceId | undefined {
  return /^[A-Za-z0-9_.=-]{1,100}$/.test(text) ? (text as DeviceId) : undefined;
}

/** Parses our own conversation id (UUID, lower case); undefined when it is none. */
export function parseConversationId(text: string): ConversationId | undefined {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
    ? (text as ConversationId)
    : undefined;
}

/** Parses a case number (four to eight digits, no leading zero); undefined when it is none. */
export function parseCaseNumber(text: string): CaseNumber | undefined {
  return /^[1-9][0-9]{3,7}$/.test(text) ? (text as CaseNumber) : undefined;
}

/** Parses a team's short name; undefined when it is none. */
export function parseTeamId(text: string): TeamId | undefined {
  return /^[a-z][a-z0-9-]{0,40}$/.test(text) ? (text as TeamId) : undefined;
}

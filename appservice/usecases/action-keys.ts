import type { AddressView } from '../domain/address.ts';
import type { Ring, Take } from '../domain/conversation.ts';
import type { ConversationId, EventId, RoomId, TeamId, UserId } from '../domain/ids.ts';
import type { Block } from '../domain/blocking.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';

/**
 * The keys of actions: each names one thing that is done once, so that whoever decides it again records nothing twice.
 * `version` is the conversation's, right after it was saved with the change that asks for the action.
 */
export const actionKeys = {
  /** The card with a hand before one counsellor; `Ring.since` tells a second ring of the same person apart. */
  ringCard: (conversationId: ConversationId, ring: Ring) =>
    `${conversationId}:card:${ring.counsellor}:${ring.since}`,
  /** The card of the counsellor who has the conversation: their ring card edited, or a message of its own, at each take anew. */
  heldCard: (conversationId: ConversationId, { counsellor, takenAt }: Take) =>
    `${conversationId}:held:${counsellor}:${takenAt}`,
  /** The card that asks a colleague to come (`company.ts`). */
  companyCard: (conversationId: ConversationId, colleague: UserId, askedAt: number) =>
    `${conversationId}:company:${colleague}:${askedAt}`,
  teamCard: (conversationId: ConversationId, teamId: TeamId) => `${conversationId}:team:${teamId}`,
  /** A later state of a card. */
  edit: (card: string, change: string | number) => `${card}:${change}`,
  /** Something that follows from one change of a conversation. */
  change: (conversationId: ConversationId, what: string, version: number) =>
    `${conversationId}:${what}:${version}`,
  /** What the counsellor is told about who may have called before, at each take anew. */
  hints: (conversationId: ConversationId, { counsellor, takenAt }: Take) =>
    `${conversationId}:hints:${counsellor}:${takenAt}`,
  /** A note of the rhythm (R15), at each talk anew. */
  rhythmNote: (conversationId: ConversationId, note: number, talkingSince: number) =>
    `${conversationId}:rhythm:${note}:${talkingSince}`,
  /** What is asked or told about a conversation whose counsellor's shift ended at `since` (S40). */
  shiftEnd: (conversationId: ConversationId, since: number, what: string) =>
    `${conversationId}:shift-end:${since}:${what}`,
  ended: (conversationId: ConversationId) => `${conversationId}:ended`,
  /** The address as it is told to a counsellor. */
  address: ({ conversationId, viewId }: Pick<AddressView, 'conversationId' | 'viewId'>) =>
    `${conversationId}:address:${viewId}`,
  /** The question whether somebody may be shown an address. */
  addressQuestion: (view: Pick<AddressView, 'conversationId' | 'viewId'>, person: UserId) =>
    `${view.conversationId}:address:${view.viewId}:${person}`,
  /** Once for each event that should not have been in a conversation. */
  misplaced: (conversationId: ConversationId, eventId: EventId) => `${conversationId}:misplaced:${eventId}`,
  closeRoom: (conversationId: ConversationId) => `${conversationId}:close`,
  /** A room that a start running beside another one made in vain. */
  surplusRoom: (conversationId: ConversationId, roomId: RoomId) => `${conversationId}:surplus:${roomId}`,
  /** What follows from one event, such as the answer to a command. */
  cause: (eventId: EventId, what: string) => `${eventId}:${what}`,
  /** What is said to somebody about one event once, however often it is the case. */
  about: (eventId: EventId, what: string, who: UserId) => `${eventId}:${what}:${who}`,
  /** What follows from a change of somebody's duty. */
  duty: (counsellor: UserId, what: string, since: number) => `duty:${counsellor}:${what}:${since}`,
  /** What is said about words at somebody's own desk that are no command; `minute` since the epoch. */
  talk: (counsellor: UserId, minute: number) => `talk:${counsellor}:${minute}`,
  fault: (reportNumber: number, reader: UserId) => `fault:${reportNumber}:${reader}`,
  /** The question whether somebody leaves service, asked of this coordinator at that instant. */
  offboarding: (by: UserId, leaver: UserId, askedAt: number) => `offboarding:${askedAt}:${by} ${leaver}`,
  closeAccount: (member: UserId) => `close-account:${member}`,
  /** The card of a block in a team's desk room; `from` tells a later block of the same conversation apart. */
  blockCard: ({ conversationId, from }: Block, teamId: TeamId) => `block:${conversationId}:${from}:${teamId}`,
  /** Somebody for whom an ended conversation was open again until then is taken out. */
  readingOver: (conversationId: ConversationId, person: UserId, until: number) =>
    `${conversationId}:reading-over:${person}:${until}`,
  /** The question whether the line of a block is blocked as well. */
  blockQuestion: ({ conversationId, from }: Block) => `block-question:${conversationId}:${from}`,
  /** What a coordinator is told of an outage that began at `since`. */
  alarm: (code: string, reader: UserId, since: number) => `alarm:${code}:${reader}:${since}`,
  /** What somebody is told about a meddling with a room (`what`: the stranger, or the rights), once in an hour since the epoch. */
  intrusion: (roomId: RoomId, { what, reader, hour }: { what: string; reader: UserId; hour: number }) =>
    `intrusion:${roomId}:${what}:${reader}:${hour}`,
  welcome: (counsellor: UserId) => `welcome:${counsellor}`,
  /** In an own desk room that is not their first. */
  welcomeAgain: (counsellor: UserId, roomId: RoomId) => `welcome:${counsellor}:${roomId}`,
} as const;

/** Whether the action with this key put up a card that can be taken or passed. */
export function isCardKey(key: string, conversationId: ConversationId): boolean {
  return ['card', 'held', 'team'].some((kind) => key.startsWith(`${conversationId}:${kind}:`));
}

/** Whether the action with this key put up a card that asks a colleague to come. */
export function isCompanyCardKey(key: string, conversationId: ConversationId): boolean {
  return key.startsWith(`${conversationId}:company:`);
}

/** Whether the action with this key asked whether to round off or to go on (R15). */
export function isRhythmKey(key: string, conversationId: ConversationId): boolean {
  return key.startsWith(`${conversationId}:rhythm:`);
}

/** Whether the action with this key asked about the line of a block. */
export function isBlockQuestionKey(key: string): boolean {
  return key.startsWith('block-question:');
}

/** Whether the action with this key asked somebody whether a colleague may be shown an address. */
export function isAddressQuestionKey(key: string, conversationId: ConversationId): boolean {
  return key.startsWith(`${conversationId}:address:`);
}

/** Whom a question whether somebody leaves service is about, and when it was asked; undefined for every other key. */
export function offboardingOfKey(
  key: string,
): { readonly leaver: string; readonly askedAt: number } | undefined {
  const [, askedAt, leaver] = /^offboarding:(\d+):[^ ]+ (.+)$/u.exec(key) ?? [];
  return askedAt === undefined || leaver === undefined ? undefined : { leaver, askedAt: Number(askedAt) };
}

/** The lanes of actions: within one, order counts (a card before its edit, an invitation before its withdrawal). */
export const actionLanes = {
  desk: (place: DeskPlace) => ('own' in place ? `desk:${place.own}` : `team:${place.team}`),
  room: (roomId: RoomId) => `room:${roomId}`,
  /** A report that cannot be told holds up nothing else that the desk has to say. */
  fault: (reportNumber: number, reader: UserId) => `fault:${reportNumber}:${reader}`,
  account: (member: UserId) => `account:${member}`,
  /** A command that others would read is taken back at once, whatever else waits. */
  redaction: (eventId: EventId) => `redaction:${eventId}`,
  /** A stranger's removal waits for nothing else. */
  stranger: (roomId: RoomId, stranger: UserId) => `stranger:${roomId}:${stranger}`,
} as const;

import type {
  CaseNumber,
  ConversationId,
  DeviceId,
  EventId,
  RoomId,
  TeamId,
  UserId,
} from '../../appservice/domain/ids.ts';
import {
  parseCaseNumber,
  parseConversationId,
  parseDeviceId,
  parseEventId,
  parseRoomId,
  parseTeamId,
  parseUserId,
} from '../../appservice/domain/ids.ts';

/** A user id a test writes; a mistyped one fails the test at once. */
export const userId = (text: string): UserId => must(parseUserId(text), text);

/** A room id a test writes. */
export const roomId = (text: string): RoomId => must(parseRoomId(text), text);

/** An event id a test writes. */
export const eventId = (text: string): EventId => must(parseEventId(text), text);

/** A device id a test writes. */
export const deviceId = (text: string): DeviceId => must(parseDeviceId(text), text);

/** A case number a test writes. */
export const caseNumber = (text: string): CaseNumber => must(parseCaseNumber(text), text);

/** A team's short name a test writes. */
export const teamId = (text: string): TeamId => must(parseTeamId(text), text);

/** The conversation id that ends in a number. */
export const conversationId = (count: number): ConversationId => {
  const text = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  return must(parseConversationId(text), text);
};

/** What is there; fails the test with a name where it is not. */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`the test expects ${what}`);
  return value;
}

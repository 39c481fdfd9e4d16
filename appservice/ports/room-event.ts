import type { EventId, RoomId, UserId } from '../domain/ids.ts';
import type { RoomLevels } from '../domain/room-levels.ts';

/** An event of a room as a transaction brought it, parsed at the edge. */
export type RoomEvent = {
  readonly eventId: EventId;
  readonly roomId: RoomId;
  readonly sender: UserId;
  /** The homeserver's clock, milliseconds; for the age of a message only. */
  readonly originServerTs: number;
  readonly content: RoomEventContent;
  /** The event as it came, for decryption. */
  readonly raw: Readonly<Record<string, unknown>>;
};

/** The kinds of event the service acts upon; everything else is `other`. */
export type RoomEventContent =
  | {
      readonly kind: 'member';
      readonly member: UserId;
      readonly membership: 'invite' | 'join' | 'leave' | 'ban' | 'knock';
    }
  /** What people may do in the room is another from now on; null when it is not put as the service puts it. */
  | { readonly kind: 'power-levels'; readonly levels: RoomLevels | null }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'plain-message' }
  | { readonly kind: 'reaction'; readonly to: EventId; readonly key: string }
  /** Somebody took an event back: a message that they deleted, a reaction that they removed. */
  | { readonly kind: 'redaction'; readonly of: EventId }
  | { readonly kind: 'other' };

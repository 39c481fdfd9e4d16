import type { EventPlace } from '../../appservice/domain/conversation.ts';
import type { DeskMessage } from '../../appservice/domain/desk-message.ts';
import type { EventId, RoomId, UserId } from '../../appservice/domain/ids.ts';
import type { DeskReader, DeskRoomMaker, DeskSender } from '../../appservice/ports/desk.ts';
import type { RoomEvent } from '../../appservice/ports/room-event.ts';

/** A message as its reader sees it. */
export type SeenMessage = {
  /** As it was sent, then each text that replaced it. */
  readonly versions: readonly unknown[];
  readonly isMention: boolean;
  readonly reactions: readonly string[];
};

/** A desk with one reader in their own desk room, behind the ports; it lasts for a whole suite. */
export type DeskWorld = {
  readonly sender: DeskSender;
  readonly reader: DeskReader;
  readonly maker: DeskRoomMaker;
  readonly desk: UserId;
  /** In `room`, with a device that can read the desk. */
  readonly counsellor: UserId;
  readonly room: RoomId;
  /** Two others with an account. */
  readonly colleagues: { readonly an: UserId; readonly bo: UserId };
  /** Rooms in which the desk may say nothing. */
  readonly closedRooms: readonly RoomId[];
  /** Everything that the counsellor sees of a message by the time they have seen so much of it, and what was sent after it. */
  readonly seen: (
    message: EventPlace,
    least?: { versions?: number; reactions?: number },
  ) => Promise<SeenMessage>;
  /** Whether the homeserver shows an event of the desk's rooms as taken back. */
  readonly isTakenBack: (event: EventPlace) => Promise<boolean>;
  /** How somebody stands to one of the desk's rooms: `leave` also for whoever was never in it. */
  readonly membership: (roomId: RoomId, person: UserId) => Promise<string>;
  /** What a space says it holds. */
  readonly children: (space: RoomId) => Promise<readonly RoomId[]>;
  /** What a space shows to one of the colleagues, who is in it. */
  readonly shownIn: (space: RoomId, person: UserId) => Promise<readonly RoomId[]>;
  /** An administrator deletes a room from the homeserver. */
  readonly destroy: (roomId: RoomId) => Promise<void>;
  /** One of the colleagues accepts an invitation. */
  readonly enter: (roomId: RoomId, person: UserId) => Promise<void>;
  /** One of the colleagues declines an invitation or goes. */
  readonly leave: (roomId: RoomId, person: UserId) => Promise<void>;
  /** What the counsellor does in `room`; encrypted when they write. */
  readonly counsellorDoes: {
    readonly write: (body: string) => Promise<EventId>;
    /** Sends the same ciphertext in another event. */
    readonly writeAgain: (event: RoomEvent) => Promise<EventId>;
    readonly writeInClear: (body: string) => Promise<EventId>;
    /** Sends what no key opens. */
    readonly writeIllegibly: () => Promise<EventId>;
    /** Gives an earlier message of theirs another text. */
    readonly edit: (of: EventId, newBody: string) => Promise<EventId>;
    readonly takeBack: (of: EventId) => Promise<EventId>;
    readonly react: (to: EventId, key: string) => Promise<EventId>;
  };
  /** An event as a transaction brings it. */
  readonly arrived: (eventId: EventId) => Promise<RoomEvent>;
  /** The homeserver goes away, and the desk has noticed. */
  readonly goAway: () => Promise<void>;
  /** The homeserver is back, and the desk is in touch with it. */
  readonly comeBack: () => Promise<void>;
};

/** Each suite asks for the world anew in each test. */
export type OpenDesk = () => DeskWorld;

/** Something that the desk may say, told apart by a word. */
export const words = (name: string): DeskMessage => ({ kind: 'welcome', name });

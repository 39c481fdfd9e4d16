import type { EventPlace } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CalendarMonth } from '../domain/desk-renewal.ts';
import type { EventId, RoomId, TeamId, UserId } from '../domain/ids.ts';
import type { RoomEvent } from './room-event.ts';

/** The encrypting device `@1712_desk` speaks (design 4, 7). Each call is idempotent by its key. */
export interface DeskSender {
  /** Encrypts and sends; with a mention it rings. */
  send(message: {
    readonly roomId: RoomId;
    readonly key: string;
    readonly message: DeskMessage;
    readonly mention: UserId | null;
  }): Promise<EventPlace>;
  /** Puts ✋ and ✖ under a card. */
  raiseHand(hand: { readonly of: EventPlace; readonly key: string }): Promise<void>;
  /** Puts these signs under a message, to be pressed. */
  putSigns(signs: {
    readonly of: EventPlace;
    readonly key: string;
    readonly signs: readonly string[];
  }): Promise<void>;
  /**
   * Takes back a message, the desk's own or a counsellor's, with all that hangs on it: its edits and what others pressed under it, each
   * by itself, because a server keeps what was not redacted. The desk's own signs stay where they tell nothing.
   */
  clear(message: {
    readonly of: EventPlace;
    readonly key: string;
    readonly isWithOwnSigns: boolean;
  }): Promise<void>;
  /** Replaces the text of an earlier message (`m.replace`). */
  edit(edit: { readonly of: EventPlace; readonly key: string; readonly message: DeskMessage }): Promise<void>;
  /** Takes a message back, the desk's own or somebody else's; its edits and reactions are shown no more. */
  redact(redaction: { readonly of: EventPlace; readonly key: string }): Promise<void>;
}

/** What a desk room's event says once it is read. */
export type DeskReading =
  | {
      readonly kind: 'text';
      readonly body: string;
      /** Names the encrypted message: the same one sent again in another event carries the same. */
      readonly messageKey: string;
    }
  /** Another text for an earlier message of theirs (`m.replace`); that one was read as it first stood. */
  | { readonly kind: 'edit'; readonly of: EventId; readonly newBody: string }
  /** Decryption failed although its key was waited for. */
  | { readonly kind: 'unreadable' }
  /** A plain-text message in an encrypted room: shown as refused, never obeyed. */
  | { readonly kind: 'not-encrypted' }
  | { readonly kind: 'nothing' };

/** The desk reads what counsellors write in desk rooms. */
export interface DeskReader {
  /** Waits a few seconds for the key at most. */
  read(event: RoomEvent): Promise<DeskReading>;
}

/**
 * Makes desk rooms: encrypted, by invitation only, made by the desk; and the space of a team, which holds desk rooms only.
 * Idempotent by the owner's id, an own one's by its month as well; one that is gone from the homeserver is made anew.
 */
export interface DeskRoomMaker {
  makeOwn(counsellor: UserId, name: string, month: CalendarMonth): Promise<RoomId>;
  makeTeam(teamId: TeamId, name: string): Promise<RoomId>;
  makeSpace(teamId: TeamId, name: string): Promise<RoomId>;
  /** Who is in a room or invited, but for the desk; undefined when the room is gone, or the desk out of it. */
  peopleIn(roomId: RoomId): Promise<readonly UserId[] | undefined>;
  /** Invites who is not in the room or invited; anybody else is fine. */
  ensureInvited(roomId: RoomId, people: readonly UserId[]): Promise<void>;
  /** Sees to it that a space holds these rooms and no others. */
  ensureChildren(space: RoomId, rooms: readonly RoomId[]): Promise<void>;
}

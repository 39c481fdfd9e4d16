import {
  ClientEvent,
  MatrixEventEvent,
  RoomEvent,
  RoomMemberEvent,
  type MatrixClient,
  type MatrixEvent,
  type Room,
} from 'matrix-js-sdk';
import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';
import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { isCaller, isDeskRoom } from './desk.ts';
import { toCounsellorEvents, type CounsellorEvent } from './events.ts';
import { knownName } from './room-name.ts';

/** Tells every event that is news to the counsellor, once it can be read. */
export function listen(client: MatrixClient, onEvent: (event: CounsellorEvent) => void): void {
  const toldUnreadable = new Set<string>();
  const tell = (event: MatrixEvent, room: Room | undefined): void => {
    for (const each of toCounsellorEvents(client, event, room)) {
      if (each.kind === 'unreadable' && toldUnreadable.has(each.eventId)) continue;
      if (each.kind === 'unreadable') toldUnreadable.add(each.eventId);
      onEvent(each);
    }
  };
  client.on(RoomEvent.Timeline, (event, room) => {
    // The library itself decrypts the last text of a batch only; Element does the others as it shows them.
    if (event.isEncrypted()) void client.decryptEventIfNeeded(event);
    else tell(event, room);
  });
  client.on(MatrixEventEvent.Decrypted, (event) => {
    tell(event, client.getRoom(event.getRoomId()) ?? undefined);
  });
  const retryAll = (): void => {
    for (const room of client.getRooms()) retryUnreadable(client, room);
  };
  client.on(CryptoEvent.DevicesUpdated, retryAll);
  client.on(ClientEvent.Sync, retryAll); // devices are told of before the library has worked out whose session it is
  client.on(RoomEvent.MyMembership, (room, membership) => {
    if (membership === INVITE) {
      whenNamed(room, () => {
        onEvent(invitation(client, room));
      });
    }
    if (membership === JOIN) onEvent(entered(room));
    if (membership === LEAVE) onEvent(removed(client, room));
  });
  client.on(RoomMemberEvent.Typing, (_event, member) => {
    if (member.userId !== client.getUserId()) {
      onEvent({ kind: 'typing', roomId: member.roomId, isTyping: member.typing });
    }
  });
}

/** Invitations that wait and rooms that are still worth being in, as if they came now: for whoever comes back. */
export function alreadyThere(client: MatrixClient): readonly CounsellorEvent[] {
  return client.getRooms().flatMap((room) => {
    if (room.getMyMembership() === INVITE) return [invitation(client, room)];
    if (room.getMyMembership() !== JOIN) return [];
    const hasCaller = room.getJoinedMembers().some((member) => isCaller(member.userId));
    return hasCaller || isDeskRoom(room) ? [entered(room)] : [];
  });
}

const [INVITE, JOIN, LEAVE] = ['invite', 'join', 'leave'];

/** A text may come before its sender's keys are known; Element shows it as soon as they are. */
function retryUnreadable(client: MatrixClient, room: Room): void {
  const crypto = client.getCrypto() as CryptoBackend | undefined;
  if (crypto === undefined) return;
  for (const event of room.getLiveTimeline().getEvents()) {
    if (event.isDecryptionFailure()) void event.attemptDecryption(crypto, { isRetry: true });
  }
}

/** The library tells of an invitation before it has given the room its name. */
function whenNamed(room: Room, tell: () => void): void {
  if (knownName(room) === undefined) room.once(RoomEvent.Name, tell);
  else tell();
}

function invitation(client: MatrixClient, room: Room): CounsellorEvent {
  const inviter = ownMembership(client, room)?.getSender() ?? '';
  return { kind: 'invitation', ...named(room), inviter };
}

function entered(room: Room): CounsellorEvent {
  return { kind: 'entered', ...named(room), isDesk: isDeskRoom(room) };
}

function removed(client: MatrixClient, room: Room): CounsellorEvent {
  const event = ownMembership(client, room);
  const reason: unknown = event?.getContent()['reason'];
  const isOwnDoing = event?.getSender() === client.getUserId();
  return { kind: 'removed', ...named(room), reason: typeof reason === 'string' ? reason : '', isOwnDoing };
}

function ownMembership(client: MatrixClient, room: Room): MatrixEvent | undefined {
  return room.getMember(client.getSafeUserId())?.events.member;
}

function named(room: Room): { readonly roomId: string; readonly name: string } {
  return { roomId: room.roomId, name: knownName(room) ?? room.name };
}

import { automaticMark } from '../../widget/crypto/automatic-mark.ts';
import { EventType, RelationType, type MatrixClient, type MatrixEvent, type Room } from 'matrix-js-sdk';

/** What a counsellor's program notices. Words of a caller are in `words` and nowhere else. */
export type CounsellorEvent =
  | { readonly kind: 'ready' }
  | { readonly kind: 'invitation'; readonly roomId: string; readonly name: string; readonly inviter: string }
  | { readonly kind: 'entered'; readonly roomId: string; readonly name: string; readonly isDesk: boolean }
  | {
      readonly kind: 'removed';
      readonly roomId: string;
      readonly name: string;
      readonly reason: string;
      /** The counsellor declined or left, rather than somebody else removing them. */
      readonly isOwnDoing: boolean;
    }
  | {
      readonly kind: 'words';
      readonly roomId: string;
      readonly eventId: string;
      readonly sender: string;
      readonly body: string;
      /** The message names this counsellor, so that Element rings. */
      readonly isMention: boolean;
      /** The caller's page says it by itself: their intake, or a notice. */
      readonly isAutomatic: boolean;
      /** The event whose text this replaces. */
      readonly edits: string | null;
    }
  | { readonly kind: 'unreadable'; readonly roomId: string; readonly eventId: string; readonly code: string }
  | {
      readonly kind: 'reaction';
      readonly roomId: string;
      readonly to: string;
      readonly key: string;
      readonly sender: string;
    }
  | { readonly kind: 'typing'; readonly roomId: string; readonly isTyping: boolean };

/** What somebody wrote. */
export type Words = Extract<CounsellorEvent, { kind: 'words' }>;

/** Reads an event of the timeline; somebody's own events are not news to them. */
export function toCounsellorEvents(
  client: MatrixClient,
  event: MatrixEvent,
  room: Room | undefined,
): readonly CounsellorEvent[] {
  const eventId = event.getId();
  const sender = event.getSender();
  if (room === undefined || eventId === undefined || sender === undefined) return [];
  if (sender === client.getUserId()) return [];
  if (event.isDecryptionFailure()) {
    return [
      { kind: 'unreadable', roomId: room.roomId, eventId, code: String(event.decryptionFailureReason) },
    ];
  }
  if (event.getType() === EventType.RoomMessage.toString())
    return [words(client, event, { room, eventId, sender })];
  const annotation = event.getRelation();
  if (event.getType() === EventType.Reaction.toString() && annotation?.event_id !== undefined) {
    const { event_id: to, key = '' } = annotation;
    return [{ kind: 'reaction', roomId: room.roomId, to, key, sender }];
  }
  return [];
}

type Place = { readonly room: Room; readonly eventId: string; readonly sender: string };

function words(client: MatrixClient, event: MatrixEvent, { room, eventId, sender }: Place): CounsellorEvent {
  const relation = event.getOriginalContent()['m.relates_to'];
  const edits = relation?.rel_type === RelationType.Replace ? (relation.event_id ?? null) : null;
  const newContent: unknown = event.getOriginalContent()['m.new_content'];
  const content: unknown = edits === null ? event.getOriginalContent() : newContent;
  const mentions: unknown = event.getOriginalContent()['m.mentions']?.user_ids;
  return {
    kind: 'words',
    roomId: room.roomId,
    eventId,
    sender,
    body: bodyOf(content),
    isMention: Array.isArray(mentions) && mentions.includes(client.getUserId()),
    isAutomatic: event.getOriginalContent()[automaticMark] === true,
    edits,
  };
}

function bodyOf(content: unknown): string {
  if (typeof content !== 'object' || content === null || !('body' in content)) return '';
  return typeof content.body === 'string' ? content.body : '';
}

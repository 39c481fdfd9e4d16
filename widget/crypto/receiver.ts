import {
  DecryptionSettings,
  type OlmMachine,
  RoomId,
  TrustRequirement,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { looksLikeCommand } from '../../appservice/contract/misplaced.ts';
import type { EventOrder } from './event-order.ts';
import type { FromWorker } from '../worker-messages.ts';
import { type Readable, readMessage } from './read-message.ts';
import type { RawEvent } from './read-sync.ts';
import { ownWordsOf } from './send-message.ts';
import type { Timeline } from './timeline.ts';

/** Reads the room: decrypts what it can, keeps what it cannot, tells the frame. */
export interface Receiver {
  /** Takes the events of the room in order. */
  receive(events: readonly RawEvent[]): Promise<void>;
  /** Tries again what could not be read: a key came, somebody's devices are known now, somebody was pinned. */
  retry(): Promise<void>;
  hasUnread(): boolean;
  /** What an earlier page of this conversation left was taken: the caller's own words are no news from now on. */
  endHistory(): void;
  clear(): void;
}

/** What a receiver needs. */
export type Receiving = {
  readonly machine: OlmMachine;
  readonly roomId: string;
  readonly ownUserId: string;
  readonly order: EventOrder;
  readonly timeline: Timeline;
  /** Whether this person's identity is one the service has pinned; nobody else's words are shown (design 4). */
  readonly isPinned: (userId: string) => boolean;
  /** An earlier page of this conversation has left words of the caller in the room (R27). */
  readonly hasHistory: boolean;
  /** Whether an earlier page has signed this person's identity, so that what they said is shown again. */
  readonly recognise: (userId: string) => Promise<boolean>;
  readonly tell: (message: FromWorker) => void;
};

type Kept = { readonly event: RawEvent; isReported: boolean };

/** Makes the receiver of one room. Everything is decrypted for cross-signed senders only. */
export function createReceiver(receiving: Receiving): Receiver {
  const { order, timeline, ownUserId, isPinned, recognise, tell } = receiving;
  const kept = new Map<string, Kept>();
  const firstSeenIn = new Map<string, string>();
  let hasHistory = receiving.hasHistory;

  const take = async (event: RawEvent): Promise<void> => {
    const isOwn = event.sender === ownUserId;
    if (!order.place(event.eventId, isOwn)) return;
    if (event.type === 'm.room.redaction' && event.redacts !== undefined) {
      remove(event.redacts);
    } else if (isOwn) {
      if (hasHistory && event.type === 'm.room.encrypted') (await readOwn(receiving, event)).forEach(tell);
    } else if (event.type === 'm.room.encrypted' && event.content['algorithm'] !== undefined) {
      kept.set(event.eventId, { event, isReported: false });
      await show(event);
    }
  };

  const remove = (eventId: string): void => {
    const isReported = kept.get(eventId)?.isReported === true;
    kept.delete(eventId);
    timeline.remove(eventId).forEach(tell);
    if (isReported) tell({ kind: 'removed', eventId });
  };

  const show = async (event: RawEvent): Promise<void> => {
    const isTrusted = isPinned(event.sender) || (hasHistory && (await recognise(event.sender)));
    if (!isTrusted) return;
    const decryptedJson = await decrypt(receiving, event);
    if (decryptedJson === undefined || !kept.delete(event.eventId)) return;
    const bytes = bytesOf(event);
    if ((firstSeenIn.get(bytes) ?? event.eventId) !== event.eventId) return; // sent again by somebody else: no new words
    firstSeenIn.set(bytes, event.eventId);
    newsOf(timeline, event.eventId, readMessage(event, decryptedJson)).forEach(tell);
  };

  return {
    async receive(events) {
      for (const event of events) await take(event);
    },
    async retry() {
      for (const each of [...kept.values()]) {
        await show(each.event);
        if (!kept.has(each.event.eventId) || each.isReported || !isPinned(each.event.sender)) continue;
        each.isReported = true;
        tell({ kind: 'unreadable', eventId: each.event.eventId });
      }
    },
    hasUnread: () => kept.size > 0,
    endHistory() {
      hasHistory = false;
    },
    clear() {
      firstSeenIn.clear();
      kept.clear();
    },
  };
}

/** What a counsellor meant for the desk, as a message or as an edit of one, is not shown to a caller (design 7). */
function newsOf(timeline: Timeline, eventId: string, readable: Readable): readonly FromWorker[] {
  if (readable.kind === 'nothing') return [];
  const { body } = readable.kind === 'edit' ? readable : readable.message;
  return looksLikeCommand(body)
    ? [{ kind: 'misplaced', report: { eventId } }]
    : timeline.show(eventId, readable);
}

/** What the caller said in one of their own events; nothing for what is not their words, or cannot be read here. */
async function readOwn(receiving: Receiving, event: RawEvent): Promise<readonly FromWorker[]> {
  const decryptedJson = await decrypt(receiving, event);
  const body = decryptedJson === undefined ? undefined : ownWordsOf(decryptedJson);
  const { eventId, sentAtMs } = event;
  return body === undefined ? [] : [{ kind: 'own', eventId, sentAtMs, body }];
}

/** The ciphertext as bytes, so that the same one is known however it is encoded. */
function bytesOf({ content }: RawEvent): string {
  const { ciphertext } = content;
  return typeof ciphertext === 'string' ? atob(ciphertext) : '';
}

/** The decrypted event as JSON text; undefined when it cannot be read now, whatever the reason. */
async function decrypt({ machine, roomId }: Receiving, event: RawEvent): Promise<string | undefined> {
  const settings = new DecryptionSettings(TrustRequirement.CrossSigned);
  try {
    return (await machine.decryptRoomEvent(event.json, new RoomId(roomId), settings)).event;
  } catch {
    return undefined;
  }
}

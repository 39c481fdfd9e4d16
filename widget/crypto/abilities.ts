import type { OlmMachine } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import { createEventOrder, type EventOrder } from './event-order.ts';
import { createFillGap } from './fill-gap.ts';
import { createGate } from './gate.ts';
import { createHandOver, type HandOver } from './hand-over.ts';
import type { GatewayClient } from './gateway-client.ts';
import { createKeyDirectory, type KeyDirectory } from './key-directory.ts';
import { createKeyLedger } from './key-ledger.ts';
import type { KeyRequests } from './key-requests.ts';
import { createMembers, type Members } from './members.ts';
import type { Line } from './line.ts';
import type { FromWorker } from '../worker-messages.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { WaitingMessage } from './waiting-message.ts';
import { createPins, type Pins } from './pins.ts';
import { readCounsellorKeys } from './read-counsellor-keys.ts';
import { createReaders, type Readers } from './readers.ts';
import { createReceiver, type Receiver } from './receiver.ts';
import { createSecurityState, type SecurityState } from './security-state.ts';
import { createSender, type Sender } from './sender.ts';
import { createSignsOfLife, type SignsOfLife } from './signs-of-life.ts';
import type { Surroundings } from './surroundings.ts';
import type { SyncTaking } from './take-sync.ts';
import { unopenedNotice } from './unopened-notice.ts';
import type { WordStore } from './word-store.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** What a conversation is made of. */
export type ConversationParts = {
  readonly started: StartedConversation;
  readonly machine: OlmMachine;
  readonly gateway: GatewayClient;
  readonly requests: KeyRequests;
  readonly surroundings: Surroundings;
  readonly words: WordStore;
  /** An earlier page of this conversation has begun it (R27). */
  readonly isResumed: boolean;
  /** What that page had not got out. */
  readonly earlierWords: readonly WaitingMessage[];
  /** Ends every loop and request of this conversation. */
  readonly over: AbortController;
  readonly line: Line;
  readonly tell: (message: FromWorker) => void;
};

/** Everything that one conversation can do and knows. */
export type Abilities = {
  readonly pins: Pins;
  readonly members: Members;
  readonly order: EventOrder;
  readonly timeline: Timeline;
  readonly outbox: Outbox;
  readonly security: SecurityState;
  readonly directory: KeyDirectory;
  readonly receiver: Receiver;
  readonly sender: Sender;
  readonly signs: SignsOfLife;
  readonly readers: Readers;
  readonly handOver: HandOver;
  readonly taking: SyncTaking;
};

/** Wires the abilities of the worker together for one room. */
export function createAbilities(parts: ConversationParts): Abilities {
  const { started, machine, gateway, requests, surroundings, line, tell } = parts;
  const { roomId, userId, hostUserId } = started;
  const { signal } = parts.over;
  const notCounted = [userId, hostUserId];
  const pins = createPins();
  const members = createMembers(notCounted);
  const order = createEventOrder();
  const timeline = createTimeline();
  const outbox = createOutbox(parts.words);
  outbox.restore(parts.earlierWords);
  const security = createSecurityState(tell);
  // The gateway answers about those whom the service has named, and about nobody else.
  const directory = createKeyDirectory(requests, (each) => pins.isNamed(each));
  const isPinned = (each: string): boolean => pins.isSigned(each);
  const recognise = async (each: string): Promise<boolean> => {
    const { isSignedByCaller } = await readCounsellorKeys(machine, each);
    if (isSignedByCaller) pins.markSigned(each);
    return isSignedByCaller;
  };
  const reading = { recognise, machine, roomId, ownUserId: userId, order, timeline, isPinned };
  const tellOfRoom = (news: FromWorker): void => {
    tell(news);
    const notice = news.kind === 'message' ? unopenedNotice(news.message) : undefined;
    if (notice !== undefined) sender.accept(notice);
  };
  const receiver = createReceiver({ ...reading, hasHistory: parts.isResumed, tell: tellOfRoom });
  const sharing = { machine, requests, ledger: createKeyLedger(), roomId };
  const readers = createReaders({
    sharing,
    pins,
    members,
    directory,
    surroundings,
    signal,
    isBeingLetIn: (each) => handOver.isOf(each),
    onLate: () => {
      sender.wake();
    },
  });
  const handOver = createHandOver({
    sharing: { ...sharing, gateway },
    readers,
    members,
    surroundings,
    signal,
    tell,
  });
  const gate = createGate({ sharing, pins, members, readers });
  const sending = { machine, gateway, gate, roomId };
  const knowledge = { pins, outbox, security, directory, receiver };
  const sender = createSender({ ...knowledge, gate, sending, surroundings, signal, line, tell });
  const signs = createSignsOfLife({ gateway, surroundings, signal, roomId, userId });
  const fillGap = createFillGap(gateway, roomId, (each) => order.isKnown(each));
  const taking = { machine, members, directory, receiver, order, security, fillGap, notCounted, tell };
  return { ...knowledge, members, order, timeline, sender, signs, readers, handOver, taking };
}

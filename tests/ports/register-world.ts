import { noCompany } from '../../appservice/domain/company.ts';
import type { Conversation } from '../../appservice/domain/conversation.ts';
import type { ConversationId, UserId } from '../../appservice/domain/ids.ts';
import { restingRhythm } from '../../appservice/domain/rhythm.ts';
import type { ActionQueue, QueuedAction } from '../../appservice/ports/actions.ts';
import type { CallerSessions } from '../../appservice/ports/caller-sessions.ts';
import type { TransactionInbox } from '../../appservice/ports/transaction-inbox.ts';
import type { Registers, UnitOfWork } from '../../appservice/ports/unit-of-work.ts';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import { masterKey } from './postgres-world.ts';
import { caseNumber, conversationId, deviceId, roomId, userId } from '../support/parsed.ts';

/** One implementation of the ports that live in the database, empty at the start of each test. */
export type RegisterWorld = {
  readonly unitOfWork: UnitOfWork;
  readonly actionQueue: ActionQueue;
  readonly transactionInbox: TransactionInbox;
  readonly callerSessions: CallerSessions;
};

/** Each contract suite asks for the world anew in each test. */
export type OpenWorld = () => RegisterWorld;

/** A waiting conversation; `count` makes its identities. */
export function conversation(count: number, change: Partial<Conversation> = {}): Conversation {
  return {
    conversationId: conversationId(count),
    caseNumber: caseNumber(String(4_000 + count)),
    caller: userId(`@1712_caller_${count}:localhost`),
    callerDevice: deviceId(`DEVICE${count}`),
    roomId: roomId(`!room${count}`),
    province: 'limburg',
    language: 'nl',
    noticeVersion: '1',
    createdAt: 1_000_000 + count,
    lastContactAt: 1_000_000 + count,
    unsecuredSince: null,
    phase: {
      name: 'waiting',
      since: 1_000_000 + count,
      ring: null,
      asked: [],
      teamCardSince: null,
      callerToldAt: null,
    },
    controller: null,
    company: noCompany,
    rhythm: restingRhythm,
    toldConnection: null,
    ...change,
  };
}

/** Hashes by which a test's conversation is found. */
export const requestHash = (count: number) => `request-${count}`;
/** Hashes by which a test's conversation is found. */
export const bearerHash = (count: number) => `bearer-${count}`;

/** Stores a conversation in a unit of work of its own. */
export async function insert(
  world: RegisterWorld,
  count: number,
  change: Partial<Conversation> = {},
): Promise<Conversation> {
  const made = conversation(count, change);
  await world.unitOfWork.run((registers) => insertIn(registers, count, made));
  return made;
}

/** Stores a conversation in the unit of work that runs. */
export function insertIn(registers: Registers, count: number, made: Conversation): Promise<void> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { wrappedDataKey } = createDataKeys(masterKey).create();
  return registers.conversations.insert({
    conversation: made,
    caller: { wrappedDataKey, nickname: null, address: bytes('sealed') },
    proof: { requestHash: requestHash(count), bearerHash: bearerHash(count) },
  });
}

/** An action that invites somebody. */
export function invitation(key: string, lane: string, belongsTo: ConversationId | null = null): QueuedAction {
  const action = { kind: 'invite', roomId: roomId('!room1'), counsellor: counsellors.an } as const;
  return { key, lane, conversationId: belongsTo, action };
}

/** People of the tests. */
export const counsellors: { readonly an: UserId; readonly bo: UserId } = {
  an: userId('@an:localhost'),
  bo: userId('@bo:localhost'),
};

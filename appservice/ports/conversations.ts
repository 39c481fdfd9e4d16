import type { Conversation } from '../domain/conversation.ts';
import type { CaseNumber, ConversationId, RoomId } from '../domain/ids.ts';

/** What is stored of a caller beside the conversation: only ciphertext, under the conversation's own data key (design 10). */
export type SealedCaller = {
  /** The data key, wrapped by the master key. */
  readonly wrappedDataKey: Uint8Array;
  /** Null when none was given. */
  readonly nickname: Uint8Array | null;
  readonly address: Uint8Array;
};

/** How the caller's browser proves itself: hashes only (design 5.4). */
export type CallerProof = {
  /** SHA-256 of the secret by which the browser may repeat its start request. */
  readonly requestHash: string;
  /** SHA-256 of the bearer. */
  readonly bearerHash: string;
};

/** The register of conversations, inside a unit of work. */
export interface Conversations {
  insert(entry: {
    readonly conversation: Conversation;
    readonly caller: SealedCaller;
    readonly proof: CallerProof;
  }): Promise<void>;
  find(conversationId: ConversationId): Promise<Conversation | undefined>;
  /** The number is unique for as long as the conversation is kept. */
  findByCaseNumber(caseNumber: CaseNumber): Promise<Conversation | undefined>;
  findByRoom(roomId: RoomId): Promise<Conversation | undefined>;
  findByBearer(bearerHash: string): Promise<Conversation | undefined>;
  findByRequest(requestHash: string): Promise<Conversation | undefined>;
  /** The address, sealed, and the wrapped key to it; undefined once it is forgotten. */
  sealedAddress(
    conversationId: ConversationId,
  ): Promise<Pick<SealedCaller, 'wrappedDataKey' | 'address'> | undefined>;
  /** Every conversation that has not ended, oldest first. */
  open(): Promise<readonly Conversation[]>;
  /** Overwrites what may change: room, phase, last contact, unsecured since, controller, company, rhythm, told connection. Counts the version up. */
  save(conversation: Conversation): Promise<void>;
  /** A repeated start gets a new bearer, as long as the old one was never used. False when it was. */
  replaceBearer(conversationId: ConversationId, bearerHash: string): Promise<boolean>;
  /** A resumed conversation has another bearer and another request secret from now on; the ones before are void. */
  replaceProof(conversationId: ConversationId, proof: CallerProof): Promise<void>;
  /** Counts up with each save; the caller's browser waits for the next one. */
  version(conversationId: ConversationId): Promise<number>;
}

import { noCompany } from '../domain/company.ts';
import type { Conversation, Language } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import { restingRhythm } from '../domain/rhythm.ts';
import type { Province } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';
import type { CallerProof, SealedCaller } from '../ports/conversations.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Vault } from '../ports/vault.ts';

/** What a caller's browser sends, and the address it comes from. */
export type StartRequest = {
  readonly requestSecret: string;
  readonly province: Province | null;
  readonly nickname: string | null;
  readonly language: Language;
  readonly noticeVersion: string;
  readonly address: string;
  /** The token of the browser's cookie, if it brings one: that of a caller who was blocked (R35). */
  readonly resumeToken: string | null;
};

/** Where the identifiers and seals of a new conversation come from. */
export interface NewConversationSources {
  readonly ids: IdSource;
  readonly vault: Vault;
  readonly callerUserId: (name: string) => UserId;
}

/** A new conversation with all that is stored beside it; what leads to the caller is sealed from its first row on. */
export function newConversation(
  { ids, vault, callerUserId }: NewConversationSources,
  start: { readonly request: StartRequest; readonly bearer: string; readonly now: Instant },
): { readonly conversation: Conversation; readonly caller: SealedCaller; readonly proof: CallerProof } {
  const { request, bearer, now } = start;
  const conversation: Conversation = {
    conversationId: ids.conversationId(),
    caseNumber: ids.caseNumber(),
    caller: callerUserId(ids.callerName()),
    callerDevice: ids.deviceId(),
    roomId: null,
    province: request.province,
    language: request.language,
    noticeVersion: request.noticeVersion,
    createdAt: now,
    lastContactAt: now,
    unsecuredSince: null,
    phase: { name: 'starting', since: now },
    controller: null,
    company: noCompany,
    rhythm: restingRhythm,
    toldConnection: null,
  };
  return {
    conversation,
    caller: vault.sealCaller({ nickname: request.nickname, address: request.address }),
    proof: { requestHash: vault.hash(request.requestSecret), bearerHash: vault.hash(bearer) },
  };
}

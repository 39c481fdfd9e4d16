import { isBlocked } from '../domain/blocking.ts';
import { mayResume } from '../domain/resuming.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { ResumeKeys } from '../ports/resume-keys.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { recordEnd } from './record-end.ts';
import type { StartedConversation } from './start-conversation.ts';

/** What resuming a conversation needs. */
export interface ResumeConversationDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly vault: Vault;
  readonly resumeKeys: ResumeKeys;
  readonly eventLog: EventLog;
  readonly roster: Roster;
}

/** The resume token of the cookie, and the secret by which this page will leave quickly (S3). */
export type ResumeRequest = { readonly resumeToken: string; readonly requestSecret: string };

/**
 * There is nothing to go on with: over, too long ago, or left by this very page. One code, so that nobody learns which; but
 * for the browser of a caller who was blocked (R35).
 */
export type ResumeRefusal = { readonly code: 'nothing-to-resume' | 'blocked' };

/**
 * Goes on with a conversation after a reload or a crash of the page (R27): the same caller, device and room, with a new bearer,
 * a new token and the key of the store. May be repeated when the answer was lost: the token before stays good until the new one was shown.
 */
export async function resumeConversation(
  dependencies: ResumeConversationDependencies,
  request: ResumeRequest,
): Promise<Result<StartedConversation, ResumeRefusal>> {
  const { unitOfWork, vault, ids, resumeKeys, eventLog } = dependencies;
  const tokenHash = vault.hash(request.resumeToken);
  const known = await unitOfWork.read(({ resumes }) => resumes.findByToken(tokenHash));
  if (known === undefined && (await isBlockedNow(dependencies, tokenHash)))
    return refusal({ code: 'blocked' });
  const storeKey = known && (await resumeKeys.open(known.sealedStoreKey));
  if (storeKey === undefined) return refusal({ code: 'nothing-to-resume' });
  const secrets = { bearer: ids.bearer(), resumeToken: ids.resumeToken() };
  const proofs = {
    tokenHash,
    requestHash: vault.hash(request.requestSecret),
    bearerHash: vault.hash(secrets.bearer),
    nextTokenHash: vault.hash(secrets.resumeToken),
  };
  const resumed = await unitOfWork.run((registers) => resumeIn(registers, dependencies, proofs));
  if (resumed === undefined) return refusal({ code: 'nothing-to-resume' });
  eventLog.log({ event: 'conversation.resumed' });
  return success({ ...secrets, ...resumed, storeKey });
}

async function isBlockedNow(
  { unitOfWork, clock }: ResumeConversationDependencies,
  tokenHash: string,
): Promise<boolean> {
  const blocks = await unitOfWork.read((registers) => registers.blocks.all());
  return isBlocked(blocks, { tokenHash, lineMarks: [] }, clock.now());
}

type Proofs = {
  readonly tokenHash: string;
  readonly requestHash: string;
  readonly bearerHash: string;
  readonly nextTokenHash: string;
};

async function resumeIn(
  registers: Registers,
  { clock, roster }: ResumeConversationDependencies,
  { tokenHash, requestHash, bearerHash, nextTokenHash }: Proofs,
): Promise<Pick<StartedConversation, 'conversationId' | 'caller' | 'device' | 'roomId'> | undefined> {
  const { conversations, resumes, leftRequests } = registers;
  const now = clock.now();
  const conversationId = (await resumes.findByToken(tokenHash))?.conversationId;
  const conversation = conversationId && (await conversations.find(conversationId));
  if (conversationId === undefined || conversation === undefined || !mayResume(conversation, now))
    return undefined;
  const { caller, callerDevice: device, roomId } = conversation;
  if (roomId === null) return undefined;
  if (await leftRequests.has(requestHash)) {
    await recordEnd(registers, { roster, now }, { conversation, by: 'exit' });
    return undefined;
  }
  await resumes.confirm(conversation.conversationId, tokenHash);
  await resumes.offer(conversation.conversationId, nextTokenHash);
  await conversations.replaceProof(conversation.conversationId, { requestHash, bearerHash });
  await conversations.save({ ...conversation, lastContactAt: now });
  return { conversationId, caller, device, roomId };
}

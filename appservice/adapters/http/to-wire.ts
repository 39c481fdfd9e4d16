import type { ConversationView, StartedConversation } from '../../contract/conversation.ts';
import type { PublicStatus } from '../../contract/status.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Status } from '../../domain/status.ts';
import type * as start from '../../usecases/start-conversation.ts';
import type { ConversationStanding } from '../../usecases/view-conversation.ts';

/** The status as the wire spells it: instants in ISO 8601 (R10). */
export function toPublicStatus({ state, reason, nextOpening }: Status): PublicStatus {
  if (state !== 'offline') return { state, reason: null, nextOpening: null };
  return { state, reason, nextOpening: nextOpening === null ? null : new Date(nextOpening).toISOString() };
}

/** What a started conversation's browser is told; the host is named so that it is never among the recipients of a key. */
export function toStartedConversation(
  { bearer, caller, device, roomId, storeKey }: start.StartedConversation,
  host: UserId,
): StartedConversation {
  return {
    bearer,
    userId: caller,
    deviceId: device,
    roomId,
    hostUserId: host,
    storeKey: Buffer.from(storeKey).toString('base64url'),
  };
}

/**
 * How a conversation stands, as its caller may know it; whether the browser could come back is what its route sees. What a
 * coordinator ended for everybody is nobody's wish in this conversation: the caller is offered the other ways (S37).
 */
export function toConversationView(standing: ConversationStanding): Omit<ConversationView, 'canResume'> {
  return { ...standing, endedBy: standing.endedBy === 'coordinator' ? 'failure' : standing.endedBy };
}

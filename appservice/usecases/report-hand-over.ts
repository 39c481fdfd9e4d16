import { inviteeOf } from '../domain/company.ts';
import { hasEnded } from '../domain/conversation.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import { seeIdentityOrNot, type CheckIdentitiesDependencies, type SeenNow } from './check-identities.ts';
import { recordShare } from './record-coming.ts';
import { recordStopComing } from './record-company-over.ts';

/** What the caller's browser says of a hand-over (`contract/readers.ts`). */
export type HandOverReport =
  | { readonly userId: string; readonly state: 'shared' }
  | {
      readonly userId: string;
      readonly state: 'failed';
      readonly code: 'no-signed-device' | 'identity-changed' | 'not-shared';
    };

/**
 * What the caller's browser cannot share, the counsellor's own program does (design 6); which has pinned nothing, so whatever the
 * browser says the colleague's identity is looked up, and shared with is only the pinned one. `shared` is believed when the
 * invitation is seen. False when the conversation is over.
 */
export async function reportHandOver(
  dependencies: CheckIdentitiesDependencies,
  { conversationId, report }: { readonly conversationId: ConversationId; readonly report: HandOverReport },
): Promise<boolean> {
  const { unitOfWork, clock, roster } = dependencies;
  const look = report.state === 'failed' ? await lookAtInvitee(dependencies, conversationId) : undefined;
  return await unitOfWork.run(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    if (conversation === undefined || hasEnded(conversation)) return false;
    const invitee = inviteeOf(conversation.company);
    if (report.state === 'shared' || invitee !== report.userId) return true;
    const scene = { roster, now: clock.now() };
    const seen = look?.invitee === invitee ? look.seen : 'unsure';
    if (seen === 'safe') await recordShare(registers, scene, { conversation, by: 'counsellor' });
    else await recordStopComing(registers, scene, { conversation, why: whyNot(seen) });
    return true;
  });
}

/** Why somebody whose identity is not the pinned one, or cannot be seen, does not come. */
export function whyNot(seen: Exclude<SeenNow, 'safe'>): 'identity-changed' | 'not-invited' {
  return seen === 'other' ? 'identity-changed' : 'not-invited';
}

/** The invitee, and whether the pinned identity is there now. */
async function lookAtInvitee(
  dependencies: CheckIdentitiesDependencies,
  conversationId: ConversationId,
): Promise<{ readonly invitee: UserId; readonly seen: SeenNow } | undefined> {
  const { unitOfWork } = dependencies;
  const conversation = await unitOfWork.read(({ conversations }) => conversations.find(conversationId));
  const invitee = conversation && inviteeOf(conversation.company);
  return invitee == null ? undefined : { invitee, seen: await seeIdentityOrNot(dependencies, invitee) };
}

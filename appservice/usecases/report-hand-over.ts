import { inviteeOf } from '../domain/company.ts';
import { hasEnded } from '../domain/conversation.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import { checkIdentity, type CheckIdentitiesDependencies } from './check-identities.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
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
 * What the caller's browser cannot share, the counsellor's own program does (design 6). A changed identity is not believed on the
 * browser's word alone: it is looked up, and when it is so nobody shares with it. `shared` is believed when the invitation is
 * seen. False when the conversation is over.
 */
export async function reportHandOver(
  dependencies: CheckIdentitiesDependencies,
  { conversationId, report }: { readonly conversationId: ConversationId; readonly report: HandOverReport },
): Promise<boolean> {
  const { unitOfWork, clock, roster } = dependencies;
  const isAboutIdentity = report.state === 'failed' && report.code === 'identity-changed';
  const changed = isAboutIdentity ? await changedInvitee(dependencies, conversationId) : undefined;
  return await unitOfWork.run(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    if (conversation === undefined || hasEnded(conversation)) return false;
    const invitee = inviteeOf(conversation.company);
    if (report.state === 'shared' || invitee !== report.userId) return true;
    const scene = { roster, now: clock.now() };
    if (invitee === changed) {
      await recordStopComing(registers, scene, { conversation, why: 'identity-changed' });
    } else {
      await recordShare(registers, scene, { conversation, by: 'counsellor' });
    }
    return true;
  });
}

/** The invitee, if another identity than the pinned one is really there; when it cannot be looked up, that is not known. */
async function changedInvitee(
  dependencies: CheckIdentitiesDependencies,
  conversationId: ConversationId,
): Promise<UserId | undefined> {
  const { unitOfWork, eventLog } = dependencies;
  const conversation = await unitOfWork.read(({ conversations }) => conversations.find(conversationId));
  const invitee = conversation && inviteeOf(conversation.company);
  if (invitee == null) return undefined;
  try {
    return (await checkIdentity(dependencies, invitee)) ? invitee : undefined;
  } catch (error) {
    if (!isCoded(error)) throw error;
    eventLog.log({ event: 'job.failed', job: 'check-identities', code: failureCode(error) });
    return undefined;
  }
}

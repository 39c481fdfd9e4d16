import { recordSecured, recordUnsecured } from '../domain/conversation-transitions.ts';
import { counsellorOf } from '../domain/conversation.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import { checkIdentity, type CheckIdentitiesDependencies } from './check-identities.ts';
import { recordReturn } from './record-return.ts';

/** What the caller's browser says of the keys of its room (design 5.7). */
export type SecurityReport =
  | { readonly state: 'secured' }
  | {
      readonly state: 'unsecured';
      readonly code: 'no-signed-device' | 'identity-changed' | 'no-key-delivered';
    };

/** A report about a conversation that nobody has now says nothing. */
export type ReportRefusal = { readonly code: 'nobody-to-secure' };

/**
 * Records whether keys reach the counsellor; without a key for ten seconds the dispatcher gives the conversation back. A
 * changed identity is not believed on the browser's word alone (a caller could send counsellors off duty): it is looked
 * up, and when it is so the counsellor is off duty and the conversation goes back at once.
 */
export async function reportSecurity(
  dependencies: CheckIdentitiesDependencies,
  { conversationId, report }: { readonly conversationId: ConversationId; readonly report: SecurityReport },
): Promise<Result<undefined, ReportRefusal>> {
  const { unitOfWork, clock, roster } = dependencies;
  const isAboutIdentity = report.state === 'unsecured' && report.code === 'identity-changed';
  const changed = isAboutIdentity ? await changedCounsellor(dependencies, conversationId) : undefined;
  return await unitOfWork.run(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    const counsellor = conversation && counsellorOf(conversation.phase);
    if (conversation === undefined || counsellor === undefined) return refusal({ code: 'nobody-to-secure' });
    const scene = { roster, now: clock.now() };
    if (counsellor === changed) {
      await recordReturn(registers, scene, { conversation, reason: 'identity-changed' });
      return success(undefined);
    }
    const transition =
      report.state === 'secured' ? recordSecured(conversation) : recordUnsecured(conversation, scene.now);
    if (!transition.ok) return refusal({ code: 'nobody-to-secure' });
    const isNews = transition.value.unsecuredSince !== conversation.unsecuredSince;
    if (isNews) await registers.conversations.save(transition.value);
    return success(undefined);
  });
}

/** The counsellor of a conversation, if another identity than the pinned one is really there. */
async function changedCounsellor(
  dependencies: CheckIdentitiesDependencies,
  conversationId: ConversationId,
): Promise<UserId | undefined> {
  const conversation = await dependencies.unitOfWork.run((registers) =>
    registers.conversations.find(conversationId),
  );
  const counsellor = conversation && counsellorOf(conversation.phase);
  if (counsellor === undefined) return undefined;
  return (await checkIdentity(dependencies, counsellor)) ? counsellor : undefined;
}

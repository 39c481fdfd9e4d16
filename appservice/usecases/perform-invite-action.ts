import type { Action } from '../ports/actions.ts';
import type { InvitingByOthers } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';
import { seeIdentity, type CheckIdentitiesDependencies } from './check-identities.ts';
import { invitedBy } from './may-be-in.ts';

/** What the actions about who may invite need. */
export interface PerformInviteActionDependencies extends CheckIdentitiesDependencies {
  readonly steps: Steps;
  readonly inviting: InvitingByOthers;
}

type InviteAction = Extract<Action, { readonly kind: 'prepare-return' | 'grant-invite' | 'revoke-invite' }>;

/** Prepares a colleague's coming, or gives a counsellor the right to invite and takes it back; a right that is no longer wanted is not given, nor one to invite somebody whose keys are others now. */
export async function performInviteAction(
  dependencies: PerformInviteActionDependencies,
  { kind, roomId, counsellor }: InviteAction,
): Promise<{ readonly ok: true; readonly sent: null }> {
  const { steps, inviting } = dependencies;
  if (kind === 'grant-invite') {
    const isSafe = await steps.step('action.looked-up', () =>
      isSafeNow(dependencies, { roomId, counsellor }),
    );
    if (isSafe) await steps.step('action.carried-out', () => inviting.allowInviting(roomId, counsellor));
  } else if (kind === 'revoke-invite') {
    await steps.step('action.carried-out', () => inviting.forbidInviting(roomId, counsellor));
  } else {
    await steps.step('action.carried-out', () => inviting.prepareReturn(roomId, counsellor));
  }
  return { ok: true, sent: null };
}

/** Whether there is somebody to invite, and the keys of each are the pinned ones now; what cannot be looked up waits. */
async function isSafeNow(
  dependencies: PerformInviteActionDependencies,
  { roomId, counsellor }: Pick<InviteAction, 'roomId' | 'counsellor'>,
): Promise<boolean> {
  const { unitOfWork, clock } = dependencies;
  const invited = await unitOfWork.run((registers) =>
    invitedBy(registers, { roomId, person: counsellor, now: clock.now() }),
  );
  for (const person of invited) {
    if ((await seeIdentity(dependencies, person)) !== 'safe') return false;
  }
  return invited.length > 0;
}

import type { Action } from '../ports/actions.ts';
import type { Clock } from '../ports/clock.ts';
import type { InvitingByOthers } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { mayInviteNow } from './may-be-in.ts';

/** What the actions about who may invite need. */
export interface PerformInviteActionDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly inviting: InvitingByOthers;
}

type InviteAction = Extract<Action, { readonly kind: 'prepare-return' | 'grant-invite' | 'revoke-invite' }>;

/** Prepares a colleague's coming, or gives a counsellor the right to invite and takes it back; a right that is no longer wanted is not given. */
export async function performInviteAction(
  { steps, unitOfWork, clock, inviting }: PerformInviteActionDependencies,
  { kind, roomId, counsellor }: InviteAction,
): Promise<{ readonly ok: true; readonly sent: null }> {
  if (kind === 'grant-invite') {
    const isWanted = await steps.step('action.looked-up', () =>
      unitOfWork.run((registers) =>
        mayInviteNow(registers, { roomId, person: counsellor, now: clock.now() }),
      ),
    );
    if (isWanted) await steps.step('action.carried-out', () => inviting.allowInviting(roomId, counsellor));
  } else if (kind === 'revoke-invite') {
    await steps.step('action.carried-out', () => inviting.forbidInviting(roomId, counsellor));
  } else {
    await steps.step('action.carried-out', () => inviting.prepareReturn(roomId, counsellor));
  }
  return { ok: true, sent: null };
}

import { removalSentence } from '../domain/desk-words/conversation-words.ts';
import { deskRemovalSentence } from '../domain/desk-words/desk-room-words.ts';
import type { Action } from '../ports/actions.ts';
import type { Clock } from '../ports/clock.ts';
import type { CallerRegistrar, RoomInviter, RoomRemover, StaffAccounts } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { mayBeIn } from './may-be-in.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What the actions on who is in a room, or has an account, need. */
export interface PerformRoomActionDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly inviter: RoomInviter;
  readonly remover: RoomRemover;
  /** Removes from the desk's own rooms. */
  readonly deskRemover: RoomRemover;
  readonly registrar: CallerRegistrar;
  readonly accounts: StaffAccounts;
}

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

const nothingSent = { ok: true, sent: null } as const;

/** The desk takes somebody out of one of its own rooms. */
export async function removeFromDesk(
  { steps, deskRemover }: PerformRoomActionDependencies,
  { roomId, person }: Of<'desk-remove'>,
): Promise<ActionOutcome> {
  await steps.step('action.carried-out', () => deskRemover.remove(roomId, person, deskRemovalSentence));
  return nothingSent;
}

/** The host invites a counsellor who still has the conversation, or may read it again. */
export async function invite(
  { steps, unitOfWork, inviter, clock }: PerformRoomActionDependencies,
  { roomId, counsellor }: Of<'invite'>,
): Promise<ActionOutcome> {
  const isStillTheirs = await steps.step('action.looked-up', () =>
    unitOfWork.run((registers) => mayBeIn(registers, { roomId, person: counsellor, now: clock.now() })),
  );
  if (isStillTheirs) await steps.step('action.carried-out', () => inviter.invite(roomId, counsellor));
  return nothingSent;
}

/** The host takes somebody out of a conversation's room. */
export async function remove(
  { steps, remover }: PerformRoomActionDependencies,
  { roomId, counsellor, reason }: Of<'remove'>,
): Promise<ActionOutcome> {
  const sentence = removalSentence(reason);
  await steps.step('action.carried-out', () => remover.remove(roomId, counsellor, sentence));
  return nothingSent;
}

/** The room first: with the device logged out the caller's browser would not learn that it is out. */
export async function closeRoom(
  { steps, remover, registrar }: PerformRoomActionDependencies,
  { roomId, caller, callerDevice }: Of<'close-room'>,
): Promise<ActionOutcome> {
  await steps.step('action.carried-out', () => remover.removeAll(roomId, removalSentence('ended')));
  await steps.step('action.carried-out', () => registrar.removeDevice(caller, callerDevice));
  return nothingSent;
}

/** Of another homeserver's account there is nothing to tell: its administrator closes it. */
export async function closeAccount(
  { steps, unitOfWork, accounts }: PerformRoomActionDependencies,
  key: string,
  { member, name, reader }: Of<'close-account'>,
): Promise<ActionOutcome> {
  const isClosed = await steps.step('action.carried-out', () => accounts.close(member));
  if (!isClosed) return nothingSent;
  const message = { kind: 'coordination', message: { code: 'account-closed', who: name } } as const;
  await steps.step('action.carried-out', () =>
    unitOfWork.run((registers) =>
      recordDeskMessage(registers, { to: { own: reader }, key: actionKeys.edit(key, 'told'), message }),
    ),
  );
  return nothingSent;
}

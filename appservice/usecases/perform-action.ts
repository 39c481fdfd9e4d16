import type { Action, QueuedAction } from '../ports/actions.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeskSender } from '../ports/desk.ts';
import type { InvitingByOthers } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { actionKeys } from './action-keys.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { performInviteAction } from './perform-invite-action.ts';
import {
  closeAccount,
  closeRoom,
  invite,
  remove,
  removeFromDesk,
  type PerformRoomActionDependencies,
} from './perform-room-action.ts';
import { findDeskMessage } from './find-desk-message.ts';
import { clearContactForm, showContactForm, type ShowContactFormDependencies } from './show-contact-form.ts';
import { putBackLevels, type PutBackLevelsDependencies } from './put-back-levels.ts';
import { takeBackMisplaced, type TakeBackMisplacedDependencies } from './take-back-misplaced.ts';
import { tellLooked, type TellLookedDependencies } from './tell-looked.ts';
import { sendAgain } from './send-again.ts';
import { tellFault, tellRemarks } from './tell-coordinator.ts';
import { tellAddress, tellHints, type TellWhoHasItDependencies } from './tell-who-has-it.ts';

/** What carrying out one action needs. */
export interface PerformActionDependencies
  extends
    ShowContactFormDependencies,
    TellLookedDependencies,
    PerformRoomActionDependencies,
    TellWhoHasItDependencies,
    PutBackLevelsDependencies,
    TakeBackMisplacedDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly sender: DeskSender;
  readonly inviting: InvitingByOthers;
  readonly vault: Vault;
}

/** Does one action on the homeserver; every call is idempotent, so that a repeat after a crash does no harm. */
export async function performAction(
  dependencies: PerformActionDependencies,
  { key, conversationId, action }: QueuedAction,
): Promise<ActionOutcome> {
  switch (action.kind) {
    case 'desk-send':
      return await send(dependencies, { key, conversationId, action });
    case 'desk-hand':
      return await raiseHand(dependencies, key, action);
    case 'desk-edit':
      return await edit(dependencies, key, action);
    case 'desk-again':
      return (await sendAgain(dependencies, key, action)) ? nothingSent : { ok: false, code: 'no-desk-room' };
    case 'desk-redact':
      return await redact(dependencies, key, action);
    case 'redact-command':
      return await redactCommand(dependencies, key, action);
    case 'take-back-misplaced':
      return await takeBackMisplaced(dependencies, { key, place: action.place });
    case 'desk-remove':
      return await removeFromDesk(dependencies, action);
    case 'invite':
      return await invite(dependencies, action);
    case 'remove':
      return await remove(dependencies, action);
    case 'prepare-return':
    case 'grant-invite':
    case 'revoke-invite':
      return await performInviteAction(dependencies, action);
    case 'put-back-levels':
      return await putBackLevels(dependencies, action);
    case 'close-room':
      return await closeRoom(dependencies, action);
    case 'close-account':
      return await closeAccount(dependencies, key, action);
    case 'tell-fault':
      return await tellFault(dependencies, key, action);
    case 'tell-remarks':
      return await tellRemarks(dependencies, key, action);
    case 'tell-hints':
      return await tellHints(dependencies, { key, conversationId, reader: action.reader });
    case 'contact-form':
      return await showContactForm(dependencies, key, action);
    case 'contact-clear':
      return await clearContactForm(dependencies, key, action);
    case 'tell-looked':
      return await tellLooked(dependencies, { key, conversationId, reader: action.reader });
    case 'tell-address':
      return await tellAddress(dependencies, { key, conversationId, reader: action.reader });
  }
}

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

const nothingSent = { ok: true, sent: null } as const;

async function send(
  { steps, unitOfWork, sender }: PerformActionDependencies,
  queued: Omit<QueuedAction, 'lane' | 'action'> & { readonly action: Of<'desk-send'> },
): Promise<ActionOutcome> {
  const { message, to } = queued.action;
  const where = await steps.step('action.looked-up', () =>
    unitOfWork.run(async (registers) => ({
      roomId: await registers.deskRooms.find(to),
      sending: await sendingOf(registers, queued),
    })),
  );
  const { roomId, sending } = where;
  if (sending === 'none') return nothingSent;
  if (roomId === undefined) return { ok: false, code: 'no-desk-room' };
  const mention = sending === 'again' ? null : queued.action.mention;
  const sent = await steps.step('action.carried-out', () =>
    sender.send({ roomId, key: queued.key, message, mention }),
  );
  return { ok: true, sent };
}

/**
 * Whether a message is still to be sent. `again`: it is wanted no more, but an attempt may have sent it without living to
 * record it; the same key sent again tells which event it is, and the edits behind it bring it up to date. It rings no more.
 */
async function sendingOf(
  registers: Registers,
  queued: Omit<QueuedAction, 'lane' | 'action'> & { readonly action: Of<'desk-send'> },
): Promise<'wanted' | 'again' | 'none'> {
  if (await isWanted(registers, queued)) {
    if (queued.action.hasHand) await registers.actions.begin(queued.key);
    return 'wanted';
  }
  return (await registers.actions.hasBegun(queued.key)) ? 'again' : 'none';
}

/** A ring that is over before its card went out would ring for nothing. */
async function isWanted(
  registers: Registers,
  {
    key,
    conversationId,
    action,
  }: Omit<QueuedAction, 'lane' | 'action'> & { readonly action: Of<'desk-send'> },
): Promise<boolean> {
  if (conversationId === null || !action.hasHand || !('own' in action.to)) return true;
  const phase = (await registers.conversations.find(conversationId))?.phase;
  if (phase?.name !== 'waiting' || phase.ring === null) return false;
  return actionKeys.ringCard(conversationId, phase.ring) === key;
}

async function raiseHand(
  { steps, unitOfWork, sender }: PerformActionDependencies,
  key: string,
  { of, signs }: Of<'desk-hand'>,
): Promise<ActionOutcome> {
  const card = await steps.step('action.looked-up', () =>
    unitOfWork.run((registers) => findDeskMessage(registers, of)),
  );
  if (card !== undefined) {
    await steps.step('action.carried-out', () =>
      signs === undefined ? sender.raiseHand({ of: card, key }) : sender.putSigns({ of: card, key, signs }),
    );
  }
  return nothingSent;
}

async function edit(
  { steps, unitOfWork, sender }: PerformActionDependencies,
  key: string,
  { of, message }: Of<'desk-edit'>,
): Promise<ActionOutcome> {
  const sent = await steps.step('action.looked-up', () =>
    unitOfWork.run((registers) => findDeskMessage(registers, of)),
  );
  if (sent === undefined) return nothingSent;
  await steps.step('action.carried-out', () => sender.edit({ of: sent, key, message }));
  return { ok: true, sent };
}

async function redact(
  { steps, unitOfWork, sender }: PerformActionDependencies,
  key: string,
  { of }: Of<'desk-redact'>,
): Promise<ActionOutcome> {
  const sent = await steps.step('action.looked-up', () =>
    unitOfWork.run((registers) => findDeskMessage(registers, of)),
  );
  if (sent !== undefined) await steps.step('action.carried-out', () => sender.redact({ of: sent, key }));
  return nothingSent;
}

async function redactCommand(
  { steps, unitOfWork, sender }: PerformActionDependencies,
  key: string,
  { place }: Of<'redact-command'>,
): Promise<ActionOutcome> {
  const where = await steps.step('action.looked-up', () =>
    unitOfWork.run(({ deskRooms }) => deskRooms.placeOf(place.roomId)),
  );
  if (where === undefined) return nothingSent;
  await steps.step('action.carried-out', () => sender.redact({ of: place, key }));
  return nothingSent;
}

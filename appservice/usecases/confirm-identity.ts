import type { DeskMessage, DeskRefusal } from '../domain/desk-message.ts';
import {
  confirmIdentity as confirmed,
  hasSafeIdentity,
  hasUnconfirmedIdentity,
  type SeenIdentity,
} from '../domain/duty.ts';
import { memberCalled, type RosterMember } from '../domain/roster.ts';
import { isCodeOf } from '../domain/session-code.ts';
import { coordinatorsFor } from '../domain/shift-end.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import { aboutNobody } from './close-helpline.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { lookUpIdentity, type LookUpIdentityDependencies } from './look-up-identity.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import { recordSeenIdentity } from './record-identity-change.ts';
import type { Scene } from './scene.ts';

/** What confirming needs. */
export interface ConfirmIdentityDependencies extends CommandDependencies, LookUpIdentityDependencies {}

/** A coordinator's `!bevestig WHO CODE`. */
export type Confirmation = CommandSource & { readonly who: string; readonly code: string };

/**
 * `!bevestig`: pins the new identity of a counsellor after a coordinator has asked them for the code of their session (design 4). It
 * pins what is there at that moment, and only when the code is of it: one that came after the telephone call is not pinned unseen.
 * The coordinators who are rung may confirm, with keys of their own that are known; nobody confirms their own. Both are told.
 */
export async function confirmIdentity(
  dependencies: ConfirmIdentityDependencies,
  confirmation: Confirmation,
): Promise<void> {
  const { clock, roster } = dependencies;
  const { member, eventId, who } = confirmation;
  const counsellor = member.role === 'coordinator' ? memberCalled(roster, who) : undefined;
  const identity = counsellor && (await lookUpIdentity(dependencies, counsellor.userId));
  await answerOnce(dependencies, { to: member.userId, eventId }, (registers) =>
    confirmIn(registers, { roster, now: clock.now() }, { ...confirmation, counsellor, identity }),
  );
}

type Confirming = Confirmation & {
  readonly counsellor: RosterMember | undefined;
  readonly identity: SeenIdentity | undefined;
};

async function confirmIn(
  registers: Registers,
  scene: Scene,
  { member, who, code, eventId, counsellor, identity }: Confirming,
): Promise<DeskMessage> {
  if (member.role !== 'coordinator') return refuse({ code: 'coordinator-only' });
  if (counsellor === undefined) return refuse({ code: 'who-is-that', who });
  const { userId, name } = counsellor;
  if (userId === member.userId) return refuse({ code: 'not-yourself' });
  if (!coordinatorsFor(scene.roster, userId).includes(member.userId)) {
    return { kind: 'coordination', message: { code: 'not-your-team', who: name } };
  }
  if (!hasSafeIdentity(await registers.duties.find(member.userId))) return refuse({ code: 'keys-in-doubt' });
  const duty = await registers.duties.find(userId);
  if (!hasUnconfirmedIdentity(duty)) return refuse({ code: 'nothing-to-confirm', who: name });
  const masterKey = identity?.masterKey ?? null;
  if (identity === undefined || masterKey === null) return refuse({ code: 'their-keys-not-seen', who: name });
  if (await recordSeenIdentity(registers, scene, { duty, identity })) {
    return refuse({ code: 'changed-again', who: name });
  }
  if (!identity.sessionKeys.some((key) => isCodeOf(code, key)))
    return refuse({ code: 'other-code', who: name });
  const result = confirmed(duty, masterKey);
  if (!result.ok) return refuse({ code: 'nothing-to-confirm', who: name });
  await registers.duties.save(result.value);
  await registers.audit.append({
    ...aboutNobody,
    at: scene.now,
    act: 'identity-confirmed',
    who: member.userId,
    subject: userId,
  });
  const message = { kind: 'identity-confirmed', who: name } as const;
  const key = actionKeys.cause(eventId, 'confirmed');
  await recordDeskMessage(registers, { to: { own: userId }, key, message, mention: userId });
  return message;
}

function refuse(why: DeskRefusal): DeskMessage {
  return { kind: 'refusal', refusal: why };
}

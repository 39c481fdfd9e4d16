import type { DeskMessage } from '../domain/desk-message.ts';
import { confirmIdentity as confirmed } from '../domain/duty.ts';
import { memberCalled } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import { aboutNobody } from './close-helpline.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** A coordinator's `!bevestig WHO`. */
export type Confirmation = CommandSource & { readonly who: string };

/** `!bevestig`: pins the new identity of a counsellor after a coordinator has asked them (design 4); nobody confirms their own. Both are told. */
export async function confirmIdentity(
  dependencies: CommandDependencies,
  confirmation: Confirmation,
): Promise<void> {
  const { member, eventId } = confirmation;
  await answerOnce(dependencies, { to: member.userId, eventId }, (registers) =>
    confirmIn(registers, { roster: dependencies.roster, now: dependencies.clock.now() }, confirmation),
  );
}

async function confirmIn(
  registers: Registers,
  { roster, now }: Scene,
  { member, who, eventId }: Confirmation,
): Promise<DeskMessage> {
  if (member.role !== 'coordinator') return { kind: 'refusal', refusal: { code: 'coordinator-only' } };
  const counsellor = memberCalled(roster, who);
  if (counsellor === undefined) return { kind: 'refusal', refusal: { code: 'who-is-that', who } };
  const { userId, name } = counsellor;
  if (userId === member.userId) return { kind: 'refusal', refusal: { code: 'not-yourself' } };
  const result = confirmed(await registers.duties.find(userId));
  if (!result.ok) return { kind: 'refusal', refusal: { code: 'nothing-to-confirm', who: name } };
  await registers.duties.save(result.value);
  await registers.audit.append({
    ...aboutNobody,
    at: now,
    act: 'identity-confirmed',
    who: member.userId,
    subject: userId,
  });
  const message = { kind: 'identity-confirmed', who: name } as const;
  const key = actionKeys.cause(eventId, 'confirmed');
  await recordDeskMessage(registers, { to: { own: userId }, key, message });
  return message;
}

import { counsellorOf } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import { isOffboarded, offboard } from '../domain/duty.ts';
import { memberCalled, type RosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import { aboutNobody } from './close-helpline.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { recordReadingsOver } from './end-reopenings.ts';
import type { Scene } from './scene.ts';
import { recordReturn } from './record-return.ts';

/** A coordinator's `!uitdienst WHO`. */
export type Offboarding = CommandSource & { readonly who: string };

/**
 * `!uitdienst` (S30), in one action: off duty for good, conversations back to the pool, no identity of theirs counts any more,
 * and the account is closed, which logs out its devices and takes it out of every room. A coordinator of a team does so for
 * that team; nobody for themselves. Audited.
 */
export async function offboardCounsellor(
  dependencies: CommandDependencies,
  offboarding: Offboarding,
): Promise<void> {
  const { clock, roster } = dependencies;
  const { member, eventId } = offboarding;
  await answerOnce(dependencies, { to: member.userId, eventId }, (registers) =>
    offboardIn(registers, { roster, now: clock.now() }, offboarding),
  );
}

async function offboardIn(
  registers: Registers,
  scene: Scene,
  { member, who }: Offboarding,
): Promise<DeskMessage> {
  if (member.role !== 'coordinator') return { kind: 'refusal', refusal: { code: 'coordinator-only' } };
  const leaver = memberCalled(scene.roster, who);
  if (leaver === undefined) return { kind: 'refusal', refusal: { code: 'who-is-that', who } };
  const { userId, name } = leaver;
  if (userId === member.userId) return { kind: 'coordination', message: { code: 'not-yourself' } };
  if (!isOver(member, leaver)) return { kind: 'coordination', message: { code: 'not-your-team', who: name } };
  const duty = await registers.duties.find(userId);
  if (isOffboarded(duty)) {
    return { kind: 'coordination', message: { code: 'already-offboarded', who: name } };
  }
  await registers.duties.save(offboard(userId, duty, scene.now));
  const conversations = await returnAll(registers, scene, leaver);
  await recordReadingsOver(registers, { of: userId });
  await recordOffboarding(registers, scene, { member, leaver });
  return { kind: 'coordination', message: { code: 'offboarded', who: name, conversations } };
}

/** A coordinator without team is over everybody, one of a team over the counsellors and coordinators of that team. */
function isOver(coordinator: RosterMember, member: RosterMember): boolean {
  return coordinator.teamId === null || coordinator.teamId === member.teamId;
}

async function returnAll(registers: Registers, scene: Scene, { userId }: RosterMember): Promise<number> {
  const open = await registers.conversations.open();
  const own = open.filter(({ phase }) => counsellorOf(phase) === userId);
  for (const conversation of own) {
    await recordReturn(registers, scene, { conversation, reason: 'offboarded' });
  }
  return own.length;
}

async function recordOffboarding(
  registers: Registers,
  { now }: Scene,
  { member, leaver }: { readonly member: RosterMember; readonly leaver: RosterMember },
): Promise<void> {
  await registers.audit.append({
    ...aboutNobody,
    at: now,
    act: 'counsellor-offboarded',
    who: member.userId,
    subject: leaver.userId,
  });
  await registers.actions.enqueue({
    key: actionKeys.closeAccount(leaver.userId),
    lane: actionLanes.account(leaver.userId),
    conversationId: null,
    action: { kind: 'close-account', member: leaver.userId, name: leaver.name, reader: member.userId },
  });
}

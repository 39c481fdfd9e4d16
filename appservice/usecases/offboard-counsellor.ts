import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import { isOffboarded, offboard } from '../domain/duty.ts';
import type { UserId } from '../domain/ids.ts';
import type { RosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { aboutNobody } from './close-helpline.ts';
import { recordReadingsOver } from './end-reopenings.ts';
import type { Scene } from './scene.ts';
import { recordReturn } from './record-return.ts';

/** A coordinator, and who is to leave service. */
export type Offboarding = { readonly member: RosterMember; readonly leaver: RosterMember };

/**
 * Puts somebody out of service (S30), in one action: off duty for good, conversations back to the pool, no identity of theirs counts
 * any more, and the account is closed, which logs out its devices and takes it out of every room. Audited.
 */
export async function recordOffboarded(
  registers: Registers,
  scene: Scene,
  offboarding: Offboarding,
): Promise<DeskMessage> {
  const { leaver } = offboarding;
  const { userId, name } = leaver;
  await registers.duties.save(offboard(userId, await registers.duties.find(userId), scene.now));
  const own = await conversationsOf(registers, userId);
  for (const conversation of own) {
    await recordReturn(registers, scene, { conversation, reason: 'offboarded' });
  }
  await recordReadingsOver(registers, { of: userId });
  await recordClosing(registers, scene, offboarding);
  return { kind: 'coordination', message: { code: 'offboarded', who: name, conversations: own.length } };
}

/** Why a coordinator may not put somebody out of service: one of a team does so for that team, nobody for themselves. */
export async function whyNotOffboarded(
  registers: Registers,
  { member, leaver }: Offboarding,
): Promise<DeskMessage | undefined> {
  const { userId, name } = leaver;
  if (member.role !== 'coordinator') return { kind: 'refusal', refusal: { code: 'coordinator-only' } };
  if (userId === member.userId) return { kind: 'coordination', message: { code: 'not-yourself' } };
  if (!isOver(member, leaver)) return { kind: 'coordination', message: { code: 'not-your-team', who: name } };
  if (!isOffboarded(await registers.duties.find(userId))) return undefined;
  return { kind: 'coordination', message: { code: 'already-offboarded', who: name } };
}

/** The conversations that somebody has now. */
export async function conversationsOf(
  { conversations }: Registers,
  who: UserId,
): Promise<readonly Conversation[]> {
  return (await conversations.open()).filter(({ phase }) => counsellorOf(phase) === who);
}

/** A coordinator without team is over everybody, one of a team over the counsellors and coordinators of that team. */
function isOver(coordinator: RosterMember, member: RosterMember): boolean {
  return coordinator.teamId === null || coordinator.teamId === member.teamId;
}

async function recordClosing(
  registers: Registers,
  { now }: Scene,
  { member, leaver }: Offboarding,
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

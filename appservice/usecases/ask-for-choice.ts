import { takeOf, type Conversation } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CounsellorDuty } from '../domain/duty.ts';
import { rosterMember } from '../domain/roster.ts';
import { choiceStep, coordinatorsFor, needsChoice } from '../domain/shift-end.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage, type DeskMessageEntry } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** The conversations of somebody whose shift is over, for which they have still to choose what becomes of them (S40). */
export async function conversationsToChooseFor(
  registers: Registers,
  duty: CounsellorDuty,
): Promise<readonly Conversation[]> {
  return (await registers.conversations.open()).filter((each) => needsChoice(each, duty));
}

/** What somebody is told whose shift is over while they have conversations: what they can choose (S40). */
export function shiftEnded(
  reason: 'own' | 'closing-time' | 'unseen',
  open: readonly Conversation[],
): DeskMessage {
  const caseNumbers = open.map(({ caseNumber }) => caseNumber);
  return { kind: 'course', message: { code: 'shift-ended', reason, caseNumbers } };
}

/**
 * What is to be said about a conversation whose counsellor's shift is over and was not said yet (S40): it is asked again every
 * five minutes, ringing, until they have chosen, and after the third time the coordinators are rung instead; and while their devices are not to be seen the coordinators are told, so that
 * nobody who calls is left alone.
 */
export async function shiftMessages(
  registers: Registers,
  scene: Scene,
  conversation: Conversation,
): Promise<readonly DeskMessageEntry[]> {
  const take = takeOf(conversation.phase);
  const duty = take && (await registers.duties.find(take.counsellor));
  if (duty?.state !== 'off') return [];
  const wanted = [...questions(scene, conversation, duty), ...alarms(scene, conversation, duty)];
  const known = await Promise.all(wanted.map(({ key }) => registers.actions.isRecorded(key)));
  return wanted.filter((_, index) => known[index] === false);
}

/** Records them. */
export async function recordShiftMessages(
  registers: Registers,
  scene: Scene,
  conversation: Conversation,
): Promise<void> {
  for (const entry of await shiftMessages(registers, scene, conversation)) {
    await recordDeskMessage(registers, entry);
  }
}

function questions(
  { now, roster }: Scene,
  conversation: Conversation,
  duty: CounsellorDuty,
): readonly DeskMessageEntry[] {
  const step = choiceStep(duty, now);
  if (step === undefined || !needsChoice(conversation, duty)) return [];
  const { conversationId, caseNumber } = conversation;
  const { counsellor, since } = duty;
  if (step.kind === 'ask') {
    return [
      {
        to: { own: counsellor },
        key: actionKeys.shiftEnd(conversationId, since, String(step.times)),
        message: { kind: 'course', message: { code: 'shift-choice', caseNumber, isLast: step.isLast } },
        conversationId,
        mention: counsellor,
      },
    ];
  }
  const who = rosterMember(roster, counsellor)?.name;
  if (who === undefined) return [];
  return coordinatorsFor(roster, counsellor).map((coordinator) => ({
    to: { own: coordinator },
    key: actionKeys.shiftEnd(conversationId, since, `overdue:${coordinator}`),
    message: { kind: 'course', message: { code: 'choice-overdue', who, caseNumber } },
    conversationId,
    mention: coordinator,
  }));
}

function alarms(
  { roster }: Scene,
  { conversationId, caseNumber, toldConnection }: Conversation,
  { counsellor, since }: CounsellorDuty,
): readonly DeskMessageEntry[] {
  const who = rosterMember(roster, counsellor)?.name;
  if (toldConnection?.isCounsellorAway !== true || who === undefined) return [];
  return coordinatorsFor(roster, counsellor).map((coordinator) => ({
    to: { own: coordinator },
    key: actionKeys.shiftEnd(conversationId, since, coordinator),
    message: { kind: 'course', message: { code: 'counsellor-gone', who, caseNumber } },
    conversationId,
    mention: coordinator,
  }));
}

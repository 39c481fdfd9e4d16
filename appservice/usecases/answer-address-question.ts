import { secondPersons, type AddressView } from '../domain/address.ts';
import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { EventId, UserId } from '../domain/ids.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies } from './command-scene.ts';
import { onceFor } from './once-for.ts';
import { recordAddressTelling, recordQuestionOver } from './record-address.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What somebody who was asked says about it, by ✅ or ❌ under the question. */
export type QuestionAnswer = {
  readonly by: UserId;
  readonly eventId: EventId;
  /** The key of the action that asked. */
  readonly question: string;
  readonly isAgreed: boolean;
};

/**
 * A second person agrees that a counsellor is shown an address, or does not (R21, `break-glass`). The first answer counts; one that
 * comes when it was shown already, or when the conversation is theirs no more, changes nothing.
 */
export async function answerAddressQuestion(
  { unitOfWork, clock, steps, roster }: CommandDependencies,
  answer: QuestionAnswer,
): Promise<void> {
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(answer.eventId, async (registers) => {
        const asked = await questionOf(registers, roster, answer);
        if (asked === undefined) return;
        const { view, conversation } = asked;
        const scene = { roster, now: clock.now() };
        const { conversationId, counsellor } = view;
        const line = { at: scene.now, who: answer.by, conversationId, subject: counsellor, reason: null };
        const who = rosterMember(roster, answer.by)?.name ?? answer.by;
        const { caseNumber } = conversation;
        if (answer.isAgreed) {
          await registers.audit.append({ ...line, act: 'address-confirmed' });
          await recordAddressTelling(registers, scene, { view, reason: null });
        } else {
          await registers.audit.append({ ...line, act: 'address-declined' });
          await registers.addressViews.setState(view.viewId, 'refused');
          await recordDeskMessage(registers, {
            to: { own: counsellor },
            key: actionKeys.edit(actionKeys.address(view), 'no'),
            message: { kind: 'recognition', message: { code: 'address-declined', caseNumber, who } },
            conversationId,
          });
        }
        const message = { code: 'question-answered', who, isAgreed: answer.isAgreed } as const;
        await recordQuestionOver(registers, scene, { view, message });
      }),
    ),
  );
}

/** Undefined when the question is over, or was never put to this person. */
async function questionOf(
  { addressViews, conversations }: Registers,
  roster: Roster,
  { by, question }: QuestionAnswer,
): Promise<{ readonly view: AddressView; readonly conversation: Conversation } | undefined> {
  for (const view of await addressViews.asked()) {
    const isMeant = actionKeys.addressQuestion(view, by) === question;
    if (!isMeant || !secondPersons(roster, view.counsellor).includes(by)) continue;
    const conversation = await conversations.find(view.conversationId);
    if (conversation === undefined || counsellorOf(conversation.phase) !== view.counsellor) return undefined;
    return { view, conversation };
  }
  return undefined;
}

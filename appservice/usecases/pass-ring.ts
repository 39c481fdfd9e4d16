import { passRing as passed } from '../domain/conversation-transitions.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { DeskRefusal } from '../domain/desk-message.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { Roster } from '../domain/roster.ts';
import { ringingFor } from '../domain/taking.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { onceFor } from './once-for.ts';
import { recordRingOver } from './record-cards.ts';
import { recordAnswer, recordRefusal } from './record-desk-message.ts';
import type { CardChoice } from './take-conversation.ts';

/** What passing a ring needs. */
export interface PassRingDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly roster: Roster;
}

/**
 * Passes what rings for a counsellor, by ✖ or `!niet`: the next one rings, nobody is paused (design 5.6). A written command
 * is answered in words, a pressed card by the card. Undefined when the event was handled before.
 */
export async function passRing(
  { unitOfWork, steps, roster }: PassRingDependencies,
  choice: CardChoice,
): Promise<Result<Conversation, DeskRefusal> | undefined> {
  const { counsellor, eventId } = choice;
  return await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const result = await passIn(registers, roster, choice);
        if (!result.ok) await recordRefusal(registers, { to: counsellor, eventId, refusal: result.problem });
        return result;
      }),
    ),
  );
}

async function passIn(
  registers: Registers,
  roster: Roster,
  choice: CardChoice,
): Promise<Result<Conversation, DeskRefusal>> {
  const { counsellor, eventId, which } = choice;
  const openConversations = await registers.conversations.open();
  const conversation = ringingFor(
    openConversations.filter((each) => isMeant(each, which)),
    counsellor,
  );
  if (conversation?.phase.name !== 'waiting' || conversation.phase.ring === null) {
    return refusal({ code: 'nothing-rings' });
  }
  const transition = passed(conversation, counsellor);
  if (!transition.ok) return refusal({ code: 'nothing-rings' });
  await registers.conversations.save(transition.value);
  const { ring } = conversation.phase;
  await recordRingOver(registers, { conversation, roster }, { ring, state: 'passed' });
  if ('caseNumber' in which) {
    const message = { kind: 'passed', caseNumber: conversation.caseNumber } as const;
    await recordAnswer(registers, { to: counsellor, eventId, message });
  }
  return success(transition.value);
}

function isMeant(conversation: Conversation, which: CardChoice['which']): boolean {
  if ('conversationId' in which) return conversation.conversationId === which.conversationId;
  return which.caseNumber === null || conversation.caseNumber === which.caseNumber;
}

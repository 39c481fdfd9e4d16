import { conversationToTakeOver } from '../domain/company-rules.ts';
import type { CaseNumber } from '../domain/ids.ts';
import { onceFor } from './once-for.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { companyRefusal } from './record-company-messages.ts';
import { recordAnswer } from './record-desk-message.ts';
import { recordHandOver } from './record-hand-over.ts';

/** `!overgenomen`, from the counsellor or from the colleague who came to take over: now it is theirs (S40). Both cards say so. */
export async function takeOverConversation(
  { unitOfWork, steps, clock, roster }: CommandDependencies,
  taking: CommandSource & { readonly caseNumber: CaseNumber | null },
): Promise<void> {
  const { member, eventId, caseNumber } = taking;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const openConversations = await registers.conversations.open();
        const meant = conversationToTakeOver(openConversations, member.userId, caseNumber);
        if (meant.ok) {
          const scene = { roster, now: clock.now() };
          await recordHandOver(registers, scene, { conversation: meant.value, by: member.userId });
        } else {
          const { problem } = meant;
          const message =
            problem.code === 'no-successor'
              ? companyRefusal(problem)
              : ({ kind: 'refusal', refusal: problem } as const);
          await recordAnswer(registers, { to: member.userId, eventId, message });
        }
      }),
    ),
  );
}

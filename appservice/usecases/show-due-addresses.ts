import { isWithoutSecondPerson } from '../domain/address.ts';
import { counsellorOf } from '../domain/conversation.ts';
import { rosterMember } from '../domain/roster.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies } from './command-scene.ts';
import { recordAddressTelling, recordQuestionOver } from './record-address.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/**
 * Where no second person has said anything for five minutes, the address is shown all the same, because somebody may be in danger,
 * and every coordinator is told that a review is due (design 14, R21).
 */
export async function showDueAddresses({
  unitOfWork,
  clock,
  roster,
}: Omit<CommandDependencies, 'steps'>): Promise<void> {
  const now = clock.now();
  const scene = { roster, now };
  const asked = await unitOfWork.read(({ addressViews }) => addressViews.asked());
  if (!asked.some((view) => isWithoutSecondPerson(view, now))) return;
  await unitOfWork.run(async (registers) => {
    for (const view of await registers.addressViews.asked()) {
      const conversation = await registers.conversations.find(view.conversationId);
      if (!isWithoutSecondPerson(view, now) || conversation === undefined) continue;
      if (counsellorOf(conversation.phase) !== view.counsellor) continue;
      const { conversationId, caseNumber } = conversation;
      const who = rosterMember(roster, view.counsellor)?.name ?? view.counsellor;
      await recordAddressTelling(registers, scene, { view, reason: null });
      await recordQuestionOver(registers, scene, { view, message: { code: 'question-over' } });
      for (const { userId, role } of roster.members) {
        if (role !== 'coordinator' || userId === view.counsellor) continue;
        await recordDeskMessage(registers, {
          to: { own: userId },
          key: actionKeys.edit(actionKeys.address(view), `review:${userId}`),
          message: { kind: 'recognition', message: { code: 'review-due', caseNumber, who, at: now } },
          conversationId,
          mention: userId,
        });
      }
    }
  });
}

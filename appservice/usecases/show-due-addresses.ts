import { isWithoutSecondPerson, wasRefused, type AddressMode } from '../domain/address.ts';
import { counsellorOf, takeOf } from '../domain/conversation.ts';
import { rosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies } from './command-scene.ts';
import { recordAddressTelling, recordQuestionOver } from './record-address.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** What showing addresses without a question needs. */
export interface ShowDueAddressesDependencies extends Omit<CommandDependencies, 'steps'> {
  readonly addressMode: AddressMode;
}

/**
 * Where addresses are always shown, whoever has come to have a conversation is shown its address, by a take or by a hand-over. And
 * where no second person has said anything for five minutes, the address is shown all the same, because somebody may be in danger,
 * and every coordinator is told that a review is due (design 14, R21).
 */
export async function showDueAddresses({
  unitOfWork,
  clock,
  roster,
  addressMode,
}: ShowDueAddressesDependencies): Promise<void> {
  const now = clock.now();
  const scene = { roster, now };
  if (addressMode === 'always') await unitOfWork.run((registers) => showToWhoeverHasThem(registers, scene));
  const asked = await unitOfWork.read(({ addressViews }) => addressViews.asked());
  if (!asked.some((view) => isWithoutSecondPerson(view, now))) return;
  await unitOfWork.run(async (registers) => {
    for (const view of await registers.addressViews.asked()) {
      const conversation = await registers.conversations.find(view.conversationId);
      if (!isWithoutSecondPerson(view, now) || conversation === undefined) continue;
      if (counsellorOf(conversation.phase) !== view.counsellor) continue;
      if (wasRefused(await registers.addressViews.of(view.conversationId), view.counsellor)) continue;
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

/** Once for each take: it names the view. */
async function showToWhoeverHasThem(registers: Registers, scene: Scene): Promise<void> {
  for (const { conversationId, phase } of await registers.conversations.open()) {
    const take = takeOf(phase);
    if (take === undefined) continue;
    const { counsellor, takenAt } = take;
    const viewId = `${conversationId}:${counsellor}:${String(takenAt)}`;
    if ((await registers.addressViews.find(viewId)) !== undefined) continue;
    const view = { viewId, conversationId, counsellor, askedAt: takenAt };
    await recordAddressTelling(registers, scene, { view, reason: null });
  }
}

import { isWithoutSecondPerson, wasRefused, type AddressMode, type AddressView } from '../domain/address.ts';
import { counsellorOf, takeOf, type Conversation } from '../domain/conversation.ts';
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
  const scene = { roster, now: clock.now() };
  const look = async (registers: Registers) => ({
    unshown: addressMode === 'always' ? await neverShown(registers) : [],
    unanswered: await withoutAnswer(registers, scene),
  });
  const { unshown, unanswered } = await unitOfWork.read(look);
  if (unshown.length + unanswered.length === 0) return;
  await unitOfWork.run(async (registers) => {
    const due = await look(registers);
    for (const view of due.unshown) await recordAddressTelling(registers, scene, { view, reason: null });
    for (const each of due.unanswered) {
      await recordAddressTelling(registers, scene, { view: each.view, reason: null });
      await recordReviewDue(registers, scene, each);
    }
  });
}

type NewView = Omit<AddressView, 'state'>;
type Unanswered = { readonly conversation: Conversation; readonly view: AddressView };

/** Whoever has a conversation and was not shown its address; once for each take, which names the view. */
async function neverShown({ conversations, addressViews }: Registers): Promise<readonly NewView[]> {
  const unshown: NewView[] = [];
  for (const { conversationId, phase } of await conversations.open()) {
    const take = takeOf(phase);
    if (take === undefined) continue;
    const { counsellor, takenAt: askedAt } = take;
    const viewId = `${conversationId}:${counsellor}:${String(askedAt)}`;
    if ((await addressViews.find(viewId)) !== undefined) continue;
    unshown.push({ viewId, conversationId, counsellor, askedAt });
  }
  return unshown;
}

/** Whoever asked, still has the conversation, and got no answer in time, nor a no before. */
async function withoutAnswer(
  { conversations, addressViews }: Registers,
  { now }: Scene,
): Promise<readonly Unanswered[]> {
  const unanswered: Unanswered[] = [];
  for (const view of (await addressViews.asked()).filter((each) => isWithoutSecondPerson(each, now))) {
    const conversation = await conversations.find(view.conversationId);
    if (conversation === undefined || counsellorOf(conversation.phase) !== view.counsellor) continue;
    if (wasRefused(await addressViews.of(view.conversationId), view.counsellor)) continue;
    unanswered.push({ conversation, view });
  }
  return unanswered;
}

/** Records that nobody is asked any more, and that the coordinators look at it afterwards. */
async function recordReviewDue(
  registers: Registers,
  { roster, now: at }: Scene,
  { conversation, view }: Unanswered,
): Promise<void> {
  const { conversationId, caseNumber } = conversation;
  await recordQuestionOver(registers, { roster }, { view, message: { code: 'question-over' } });
  const who = rosterMember(roster, view.counsellor)?.name ?? view.counsellor;
  for (const { userId, role } of roster.members) {
    if (role !== 'coordinator' || userId === view.counsellor) continue;
    await recordDeskMessage(registers, {
      to: { own: userId },
      key: actionKeys.edit(actionKeys.address(view), `review:${userId}`),
      message: { kind: 'recognition', message: { code: 'review-due', caseNumber, who, at } },
      conversationId,
      mention: userId,
    });
  }
}

import type { Conversation } from '../domain/conversation.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { EndConversationDependencies } from './end-conversation.ts';
import { recordEnd } from './record-end.ts';
import type { Scene } from './scene.ts';

/** Somebody who left quickly, by the secret that their page has started or resumed with, and by the token of their browser's cookie. */
export type QuickExit = {
  readonly requestHash: string | null;
  readonly tokenHash: string | null;
  /** What is not there yet may be kept from beginning, which is remembered for an hour; anybody can ask for that. */
  readonly mayComeFirst: boolean;
};

/**
 * Quick exit (S3): ends the conversation that was asked for with this secret, even one whose start nobody has answered yet.
 * One that is not there yet never begins: the beacon may be faster than the start. The conversation that the browser could come back
 * to ends with it: the tab that has it may be asleep, or gone. Nothing happens when it is over.
 */
export async function leaveConversation(
  { unitOfWork, clock, steps, roster, eventLog }: EndConversationDependencies,
  exit: QuickExit,
): Promise<void> {
  const hasEnded = await steps.step('end.recorded', () =>
    unitOfWork.run((registers) => leaveIn(registers, { roster, now: clock.now() }, exit)),
  );
  if (hasEnded) eventLog.log({ event: 'conversation.ended', code: 'exit' });
}

async function leaveIn(registers: Registers, scene: Scene, exit: QuickExit): Promise<boolean> {
  const asked = await askedFor(registers, scene, exit);
  const hasEndedAsked =
    asked !== undefined && (await recordEnd(registers, scene, { conversation: asked, by: 'exit' }));
  const kept = await keptBy(registers, exit); // mostly the same one, which nobody comes back to any more
  const hasEndedKept =
    kept !== undefined && (await recordEnd(registers, scene, { conversation: kept, by: 'exit' }));
  return hasEndedAsked || hasEndedKept;
}

async function askedFor(
  registers: Registers,
  { now }: Scene,
  { requestHash, mayComeFirst }: QuickExit,
): Promise<Conversation | undefined> {
  if (requestHash === null) return undefined;
  const conversation = await registers.conversations.findByRequest(requestHash);
  if (conversation === undefined && mayComeFirst) await registers.leftRequests.add(requestHash, now);
  return conversation;
}

async function keptBy(registers: Registers, { tokenHash }: QuickExit): Promise<Conversation | undefined> {
  const kept = tokenHash === null ? undefined : await registers.resumes.findByToken(tokenHash);
  return kept && (await registers.conversations.find(kept.conversationId));
}

import type { Registers } from '../ports/unit-of-work.ts';
import type { EndConversationDependencies } from './end-conversation.ts';
import { recordEnd, type Scene } from './record-end.ts';

/** Somebody who left quickly. */
export type QuickExit = {
  readonly requestHash: string;
  /** What is not there yet may be kept from beginning, which is remembered for an hour; anybody can ask for that. */
  readonly mayComeFirst: boolean;
};

/**
 * Quick exit (S3): ends the conversation that was asked for with this secret, even one whose start nobody has answered yet.
 * One that is not there yet never begins: the beacon may be faster than the start. Nothing happens when it is over.
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

async function leaveIn(
  registers: Registers,
  scene: Scene,
  { requestHash, mayComeFirst }: QuickExit,
): Promise<boolean> {
  const conversation = await registers.conversations.findByRequest(requestHash);
  if (conversation !== undefined) return await recordEnd(registers, scene, { conversation, by: 'exit' });
  if (mayComeFirst) await registers.leftRequests.add(requestHash, scene.now);
  return false;
}

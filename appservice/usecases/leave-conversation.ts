import type { Registers } from '../ports/unit-of-work.ts';
import type { EndConversationDependencies } from './end-conversation.ts';
import { recordEnd, type Scene } from './record-end.ts';

/**
 * Quick exit (S3): ends the conversation that was asked for with this secret, even one whose start nobody has answered yet.
 * One that is not there yet never begins: the beacon may be faster than the start. Nothing happens when it is over.
 */
export async function leaveConversation(
  { unitOfWork, clock, steps, roster, eventLog }: EndConversationDependencies,
  requestHash: string,
): Promise<void> {
  const hasEnded = await steps.step('end.recorded', () =>
    unitOfWork.run((registers) => leaveIn(registers, { roster, now: clock.now() }, requestHash)),
  );
  if (hasEnded) eventLog.log({ event: 'conversation.ended', code: 'exit' });
}

async function leaveIn(registers: Registers, scene: Scene, requestHash: string): Promise<boolean> {
  const conversation = await registers.conversations.findByRequest(requestHash);
  if (conversation !== undefined) return await recordEnd(registers, scene, { conversation, by: 'exit' });
  await registers.leftRequests.add(requestHash, scene.now);
  return false;
}

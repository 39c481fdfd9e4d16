import { enterPool as moveIntoPool } from '../domain/conversation-transitions.ts';
import { hasEnded } from '../domain/conversation.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What entering the pool needs. */
export interface EnterPoolDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
}

/**
 * The caller's browser says that its device is cross-signed and shown so by the homeserver: from now on counsellors are rung
 * (design 5.6). A repeat changes nothing. False when the conversation is over.
 */
export async function enterPool(
  { unitOfWork, steps }: EnterPoolDependencies,
  conversationId: ConversationId,
): Promise<boolean> {
  return await steps.step('start.pooled', () =>
    unitOfWork.run(async ({ conversations }) => {
      const conversation = await conversations.find(conversationId);
      if (conversation === undefined || hasEnded(conversation)) return false;
      const pooled = moveIntoPool(conversation);
      if (pooled.ok) await conversations.save(pooled.value);
      return true;
    }),
  );
}

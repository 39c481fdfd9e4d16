import { enterPool as moveIntoPool } from '../domain/conversation-transitions.ts';
import { hasEnded } from '../domain/conversation.ts';
import type { ConversationId } from '../domain/ids.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What entering the pool needs. */
export interface EnterPoolDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
}

/** Nobody can be rung: the conversation is over, was never there, or has no room yet. */
export type EnterPoolRefusal = { readonly code: 'over' | 'no-room' };

/**
 * The caller's browser says that its device is cross-signed and shown so by the homeserver: from now on counsellors are rung
 * (design 5.6). A repeat changes nothing.
 */
export function enterPool(
  { unitOfWork, steps }: EnterPoolDependencies,
  conversationId: ConversationId,
): Promise<Result<undefined, EnterPoolRefusal>> {
  return steps.step('start.pooled', () =>
    unitOfWork.run(async ({ conversations }) => {
      const conversation = await conversations.find(conversationId);
      if (conversation === undefined || hasEnded(conversation)) return refusal({ code: 'over' });
      if (conversation.phase.name !== 'starting') return success(undefined);
      const pooled = moveIntoPool(conversation);
      if (!pooled.ok) return refusal({ code: 'no-room' });
      await conversations.save(pooled.value);
      return success(undefined);
    }),
  );
}

import { endConversation, type EndConversationDependencies } from './end-conversation.ts';

/**
 * Quick exit (S3): ends the conversation that was asked for with this secret, even one whose start nobody has answered yet.
 * Nothing happens when there is none, or when it is over.
 */
export async function leaveConversation(
  dependencies: EndConversationDependencies,
  requestHash: string,
): Promise<void> {
  const { unitOfWork } = dependencies;
  const left = await unitOfWork.run(({ conversations }) => conversations.findByRequest(requestHash));
  if (left === undefined) return;
  await endConversation(dependencies, { conversationId: left.conversationId, by: 'exit' });
}

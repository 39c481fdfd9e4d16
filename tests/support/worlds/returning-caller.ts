import type { UserId } from '../../../appservice/domain/ids.ts';
import type { RecognitionMessage } from '../../../appservice/domain/desk-messages/recognition-message.ts';
import { recognitionWords } from '../../../appservice/domain/desk-words/recognition-words.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { enterPool } from '../../../appservice/usecases/enter-pool.ts';
import type { StartRequest } from '../../../appservice/usecases/new-conversation.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import type { HelplineWorld } from './helpline-world.ts';

/** A caller presses the button; the conversation waits in the pool. */
export async function callFrom(world: HelplineWorld, who: Partial<StartRequest>) {
  const started = await startConversation(world, world.request(who));
  if (!started.ok) throw new Error(`refused: ${started.problem.code}`);
  await enterPool(world, started.value.conversationId);
  await world.settle();
  return started.value;
}

/** A caller presses the button, and this counsellor, free and on duty, takes and enters. */
export async function talkWith(world: HelplineWorld, counsellor: UserId, who: Partial<StartRequest>) {
  await world.onDuty(counsellor);
  const { conversationId } = await callFrom(world, who);
  const { caseNumber } = world.conversation(conversationId);
  await world.command(counsellor, `!neem ${caseNumber}`);
  await world.accept(counsellor);
  return { conversationId, caseNumber };
}

/** A whole conversation: begun, taken by this counsellor, and over. */
export async function talkedWith(world: HelplineWorld, counsellor: UserId, who: Partial<StartRequest>) {
  const talk = await talkWith(world, counsellor, who);
  await endConversation(world, { conversationId: talk.conversationId, by: 'caller' });
  await world.settle();
  return talk;
}

/** What the desk has told somebody about their callers and has not taken back, oldest first. */
export function toldOf(world: HelplineWorld, reader: UserId): readonly RecognitionMessage[] {
  return world.shown(reader).flatMap((message) => (message.kind === 'recognition' ? [message.message] : []));
}

/** The same as they read it now. */
export function readBy(world: HelplineWorld, reader: UserId): readonly string[] {
  return toldOf(world, reader).map((message) => recognitionWords(message, world.clock.now()));
}

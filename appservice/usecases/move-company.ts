import { stopHelpCall } from '../domain/company-transitions.ts';
import type { Conversation } from '../domain/conversation.ts';
import { decideCompany, type CompanyDecision } from '../domain/decide-company.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { CommandDependencies } from './command-scene.ts';
import { recordShare } from './record-coming.ts';
import { recordCompanyNews, type CompanyScene } from './record-company-messages.ts';
import { recordHelpCallOver, recordStopComing, recordStopReading } from './record-company-over.ts';

/** A decision and the conversation it is about. */
type CompanyCase = { readonly conversationId: ConversationId; readonly decision: CompanyDecision };

/**
 * One look at everybody who is on their way into a conversation or reads along in one: what is due is done (design 6). It looks
 * first without holding anybody up, because mostly nothing is.
 */
export async function moveCompany({
  unitOfWork,
  clock,
  roster,
}: Omit<CommandDependencies, 'steps'>): Promise<void> {
  const scene = { roster, now: clock.now() };
  const due = await unitOfWork.read((registers) => decideAll(registers, scene));
  if (due.length === 0) return;
  await unitOfWork.run(async (registers) => {
    for (const each of await decideAll(registers, scene)) await apply(registers, scene, each);
  });
}

async function decideAll(registers: Registers, scene: CompanyScene): Promise<readonly CompanyCase[]> {
  const openConversations = await registers.conversations.open();
  const duties = await registers.duties.all();
  return openConversations.flatMap((conversation) =>
    decideCompany({ conversation, duties, ...scene }).map((decision) => ({
      conversationId: conversation.conversationId,
      decision,
    })),
  );
}

async function apply(
  registers: Registers,
  scene: CompanyScene,
  { conversationId, decision }: CompanyCase,
): Promise<void> {
  const conversation = await registers.conversations.find(conversationId);
  if (conversation === undefined) return;
  switch (decision.kind) {
    case 'share':
      await recordShare(registers, scene, { conversation, by: decision.by });
      return;
    case 'stop-coming':
      await recordStopComing(registers, scene, { conversation, why: decision.why });
      return;
    case 'stop-help-call':
      await recordHelpCallUnanswered(registers, scene, conversation);
      return;
    case 'remove-reader':
      await recordStopReading(registers, scene, {
        conversation,
        reader: decision.reader,
        why: decision.why,
      });
      return;
  }
}

async function recordHelpCallUnanswered(
  registers: Registers,
  scene: CompanyScene,
  conversation: Conversation,
): Promise<void> {
  const { helpCall } = conversation.company;
  const stopped = stopHelpCall(conversation);
  if (helpCall === null || !stopped.ok) return;
  await registers.conversations.save(stopped.value);
  await recordHelpCallOver(registers, scene, { conversation, helpCall, state: 'missed' });
  const { caseNumber } = conversation;
  await recordCompanyNews(registers, conversation, {
    to: helpCall.askedBy,
    message: { code: 'help-unanswered', caseNumber },
    isRinging: true,
  });
}

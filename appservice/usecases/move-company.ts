import { stopHelpCall } from '../domain/company-transitions.ts';
import type { Conversation } from '../domain/conversation.ts';
import { decideCompany, type CompanyDecision } from '../domain/decide-company.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { seeIdentityOrNot, type CheckIdentitiesDependencies, type SeenNow } from './check-identities.ts';
import { recordShare } from './record-coming.ts';
import { recordCompanyNews, type CompanyScene } from './record-company-messages.ts';
import { whyNot } from './report-hand-over.ts';
import { recordHelpCallOver, recordStopComing, recordStopReading } from './record-company-over.ts';

/** A decision and the conversation it is about. */
type CompanyCase = {
  readonly conversationId: ConversationId;
  readonly decision: CompanyDecision;
  /** Who is on their way. */
  readonly colleague: UserId | null;
};

/**
 * One look at everybody who is on their way into a conversation or reads along in one: what is due is done (design 6). It looks
 * first without holding anybody up, because mostly nothing is.
 */
export async function moveCompany(dependencies: CheckIdentitiesDependencies): Promise<void> {
  const { unitOfWork, clock, roster } = dependencies;
  const scene = { roster, now: clock.now() };
  const due = await unitOfWork.read((registers) => decideAll(registers, scene));
  if (due.length === 0) return;
  const looks = await lookAtThoseByHand(dependencies, due);
  await unitOfWork.run(async (registers) => {
    for (const each of await decideAll(registers, scene)) await apply(registers, scene, { ...each, looks });
  });
}

/** With whom the counsellor's own program is to share, which has pinned nothing: whose keys are there right before (design 4). */
async function lookAtThoseByHand(
  dependencies: CheckIdentitiesDependencies,
  due: readonly CompanyCase[],
): Promise<ReadonlyMap<UserId, SeenNow>> {
  const looks = new Map<UserId, SeenNow>();
  for (const { decision, colleague } of due) {
    if (decision.kind !== 'share' || decision.by !== 'counsellor' || colleague === null) continue;
    looks.set(colleague, await seeIdentityOrNot(dependencies, colleague));
  }
  return looks;
}

async function decideAll(registers: Registers, scene: CompanyScene): Promise<readonly CompanyCase[]> {
  const openConversations = await registers.conversations.open();
  const duties = await registers.duties.all();
  return openConversations.flatMap((conversation) =>
    decideCompany({ conversation, duties, ...scene }).map((decision) => ({
      conversationId: conversation.conversationId,
      decision,
      colleague: conversation.company.coming?.colleague ?? null,
    })),
  );
}

async function apply(
  registers: Registers,
  scene: CompanyScene,
  due: CompanyCase & { readonly looks: ReadonlyMap<UserId, SeenNow> },
): Promise<void> {
  const { conversationId, decision, colleague, looks } = due;
  const conversation = await registers.conversations.find(conversationId);
  if (conversation === undefined) return;
  switch (decision.kind) {
    case 'share': {
      const seen = decision.by === 'caller' ? 'safe' : ((colleague && looks.get(colleague)) ?? 'unsure');
      if (seen === 'safe') await recordShare(registers, scene, { conversation, by: decision.by });
      else await recordStopComing(registers, scene, { conversation, why: whyNot(seen) });
      return;
    }
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

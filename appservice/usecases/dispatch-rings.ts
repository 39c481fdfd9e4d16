import type { Conversation } from '../domain/conversation.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import { decideRinging, type RingFacts } from '../domain/ringing.ts';
import type { LogEvent } from '../ports/event-log.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { applyRingDecision } from './apply-ring-decision.ts';
import { giveUpStart, type GiveUpStartDependencies } from './give-up-start.ts';
import type { Scene } from './scene.ts';
import { resumeAfterAbsence } from './resume-after-absence.ts';

/**
 * One tick of the dispatcher (design 5.6): decides about each open conversation, oldest first, with the facts as the ones
 * before have left them, and records what follows. No timer holds state: a tick that comes late, or twice, is fine. The
 * first one after an absence holds it against nobody.
 */
export async function dispatchRings(
  dependencies: GiveUpStartDependencies,
  { wasAway }: { readonly wasAway: boolean } = { wasAway: false },
): Promise<void> {
  const { steps, unitOfWork, clock, roster, eventLog } = dependencies;
  const scene = { roster, now: clock.now() };
  const tick = await steps.step('ring.decided', () =>
    unitOfWork.run(async (registers) => {
      if (wasAway) await resumeAfterAbsence(registers, scene);
      return await decideAll(registers, scene);
    }),
  );
  for (const event of tick.events) eventLog.log(event);
  for (const conversation of tick.unmade) await giveUpStart(dependencies, conversation);
}

type Tick = {
  readonly events: readonly LogEvent[];
  /** Starts that never came to a room. */
  readonly unmade: readonly Conversation[];
};

async function decideAll(registers: Registers, scene: Scene): Promise<Tick> {
  const events: LogEvent[] = [];
  const unmade: Conversation[] = [];
  let facts = await readFacts(registers, scene);
  for (const { conversationId } of facts.openConversations) {
    const conversation = facts.openConversations.find((each) => each.conversationId === conversationId);
    if (conversation === undefined) continue;
    const preferred = facts.preferences.get(conversationId) ?? null;
    const decisions = decideRinging({ conversation, preferred, ...facts });
    for (const decision of decisions) {
      if (decision.kind === 'end' && conversation.roomId === null) unmade.push(conversation);
      else events.push(...(await applyRingDecision(registers, scene, { conversationId, decision })));
    }
    if (decisions.length > 0) facts = await readFacts(registers, scene);
  }
  return { events, unmade };
}

type SharedFacts = Omit<RingFacts, 'conversation' | 'preferred'> & {
  readonly preferences: ReadonlyMap<ConversationId, UserId>;
};

async function readFacts(registers: Registers, scene: Scene): Promise<SharedFacts> {
  const openConversations = await registers.conversations.open();
  const preferences = await registers.callerHints.preferences();
  return { ...scene, openConversations, preferences, duties: await registers.duties.all() };
}

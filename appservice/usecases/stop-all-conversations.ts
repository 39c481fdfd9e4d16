import type { DeskMessage } from '../domain/desk-message.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import { aboutNobody, recordForTeams } from './close-helpline.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { recordReadingsOver } from './end-reopenings.ts';
import { recordEnd } from './record-end.ts';
import type { Scene } from './scene.ts';

/** What stopping everything needs. */
export interface StopAllConversationsDependencies extends CommandDependencies {
  readonly eventLog: EventLog;
}

/** A coordinator's `!noodstop REASON`. */
export type StopAll = CommandSource & { readonly reason: string };

/**
 * `!noodstop` (S37): the chat is closed and every conversation ends, all in one unit of work, so that no bearer, resume cookie or
 * store key of any caller is worth anything once it is answered; nobody reads on in one that is over. Coordinators only; audited
 * with the reason.
 */
export async function stopAllConversations(
  dependencies: StopAllConversationsDependencies,
  stop: StopAll,
): Promise<void> {
  const { clock, roster, eventLog } = dependencies;
  let ended = 0;
  await answerOnce(dependencies, { to: stop.member.userId, eventId: stop.eventId }, async (registers) => {
    if (stop.member.role !== 'coordinator') return { kind: 'refusal', refusal: { code: 'coordinator-only' } };
    ended = await stopIn(registers, { roster, now: clock.now() }, stop);
    const message: DeskMessage = {
      kind: 'coordination',
      message: { code: 'all-stopped', who: stop.member.name, conversations: ended },
    };
    await recordForTeams(registers, roster, { eventId: stop.eventId, message });
    return message;
  });
  for (let each = 0; each < ended; each += 1) {
    eventLog.log({ event: 'conversation.ended', code: 'coordinator' });
  }
}

async function stopIn(registers: Registers, scene: Scene, { member, reason }: StopAll): Promise<number> {
  const { now } = scene;
  const who = member.userId;
  await registers.closures.add({ from: now, until: null, by: who, reason });
  await registers.audit.append({ ...aboutNobody, at: now, act: 'sessions-ended', who, reason });
  await recordReadingsOver(registers, 'all');
  const openConversations = await registers.conversations.open();
  for (const conversation of openConversations) {
    await recordEnd(registers, scene, { conversation, by: 'coordinator', who });
  }
  return openConversations.length;
}

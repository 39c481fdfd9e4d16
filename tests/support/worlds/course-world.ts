import type { ConversationId, UserId } from '../../../appservice/domain/ids.ts';
import { secondMs } from '../../../appservice/domain/time.ts';
import { followCourse } from '../../../appservice/usecases/follow-course.ts';
import { memoryCallerSessions } from '../memory-registers.ts';
import { joinedBy, type HelplineWorld } from './helpline-world.ts';

/** A conversation in which time goes by, with a caller who is there or away. */
export type Course = Awaited<ReturnType<typeof courseOf>>;

/** A counsellor has taken and entered a conversation; `pass` lets time go by as the timetable would see it. */
export async function courseOf(counsellor: UserId, world: HelplineWorld) {
  const started = await joinedBy(counsellor, world);
  const sessions = memoryCallerSessions(world.database);
  const { conversationId } = started;

  /** Looks once, and lets everything happen that follows. */
  const look = async () => {
    await followCourse(world);
    await world.settle();
  };

  /** Time goes by, in steps; a caller who is there gives a sign of life at each. */
  const pass = async (seconds: number, how: { readonly isAway?: boolean; readonly step?: number } = {}) => {
    const step = how.step ?? 1;
    for (let passed = 0; passed < seconds; passed += step) {
      world.clock.elapse(step * secondMs);
      if (how.isAway !== true) await sessions.touch(conversationId, world.clock.now());
      await look();
    }
  };

  /** The counsellor says their first word. */
  const speak = async () => {
    await world.say(counsellor, started.roomId);
    await look();
  };

  await look();
  return { ...started, look, pass, speak };
}

/** Every version of the newest card in somebody's own desk room, oldest first. */
export function looksOfCard(world: HelplineWorld, owner: UserId) {
  const room = world.deskRoom(owner);
  const entries = world.deskDevice.entries.filter(({ place }) => place.roomId === room);
  const card = entries.findLast(({ versions }) => versions.at(-1)?.kind === 'card');
  return (card?.versions ?? []).flatMap((message) => (message.kind === 'card' ? [message.state] : []));
}

/** How many events the desk has put into a room: messages, their edits, and the two reactions of each hand. */
export function eventsIn(world: HelplineWorld, owner: string): number {
  const room = world.deskRoom(owner);
  return world.deskDevice.entries
    .filter(({ place }) => place.roomId === room)
    .reduce((sum, { versions, hasHand }) => sum + versions.length + (hasHand ? 2 : 0), 0);
}

/** How often a conversation has changed. */
export function changesOf(world: HelplineWorld, conversationId: ConversationId): number {
  return world.database.tables.conversations.get(conversationId)?.version ?? 0;
}

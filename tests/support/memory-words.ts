import type { EventId } from '../../appservice/domain/ids.ts';
import type { ConversationWords } from '../../appservice/ports/homeserver.ts';
import { answer } from './memory-database.ts';
import { MemoryHomeserverError, type MemoryHomeserver } from './memory-homeserver.ts';

/** What people wrote in the conversation rooms of a homeserver in memory. */
export function memoryWords(
  homeserver: MemoryHomeserver,
): ConversationWords & { readonly takenBack: Set<EventId> } {
  const takenBack = new Set<EventId>();
  const look = <T>(act: () => T) =>
    answer(() => {
      if (homeserver.failure !== null) throw new MemoryHomeserverError(homeserver.failure);
      return act();
    });
  return {
    takenBack,
    writerOf: ({ roomId, eventId }) =>
      look(() => {
        const event = homeserver.written.get(eventId);
        return event?.roomId === roomId ? event.sender : undefined;
      }),
    takeBack: ({ of }) =>
      look(() => {
        takenBack.add(of.eventId);
      }),
  };
}

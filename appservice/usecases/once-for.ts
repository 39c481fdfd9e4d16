import type { EventId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/**
 * Work that follows from one event: it is done in the unit of work that marks the event as handled, and not at all when it
 * was handled before (a redelivery, or a crash right after the commit). Undefined then.
 */
export function onceFor<T>(
  eventId: EventId,
  work: (registers: Registers) => Promise<T>,
): (registers: Registers) => Promise<T | undefined> {
  return async (registers) =>
    (await registers.handledEvents.markHandled(eventId)) ? await work(registers) : undefined;
}

import type { Departures } from '../../appservice/ports/departures.ts';
import type { Participants } from '../../appservice/ports/participants.ts';
import type { Reopenings } from '../../appservice/ports/reopenings.ts';
import { answer, write, type MemoryDatabase } from './memory-database.ts';

/** Who has been in a conversation, in memory. */
export function memoryParticipants(database: MemoryDatabase): Participants {
  const rows = () => database.tables.participants;
  return {
    add: (conversationId, person) =>
      answer(() => {
        const of = new Set(rows().get(conversationId)).add(person);
        write(database, { participants: new Map(rows()).set(conversationId, of) });
      }),
    of: (conversationId) => answer(() => [...(rows().get(conversationId) ?? [])].sort()),
  };
}

/** For whom an ended conversation is open again, in memory. */
export function memoryReopenings(database: MemoryDatabase): Reopenings {
  const rows = () => database.tables.reopenings;
  const without = (conversationId: string, person: string) =>
    rows().filter((row) => row.conversationId !== conversationId || row.person !== person);
  return {
    of: (conversationId) =>
      answer(() =>
        rows()
          .filter((row) => row.conversationId === conversationId)
          .map(({ person, until, sharedBy }) => ({ person, until, sharedBy }))
          .sort((one, other) => (one.person < other.person ? -1 : 1)),
      ),
    save: (conversationId, reopening) =>
      answer(() => {
        const row = { conversationId, ...reopening };
        write(database, { reopenings: [...without(conversationId, reopening.person), row] });
      }),
    remove: (conversationId, person) =>
      answer(() => {
        write(database, { reopenings: without(conversationId, person) });
      }),
    over: (now) =>
      answer(() =>
        rows()
          .filter(({ until }) => until <= now)
          .sort((one, other) => one.until - other.until),
      ),
  };
}

/** Who had or read a conversation until a moment ago, in memory. */
export function memoryDepartures(database: MemoryDatabase): Departures {
  const rows = () => database.tables.departures;
  return {
    save: (departure) =>
      answer(() => {
        const { conversationId, person } = departure;
        const kept = rows().filter((row) => row.conversationId !== conversationId || row.person !== person);
        write(database, { departures: [...kept, departure] });
      }),
    of: (person) =>
      answer(() =>
        rows()
          .filter((row) => row.person === person)
          .sort((one, other) => one.at - other.at || (one.caseNumber < other.caseNumber ? -1 : 1)),
      ),
    forgetBefore: (instant) =>
      answer(() => {
        write(database, { departures: rows().filter(({ at }) => at >= instant) });
      }),
  };
}

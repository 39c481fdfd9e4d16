import { pino, stdTimeFunctions, type DestinationStream } from 'pino';
import type { EventLog, LogEvent } from '../../ports/event-log.ts';

type Level = 'info' | 'warn' | 'error';

/** How loud each event is; an event without a row does not compile. */
const levels: Readonly<Record<LogEvent['event'], Level>> = {
  'service.started': 'info',
  'service.stopping': 'info',
  'service.stopped': 'info',
  'homeserver.health': 'warn',
  'database.health': 'warn',
  'desk.health': 'warn',
  'conversation.started': 'info',
  'conversation.resumed': 'info',
  'recognition.failed': 'error',
  'conversation.refused': 'info',
  'conversation.ended': 'info',
  'ring.decided': 'info',
  'action.failed': 'warn',
  'transaction.failed': 'error',
  'request.failed': 'error',
  'gateway.refused': 'warn',
  'job.failed': 'error',
  'desk.state': 'info',
  'library.message': 'warn',
  'duty.changed': 'info',
  'alarm.raised': 'error',
  'alarm.over': 'info',
};

/** Every field that an event may carry, all events together (README, invariant 7). */
const fields = [
  'event',
  'durationMs',
  'isAnswering',
  'code',
  'kind',
  'attempts',
  'isGivenUp',
  'status',
  'job',
  'library',
  'level',
] as const;

type AllowedField = (typeof fields)[number];
type FieldOf<Event> = Event extends LogEvent ? keyof Event : never;

/** Does not compile when an event gets a field that is not in the list. */
const fieldOf = (field: FieldOf<LogEvent>): AllowedField => field;

/** A code, a name or a number; anything longer or with other characters did not come from an enumerated list. */
const allowedText = /^[A-Za-z0-9_.:-]{1,80}$/;

/**
 * Writes events as JSON lines (pino). Copies the listed fields only, and only values that look like a code: a text that
 * got into one by mistake is written as `not-a-code`.
 */
export function createJsonEventLog(destination?: DestinationStream): EventLog {
  const options = {
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    log: (event) => {
      logger[levels[event.event]](allowedFields(event));
    },
  };
}

function allowedFields(event: LogEvent): Record<string, string | number | boolean> {
  const entries = Object.entries(event) as [FieldOf<LogEvent>, string | number | boolean][];
  return Object.fromEntries(
    entries
      .filter(([field]) => fields.includes(fieldOf(field)))
      .map(([field, value]) => [
        field === 'level' ? 'libraryLevel' : field,
        typeof value === 'string' && !allowedText.test(value) ? 'not-a-code' : value,
      ]),
  );
}

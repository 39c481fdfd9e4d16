import { describe, expect, test } from '@jest/globals';
import { createJsonEventLog } from '../../appservice/adapters/system/json-event-log.ts';
import type { EventLog, LogEvent } from '../../appservice/ports/event-log.ts';
import { memoryEventLog } from '../support/memory-system.ts';

type Written = Readonly<Record<string, unknown>>;

/** A log, and the events that came out of it. */
type LogWorld = { readonly log: EventLog; readonly written: () => readonly Written[] };

function lines(): { readonly log: EventLog; readonly lines: () => readonly Written[] } {
  const texts: string[] = [];
  const log = createJsonEventLog({ write: (line) => texts.push(line) });
  return { log, lines: () => texts.map((line) => JSON.parse(line) as Written) };
}

/** Level and time are the line's own; the level of a library stands under a name of its own. */
function eventOf(line: Written): Written {
  const fields = Object.entries(line).filter(([field]) => field !== 'level' && field !== 'time');
  return Object.fromEntries(
    fields.map(([field, value]) => [field === 'libraryLevel' ? 'level' : field, value]),
  );
}

function realLog(): LogWorld {
  const { log, lines: read } = lines();
  return { log, written: () => read().map(eventOf) };
}

function logInMemory(): LogWorld {
  const log = memoryEventLog();
  return { log, written: () => log.events };
}

/** One event of each name, with everything that it may carry. */
const examples: Readonly<Record<LogEvent['event'], LogEvent>> = {
  'service.started': { event: 'service.started', durationMs: 900 },
  'service.stopping': { event: 'service.stopping' },
  'service.stopped': { event: 'service.stopped' },
  'homeserver.health': { event: 'homeserver.health', isAnswering: false },
  'database.health': { event: 'database.health', isAnswering: true },
  'desk.health': { event: 'desk.health', isAnswering: false },
  'conversation.resumed': { event: 'conversation.resumed' },
  'recognition.failed': { event: 'recognition.failed', code: 'recognition-keys-unreadable' },
  'conversation.started': { event: 'conversation.started', durationMs: 12 },
  'conversation.refused': { event: 'conversation.refused', code: 'busy' },
  'conversation.ended': { event: 'conversation.ended', code: 'caller' },
  'ring.decided': { event: 'ring.decided', code: 'ring' },
  'action.failed': {
    event: 'action.failed',
    code: 'M_FORBIDDEN',
    kind: 'invite',
    attempts: 3,
    isGivenUp: false,
  },
  'transaction.failed': { event: 'transaction.failed', code: 'timeout' },
  'request.failed': { event: 'request.failed', code: 'M_UNKNOWN', status: 500 },
  'gateway.refused': { event: 'gateway.refused', code: 'body' },
  'job.failed': { event: 'job.failed', job: 'dispatchRings', code: 'unexpected' },
  'desk.state': { event: 'desk.state', code: 'ready' },
  'library.message': { event: 'library.message', library: 'sdk', level: 'error', code: 'TypeError' },
  'alarm.raised': { event: 'alarm.raised', code: 'blocks-unreadable' },
  'alarm.over': { event: 'alarm.over', code: 'blocks-unreadable' },
  'duty.changed': { event: 'duty.changed', code: 'on' },
};

describe.each([
  ['real', realLog],
  ['in memory', logInMemory],
])('the event log, %s,', (_name, make) => {
  test.each(Object.values(examples))('writes $event with everything that it carries', (event) => {
    const { log, written } = make();
    log.log(event);
    expect(written()).toEqual([event]);
  });

  test('writes in the order in which it is told', () => {
    const { log, written } = make();
    log.log(examples['service.started']);
    log.log(examples['desk.state']);
    expect(written().map(({ event }) => event)).toEqual(['service.started', 'desk.state']);
  });

  test('writes nothing that is not on the list, even when it is handed in', () => {
    const { log, written } = make();
    const smuggled = { ...examples['desk.state'], nickname: 'Zonnebloem', err: new Error('x') };
    log.log(smuggled);
    expect(written()).toEqual([examples['desk.state']]);
  });

  test.each(['@an:localhost', 'een zin van een beller', '!room:server', '', 'a'.repeat(81)])(
    'writes no text where a code belongs: %p',
    (code) => {
      const { log, written } = make();
      log.log({ event: 'desk.state', code });
      expect(written()).toEqual([{ event: 'desk.state', code: 'not-a-code' }]);
    },
  );
});

describe('a line of the real event log', () => {
  test('is JSON, with how loud it is and the time', () => {
    const { log, lines: read } = lines();
    log.log(examples['request.failed']);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(read()).toEqual([{ ...examples['request.failed'], level: 'error', time }]);
  });
});

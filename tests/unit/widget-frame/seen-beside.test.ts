import { describe, expect, test } from '@jest/globals';
import { seenBeside } from '../../../widget/frame/components/message/seen-beside.ts';
import type { CallerEntry, CounsellorEntry, LogEntry } from '../../../widget/frame/state/log.ts';

const minute = Date.UTC(2026, 10, 24, 16, 5);
const automatic: LogEntry = { kind: 'automatic', id: 'line-1', line: 'secured' };

const own = (seconds: number, mark: CallerEntry['mark'] = 'sent'): CallerEntry => ({
  kind: 'caller',
  id: `words-${seconds}`,
  atMs: minute + seconds * 1_000,
  body: 'Dag',
  mark,
  eventId: null,
});

const theirs = (seconds: number | null): CounsellorEntry => ({
  kind: 'counsellor',
  id: `$${seconds ?? 'unread'}`,
  atMs: seconds === null ? null : minute + seconds * 1_000,
  form: 'text',
  body: 'Dag',
  isEdited: false,
  quote: null,
});

/** What is seen beside each of these, as letters: name, time, mark. */
function seen(...log: readonly LogEntry[]): readonly string[] {
  return log.map((entry, index) => {
    const { name, time, mark } = seenBeside(entry, log[index - 1], log[index + 1]);
    return `${name ? 'n' : ''}${time ? 't' : ''}${mark ? 'm' : ''}`;
  });
}

describe('beside messages', () => {
  test('stand name and time once for one speaker within one minute', () => {
    expect(seen(theirs(0), theirs(20), theirs(59))).toEqual(['n', '', 'tm']);
  });

  test('stand name and time again in the next minute of the clock', () => {
    expect(seen(theirs(59), theirs(60))).toEqual(['ntm', 'ntm']);
  });

  test('stand name and time again when the other has spoken, or an automatic line has come between', () => {
    expect(seen(theirs(0), own(1), theirs(2), automatic, theirs(3))).toEqual(Array(5).fill('ntm'));
  });

  test('stands a mark below each message whose next one has another mark', () => {
    expect(seen(own(0, 'read'), own(1, 'read'), own(2, 'sent'))).toEqual(['n', 'm', 'tm']);
  });

  test('stands the name above what a program wrote, and above what its person says next (R1)', () => {
    const notice: CounsellorEntry = { ...theirs(1), form: 'notice' };
    expect(seen(theirs(0), notice, theirs(2))).toEqual(['ntm', 'ntm', 'ntm']);
  });

  test('stand name and time of a message whose time is not known', () => {
    expect(seen(theirs(0), theirs(null), theirs(1))).toEqual(['ntm', 'ntm', 'ntm']);
  });
});

import { createHash } from 'node:crypto';
import { monthAt, type CalendarMonth } from '../../appservice/domain/calendar-months.ts';
import { isRecognitionKeyDue } from '../../appservice/domain/recognition.ts';
import type { Clock } from '../../appservice/ports/clock.ts';
import type { RecognitionKey, RecognitionKeys } from '../../appservice/ports/recognition-keys.ts';
import { answer } from './memory-database.ts';

type MadeKey = { readonly month: CalendarMonth; readonly serial: number };

/** Keys of recognition in memory; they cannot be read while `areLost` is set. */
export type MemoryRecognitionKeys = RecognitionKeys & {
  /** Whether the folder is missing or unreadable. */
  areLost: boolean;
};

/** The keys, none at first. */
export function memoryRecognitionKeys(clock: Clock): MemoryRecognitionKeys {
  let made: readonly MadeKey[] = [];
  let serial = 0;
  const current = (): MadeKey => {
    if (keys.areLost) throw Object.assign(new Error('lost'), { code: 'recognition-keys-unreadable' });
    const month = monthAt(clock.now());
    const present = made.find((each) => each.month === month);
    if (present !== undefined) return present;
    const key = { month, serial: (serial += 1) };
    made = [key, ...made].sort((one, other) => (one.month < other.month ? 1 : -1));
    return key;
  };
  const alive = (): readonly MadeKey[] => {
    current();
    return made.filter(({ month }) => !isRecognitionKeyDue(month, clock.now()));
  };
  const keys: MemoryRecognitionKeys = {
    areLost: false,
    current: () => answer(() => keyOf(current())),
    alive: () => answer(() => alive().map(keyOf)),
    turn: () =>
      answer(() => {
        made = alive();
      }),
  };
  return keys;
}

function keyOf({ month, serial }: MadeKey): RecognitionKey {
  const secret = `${month} ${serial}`;
  return {
    id: `${month}-${serial.toString(16).padStart(16, '0')}`,
    fingerprint: (kind, value) =>
      createHash('sha256').update(`${secret} ${kind} ${value}`).digest('base64url'),
  };
}

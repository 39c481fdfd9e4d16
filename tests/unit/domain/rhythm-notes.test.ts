import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Conversation } from '../../../appservice/domain/conversation.ts';
import { connectionAt } from '../../../appservice/domain/caller-connection.ts';
import { dueNote, isRoundingOff, rhythmAfter, talkedMs } from '../../../appservice/domain/rhythm-notes.ts';
import { choose, restingRhythm, type RhythmNote } from '../../../appservice/domain/rhythm.ts';
import { minuteMs, secondMs } from '../../../appservice/domain/time.ts';
import { runs } from '../../../scripts/test/campaign.ts';
import { conversation, held, start, waiting } from './helpline-world.ts';

const talking = (rhythm: Partial<typeof restingRhythm> = {}, more: Partial<Conversation> = {}) =>
  conversation(held('talking', 'rosa'), { rhythm: { ...restingRhythm, ...rhythm }, ...more });
const after = (minutes: number): number => start + minutes * minuteMs;

describe('the notes of the rhythm', () => {
  test.each([
    [45, null, 45, 45],
    [50, 45, 50, null],
    [55, 50, 55, 55],
    [60, 55, 60, 60],
  ] as const)('at minute %i, after %s, the note %i is due from its first millisecond on', (...given) => {
    const [minutes, lastNote, note, forCounsellor] = given;
    expect(dueNote(talking({ lastNote }), after(minutes) - 1)).toBeUndefined();
    expect(dueNote(talking({ lastNote }), after(minutes))).toEqual({ note, forCounsellor });
    expect(dueNote(talking({ lastNote: note }), after(minutes))).toBeUndefined();
  });

  test.each([
    [52, null, 50, 45],
    [57, null, 55, 55],
    [200, 45, 60, 60],
  ] as const)('that came due together by minute %i, after %s, are given as one', (...given) => {
    const [minutes, lastNote, note, forCounsellor] = given;
    expect(dueNote(talking({ lastNote }), after(minutes))).toEqual({ note, forCounsellor });
  });

  test('do not ask at 60 who has chosen before, and are given to nobody who does not talk yet', () => {
    const chosen = talking({ lastNote: 55, choice: 'go-on' });
    expect(dueNote(chosen, after(61))).toEqual({ note: 60, forCounsellor: null });
    expect(dueNote(conversation(held('joined', 'rosa')), after(61))).toBeUndefined();
    expect(dueNote(conversation(waiting()), after(61))).toBeUndefined();
  });

  test('are told to the caller from the fiftieth minute on', () => {
    const told = ([null, 45, 50, 55, 60] as const).map((lastNote) => isRoundingOff(talking({ lastNote })));
    expect(told).toEqual([false, false, true, true, true]);
  });
});

describe('a choice', () => {
  test('to round off or to go on counts once a note was given', () => {
    const rhythm = { ...restingRhythm, lastNote: 55 } as const;
    expect(choose(rhythm, 'round-off', start)).toEqual({ ...rhythm, choice: 'round-off' });
    expect(choose(rhythm, 'go-on', start)).toEqual({ ...rhythm, choice: 'go-on', wentOnAt: start });
  });

  test('before the first note answers no question, but says when they went on', () => {
    expect(choose(restingRhythm, 'go-on', start)).toEqual({ ...restingRhythm, wentOnAt: start });
  });
});

describe('the clock of the rhythm', () => {
  test('stands while the caller is away, and goes on from there', () => {
    const since = after(10);
    const away = { state: 'away', since, isCounsellorAway: false } as const;
    const gone = talking({}, { toldConnection: away });
    expect(talkedMs(gone, after(13))).toBe(10 * minuteMs);
    const back = { state: 'connected', since: after(13), wasAwayMs: 1, isCounsellorAway: false } as const;
    const returned = { ...gone, toldConnection: back, rhythm: rhythmAfter(gone, back) };
    expect(talkedMs(returned, after(14))).toBe(11 * minuteMs);
  });

  test('does not pause for what was before the first word', () => {
    const away = { state: 'away', since: start - minuteMs, isCounsellorAway: false } as const;
    const back = { state: 'connected', since: after(1), wasAwayMs: 1, isCounsellorAway: false } as const;
    expect(rhythmAfter(talking({}, { toldConnection: away }), back).pausedMs).toBe(minuteMs);
  });
});

/** What happens in one step of a conversation: so much time goes by, with or without a sign of life, looked at or not. */
const steps = fc.array(
  fc.record({
    ms: fc.oneof(fc.integer({ min: 1, max: 7_000 }), fc.integer({ min: 7_000, max: 4 * minuteMs })),
    isThere: fc.boolean(),
    isLooked: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
  }),
  { minLength: 1, maxLength: 120 },
);

/** The night in which summer time ends, and one in which it begins, half an hour before the change. */
const nights = [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2027-03-28T00:30:00Z'), start];

test('each note is given once and in order, never before its minute of talking, whatever the night', () => {
  fc.assert(
    fc.property(fc.constantFrom(...nights), steps, (begin, all) => {
      let now = begin;
      let own: Conversation = conversation(
        { ...held('talking', 'rosa'), since: begin } as Conversation['phase'],
        { lastContactAt: begin },
      );
      const given: RhythmNote[] = [];
      const look = (): void => {
        const toldConnection = connectionAt(own, now);
        own = { ...own, toldConnection, rhythm: rhythmAfter(own, toldConnection) };
        const due = dueNote(own, now);
        if (due === undefined) return;
        expect(talkedMs(own, now)).toBeGreaterThanOrEqual(due.note * minuteMs);
        given.push(due.note);
        own = { ...own, rhythm: { ...own.rhythm, lastNote: due.note } };
      };
      for (const { ms, isThere, isLooked } of all) {
        now += ms;
        if (isThere) own = { ...own, lastContactAt: now };
        if (isLooked) look();
      }
      look();
      expect(given).toEqual([...new Set(given)].toSorted((one, other) => one - other));
      const talked = talkedMs(own, now);
      expect(talked).toBeLessThanOrEqual(now - begin);
      const last = given.at(-1) ?? 0;
      expect([45, 50, 55, 60].filter((note) => note * minuteMs <= talked && note > last)).toEqual([]);
    }),
    runs(300),
  );
});

test('a caller who gives a sign of life every few seconds has exactly the four notes within the hour', () => {
  for (const begin of nights) {
    let own = conversation({ ...held('talking', 'rosa'), since: begin } as Conversation['phase'], {
      lastContactAt: begin,
    });
    const given: string[] = [];
    for (let second = 1; second <= 62 * 60; second += 1) {
      const now = begin + second * secondMs;
      if (second % 4 === 0) own = { ...own, lastContactAt: now };
      own = { ...own, toldConnection: connectionAt(own, now) };
      const due = dueNote(own, now);
      if (due === undefined) continue;
      given.push(`${String(second / 60)}: ${String(due.forCounsellor)}`);
      own = { ...own, rhythm: { ...own.rhythm, lastNote: due.note } };
    }
    expect(given).toEqual(['45: 45', '50: null', '55: 55', '60: 60']);
  }
});

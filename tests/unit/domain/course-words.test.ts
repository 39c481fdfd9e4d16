import { describe, expect, test } from '@jest/globals';
import type { CourseMessage } from '../../../appservice/domain/desk-messages/course-message.ts';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import { signOf } from '../../../appservice/domain/desk-sign.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { parseDeskCommand } from '../../../appservice/domain/parse-desk-command.ts';
import { caseNumber } from '../../support/parsed.ts';

const number = caseNumber('4711');
const say = (message: CourseMessage): string => deskWords({ kind: 'course', message }, 0);
const note = (of: 45 | 55 | 60, talkedMinutes: number = of) =>
  say({ code: 'rhythm', note: of, talkedMinutes, caseNumber: number });

const everything: readonly string[] = [
  note(45),
  note(55),
  note(60),
  say({ code: 'rounding-off', caseNumber: number }),
  say({ code: 'going-on', caseNumber: number, isShiftOver: false }),
  say({ code: 'going-on', caseNumber: number, isShiftOver: true }),
  ...(['own', 'closing-time', 'unseen'] as const).map((reason) =>
    say({ code: 'shift-ended', reason, caseNumbers: [number] }),
  ),
  say({ code: 'shift-ended', reason: 'own', caseNumbers: [number, caseNumber('4712')] }),
  say({ code: 'snippets', names: ['pauze', 'nood'], unknown: null }),
  say({ code: 'snippets', names: ['pauze', 'nood'], unknown: 'zoiets' }),
  say({ code: 'snippets', names: [], unknown: null }),
  say({ code: 'shift-choice', caseNumber: number, isLast: false }),
  say({ code: 'shift-choice', caseNumber: number, isLast: true }),
  say({ code: 'choice-overdue', who: 'Rosa', caseNumber: number }),
  say({ code: 'counsellor-gone', who: 'Rosa', caseNumber: number }),
  say({ code: 'why-go-on', caseNumber: number }),
];

describe('the words about the course of a conversation', () => {
  test('are different ones for each thing, name real commands, and shout nowhere', () => {
    expect(new Set(everything).size).toBe(everything.length);
    const known = [...commandWords.keys()].join('|');
    for (const text of everything) {
      expect(text.replace(new RegExp(`!(?:${known})(?![\\w-])`, 'gu'), '')).not.toMatch(/!|undefined|null/u);
    }
  });

  test('say how long they have talked when it was noticed, which may be later than the note', () => {
    expect(note(45, 52)).toContain('52 minuten');
    expect(note(60, 61)).toContain('61 minuten');
  });

  test('ask at 60 for one of two signs or commands, and only there', () => {
    expect(note(60)).toMatch(/✅ of !afronden 4711.*▶: .*!verder 4711 /su);
    expect(note(45) + note(55)).not.toMatch(/✅|▶/u);
  });

  test('ask why with a command that works as it stands', () => {
    const command = /!verder .*$/u.exec(say({ code: 'why-go-on', caseNumber: number }))?.[0] ?? '';
    expect(parseDeskCommand(command)).toMatchObject({
      ok: true,
      value: { name: 'go-on', caseNumber: '4711', reason: expect.stringMatching(/./u) },
    });
  });
});

test('at the end of a shift each conversation has its three commands, which work as they stand', () => {
  const text = say({ code: 'shift-ended', reason: 'own', caseNumbers: [number, caseNumber('4712')] });
  const commands = [...text.matchAll(/^(!.*) – /gmu)].map(([, command = '']) => parseDeskCommand(command));
  expect(commands.map((each) => (each.ok ? [each.value.name, numberOf(each.value)] : each))).toEqual([
    ['go-on', '4711'],
    ['transfer', '4711'],
    ['end', '4711'],
    ['go-on', '4712'],
    ['transfer', '4712'],
    ['end', '4712'],
  ]);
});

function numberOf(command: object): unknown {
  return 'caseNumber' in command ? command.caseNumber : undefined;
}

test('a sign is one that the desk gives, with or without a variation selector', () => {
  expect(['▶\uFE0F', '⏸', '✋', '👍', '▶▶'].map(signOf)).toEqual(['▶', '⏸', '✋', undefined, undefined]);
});

describe('the words of the live card', () => {
  const at = Date.UTC(2026, 10, 24, 16, 12, 0);
  const words = (state: Extract<Parameters<typeof deskWords>[0], { kind: 'card' }>['state'], now = at) =>
    deskWords(
      {
        kind: 'card',
        caseNumber: caseNumber('4711'),
        province: 'limburg',
        isOtherProvince: true,
        waitingSince: at - 60_000,
        state,
      },
      now,
    );

  test('are the team, the tag, since when they talk, and that the caller is connected', () => {
    const connection = { state: 'connected', since: at, wasAwayMs: null } as const;
    expect(words({ name: 'held', talkingSince: at, connection })).toBe(
      '✅ Gesprek 4711 · regio Limburg (andere provincie)\nJullie praten sinds 17:12. De beller is verbonden.',
    );
  });

  test('are since when the caller is away, on the wall clock and as a length', () => {
    const connection = { state: 'away', since: at } as const;
    expect(words({ name: 'held', talkingSince: at, connection }, at + 40_000)).toContain(
      'De beller is weg sinds 17:12 (al 0:40 min).',
    );
  });

  test('are that the caller is back, and how long they were away', () => {
    const connection = { state: 'connected', since: at, wasAwayMs: 55_000 } as const;
    expect(words({ name: 'held', talkingSince: null, connection })).toContain(
      'De beller is terug sinds 17:12, na 0:55 min weg.',
    );
  });

  test('are to send nothing after a quick exit', () => {
    expect(words({ name: 'left-quickly' })).toMatch(/^Snel weg: stuur niets/u);
  });
});

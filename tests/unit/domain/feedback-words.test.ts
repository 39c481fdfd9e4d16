import { describe, expect, test } from '@jest/globals';
import type { FeedbackGroup } from '../../../appservice/domain/feedback-report.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { quotedLines } from '../../../appservice/domain/desk-words/quoted-words.ts';
import { start } from './helpline-world.ts';

const counts = { yes: 4, somewhat: 1, no: 0, skipped: 0 };
const group: FeedbackGroup = {
  weeks: { first: '2026-W05', last: '2026-W05' },
  count: 5,
  answers: { heard: counts, helped: { ...counts, skipped: 2 }, nextStep: counts, easy: counts },
  languages: [{ language: 'nl', count: 5 }],
};
const figures = (...groups: readonly FeedbackGroup[]) => deskWords({ kind: 'feedback', groups }, start);
const told = (remarks: readonly string[]) =>
  deskWords({ kind: 'remarks', found: { weeks: group.weeks, remarks } }, start);

describe('the figures', () => {
  test('are told question by question', () => {
    expect(figures(group).split('\n').slice(2, 8)).toEqual([
      'Week 5 van 2026 · 5 keer ingevuld',
      '• Voelde je je gehoord? ja 4, een beetje 1, nee 0',
      '• Heeft het gesprek je geholpen? ja 4, een beetje 1, nee 0, geen antwoord 2',
      '• Weet je nu wat je kan doen? ja 4, een beetje 1, nee 0',
      '• Was deze chat makkelijk te gebruiken? ja 4, een beetje 1, nee 0',
      '• Taal: Nederlands 5',
    ]);
  });

  test.each([
    ['2026-W05', '2026-W07', 'Week 5 tot en met 7 van 2026'],
    ['2026-W52', '2027-W02', 'Week 52 van 2026 tot en met week 2 van 2027'],
  ])('name the weeks from %s to %s', (first, last, words) => {
    expect(figures({ ...group, weeks: { first, last } })).toContain(`\n${words} · `);
  });

  test('name no language where none may be told', () => {
    expect(figures({ ...group, languages: [] })).not.toContain('Taal');
  });

  test('do not say how many answers are too few', () => {
    expect(figures()).toMatch(/^Er zijn nog te weinig antwoorden/u);
    expect(figures()).not.toMatch(/\d/u);
  });
});

describe('the remarks', () => {
  test('are quoted, one apart from the other', () => {
    expect(told(['Dank je', 'Te\ntraag']).split('\n').slice(1, -2)).toEqual([
      '',
      '> Dank je',
      '',
      '> Te',
      '> traag',
    ]);
  });

  test('are at most twenty, and say when there are more', () => {
    const words = told(Array.from({ length: 21 }, () => 'Dank je'));
    expect(words.match(/^> /gmu)).toHaveLength(20);
    expect(words).toContain('20 van de 21');
  });

  test('of the greatest length fit one event, encrypted', () => {
    const longest = Array.from({ length: 20 }, () => '🌻'.repeat(500));
    expect((Buffer.byteLength(JSON.stringify(told(longest))) * 4) / 3).toBeLessThan(60_000);
  });

  test('that are not there are no list', () => {
    expect(deskWords({ kind: 'remarks', found: null }, start)).toBe(
      'Er zijn nu geen opmerkingen om te tonen.',
    );
  });
});

describe('a quote', () => {
  test.each(['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    'quotes what comes after %j, which some programs show as a new line',
    (separator) => {
      expect(quotedLines(`Een${separator}Twee`)).toEqual(['> Een', '> Twee']);
    },
  );

  test.each([
    ['a link', 'zie https://voorbeeld.be/x', '> zie https: //voorbeeld. be/x'],
    ['a bare host', 'zie www.voorbeeld.be', '> zie www. voorbeeld. be'],
    ['a mail address', 'jan@voorbeeld.be', '> jan@ voorbeeld. be'],
    ['a scheme without slashes', 'mailto:jan', '> mailto: jan'],
    ['a person', '@rosa:localhost', '> @ rosa: localhost'],
    ['everybody in the room', '@room', '> @ room'],
    ['a room', '#balie:localhost', '> # balie: localhost'],
    ['a host behind an unseen mark', 'voorbeeld.\u200ebe', '> voorbeeld. be'],
    ['a line that turns round', 'a\u202eb\u2066c', '> a b c'],
  ])('makes no %s', (_what, text, expected) => {
    expect(quotedLines(text)).toEqual([expected]);
  });

  test.each(['Om 10:30 was het 3.5 minuten wachten.', 'Goed geholpen: dank je 👩‍👧 & <b>niet vet</b>'])(
    'leaves %j as it is',
    (text) => {
      expect(quotedLines(text)).toEqual([`> ${text}`]);
    },
  );
});

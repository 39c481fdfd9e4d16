import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import { parseDeskCommand } from '../../../appservice/domain/parse-desk-command.ts';
import { runs } from '../../../scripts/test/campaign.ts';
import { processorMsFor } from '../../support/processor-time.ts';

const understood = (value: unknown) => ({ ok: true, value });
const problem = (code: string, more: object = {}) => ({ ok: false, problem: { code, ...more } });

const missing = (what: 'reason' | 'who' | 'number', word: string, example: string) =>
  problem(`missing-${what}`, { word, example });

describe('a command', () => {
  test.each([
    ['!aan', { name: 'on' }],
    ['!on', { name: 'on' }],
    ['!uit', { name: 'off' }],
    ['!off', { name: 'off' }],
    ['!pauze', { name: 'pause' }],
    ['!pause', { name: 'pause' }],
    ['!wie', { name: 'who' }],
    ['!who', { name: 'who' }],
    ['!help', { name: 'help' }],
    ['!open', { name: 'open' }],
    ['!neem', { name: 'take', caseNumber: null, reason: null }],
    ['!take 4711', { name: 'take', caseNumber: '4711', reason: null }],
    ['!neem #4711 klinkt erg angstig', { name: 'take', caseNumber: '4711', reason: 'klinkt erg angstig' }],
    ['!niet', { name: 'pass', caseNumber: null }],
    ['!pass #4711', { name: 'pass', caseNumber: '4711' }],
    ['!einde 4711', { name: 'end', caseNumber: '4711' }],
    ['!end # 4711.', { name: 'end', caseNumber: '4711' }],
    ['!bevestig Rosa k3Fd 9aLm Qx2T', { name: 'confirm', who: 'Rosa', code: 'k3Fd 9aLm Qx2T' }],
    [
      '!confirm @rosa:localhost k3fd9almqx2t',
      { name: 'confirm', who: '@rosa:localhost', code: 'k3fd9almqx2t' },
    ],
    ['!feedback', { name: 'feedback', of: 'figures' }],
    ['!Feedback  Opmerkingen.', { name: 'feedback', of: 'remarks' }],
    ['!feedback remarks', { name: 'feedback', of: 'remarks' }],
    [
      '!bevestig Rosa Van den Berg k3Fd 9aLm Qx2T.',
      { name: 'confirm', who: 'Rosa Van den Berg', code: 'k3Fd 9aLm Qx2T' },
    ],
    ['!geef Bram', { name: 'transfer', who: 'Bram', caseNumber: null }],
    ['!geef 4711 Rosa Van den Berg', { name: 'transfer', who: 'Rosa Van den Berg', caseNumber: '4711' }],
    ['!overleg Bram #4711.', { name: 'consult', who: 'Bram', caseNumber: '4711' }],
    ['!overgenomen', { name: 'taken-over', caseNumber: null }],
    ['!collega 4711', { name: 'backup', caseNumber: '4711' }],
    [
      '!blokkeer scheldt 20 minuten lang',
      { name: 'block', caseNumber: null, reason: 'scheldt 20 minuten lang' },
    ],
    ['!block 4711: abuse', { name: 'block', caseNumber: '4711', reason: 'abuse' }],
    ['!vrij 4711', { name: 'unblock', caseNumber: '4711' }],
    ['!ip 4711 acuut gevaar', { name: 'address', caseNumber: '4711', reason: 'acuut gevaar' }],
    ['!verder nog geen plek', { name: 'go-on', caseNumber: null, reason: 'nog geen plek' }],
    ['!afronden', { name: 'round-off', caseNumber: null }],
    ['!zin', { name: 'snippet', snippet: null }],
    ['!zin Meekijken.', { name: 'snippet', snippet: 'meekijken' }],
    ['!codewoord Regenboog', { name: 'code-word', codeWord: 'Regenboog' }],
    ['!heropen 4711 verslag nalezen', { name: 'reopen', caseNumber: '4711', reason: 'verslag nalezen' }],
    ['!deel 4711 Bram', { name: 'share', who: 'Bram', caseNumber: '4711' }],
    ['!registreer', { name: 'register', caseNumber: null }],
    ['!open-staand', { name: 'unregistered' }],
    ['!dossier ja', { name: 'dossier', answer: 'agreed', caseNumber: null, reference: null }],
    ['!dossier Geweigerd 4711', { name: 'dossier', answer: 'refused', caseNumber: '4711', reference: null }],
    [
      '!dossier ja 4711 CAW-12',
      { name: 'dossier', answer: 'agreed', caseNumber: '4711', reference: 'CAW-12' },
    ],
    ['!noodstop iemand is binnen', { name: 'stop-all', reason: 'iemand is binnen' }],
    ['!uitdienst Rosa', { name: 'offboard', who: 'Rosa' }],
    ['!inzage 4711', { name: 'looked', caseNumber: '4711' }],
  ])('%s is understood', (body, command) => {
    expect(parseDeskCommand(body)).toEqual(understood(command));
  });

  test.each([
    ['in capitals', '!AAN'],
    ['with spaces around it', '  !aan  '],
    ['with a space after the mark', '! aan'],
    ['with a full stop', '!aan.'],
    ['with a variation selector', '!aan\uFE0F'],
    ['with non-breaking spaces', '\u00A0!aan\u00A0'],
    ['with a line break', '!aan\n'],
  ])('is understood %s', (_, body) => {
    expect(parseDeskCommand(body)).toEqual(understood({ name: 'on' }));
  });

  test.each([
    ['!dicht te weinig mensen', null, 'te weinig mensen'],
    ['!dicht tot 18:30 te weinig mensen', { hour: 18, minute: 30 }, 'te weinig mensen'],
    ['!Dicht  Tot 18.30  ziek', { hour: 18, minute: 30 }, 'ziek'],
    ['!dicht tot 18u30 ziek', { hour: 18, minute: 30 }, 'ziek'],
    ['!dicht tot 18:30 uur, ziek', { hour: 18, minute: 30 }, 'ziek'],
    ['!dicht tot 18u ziek', { hour: 18, minute: 0 }, 'ziek'],
    ['!dicht tot 9 uur ziek', { hour: 9, minute: 0 }, 'ziek'],
    ['!close until 8:05 training', { hour: 8, minute: 5 }, 'training'],
    ['!close till\u00A018h training.', { hour: 18, minute: 0 }, 'training.'],
    ['!dicht totale uitval', null, 'totale uitval'],
  ])('%s closes until %j', (body, until, reason) => {
    expect(parseDeskCommand(body)).toEqual(understood({ name: 'close', until, reason }));
  });
});

describe('what is no command we can carry out', () => {
  test.each([
    ['', problem('no-command', { meant: null })],
    ['goeiemorgen', problem('no-command', { meant: null })],
    ['ik schreef !aan', problem('no-command', { meant: null })],
    ['!', problem('unknown-word', { word: '', nearest: null })],
    ['!aan nu', problem('unexpected-argument', { word: 'aan' })],
    ['!open 4711', problem('unexpected-argument', { word: 'open' })],
    ['!dicht', missing('reason', 'dicht', '!dicht tot 18:30 te weinig mensen')],
    ['!dicht tot 18:30', missing('reason', 'dicht', '!dicht tot 18:30 te weinig mensen')],
    ['!dicht tot', problem('bad-time', { word: 'dicht' })],
    ['!dicht tot 24:00 ziek', problem('bad-time', { word: 'dicht' })],
    ['!dicht tot 18:60 ziek', problem('bad-time', { word: 'dicht' })],
    ['!dicht tot morgen ziek', problem('bad-time', { word: 'dicht' })],
    ['!close until 183 x', problem('bad-time', { word: 'close' })],
    ['!dicht tot 20 mensen wachten', problem('bad-time', { word: 'dicht' })],
    ['!bevestig', missing('who', 'bevestig', '!bevestig Rosa k3Fd 9aLm Qx2T')],
    ['!bevestig .', missing('who', 'bevestig', '!bevestig Rosa k3Fd 9aLm Qx2T')],
    ['!geef 4711', missing('who', 'geef', '!geef Bram')],
    ['!blokkeer 4711', missing('reason', 'blokkeer', '!blokkeer seksueel getinte berichten')],
    ['!deel Bram', missing('number', 'deel', '!deel 4711 Bram')],
    ['!heropen', missing('number', 'heropen', '!heropen 4711 verslag nalezen')],
    ['!heropen 4711', missing('reason', 'heropen', '!heropen 4711 verslag nalezen')],
    ['!inzage', missing('number', 'inzage', '!inzage 4711')],
    ['!codewoord', problem('missing-code-word', { word: 'codewoord' })],
    ['!dossier', problem('dossier-answer', { word: 'dossier' })],
    ['!dossier misschien', problem('dossier-answer', { word: 'dossier' })],
    [`!blokkeer ${'a'.repeat(501)}`, problem('too-long', { word: 'blokkeer' })],
    ['!feedback nu', problem('only-remarks', { word: 'feedback' })],
    ['!feedback opmerkingen nu', problem('only-remarks', { word: 'feedback' })],
    ['!neem Rosa', problem('bad-number', { word: 'neem' })],
    ['!einde 12', problem('bad-number', { word: 'einde' })],
    ['!bevestig Rosa', problem('missing-code', { word: 'bevestig', who: 'Rosa' })],
    ['!bevestig Rosa k3Fd', problem('missing-code', { word: 'bevestig', who: 'Rosa k3Fd' })],
    ['!pass 4711 4712', problem('bad-number', { word: 'pass' })],
  ])('%j is answered with its reason', (body, expected) => {
    expect(parseDeskCommand(body)).toEqual(expected);
  });

  test.each([
    ['!an', 'aan'],
    ['!uti', 'uit'],
    ['!pauz', 'pauze'],
    ['!pausze', 'pauze'],
    ['!nem', 'neem'],
    ['!eidne 4711', 'einde'],
    ['!bevesitg Rosa', 'bevestig'],
    ['!hlep', 'help'],
    ['!dciht ziek', 'dicht'],
    ['!overlgeg Bram', 'overleg'],
    ['!x', null],
    ['!zzz', null],
    ['!constructor', null],
    [`!${'a'.repeat(5000)}`, null],
  ])('%s is answered with the nearest word', (body, nearest) => {
    expect(parseDeskCommand(body)).toMatchObject(problem('unknown-word', { nearest }));
  });

  test('repeats at most 30 characters of an unknown word', () => {
    expect(parseDeskCommand(`!${'ab'.repeat(5000)}`)).toMatchObject({ problem: { word: 'ab'.repeat(15) } });
  });
});

describe('whatever is written', () => {
  const words = fc.constantFrom(...commandWords.keys());
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => `!${text}`),
    fc.tuple(words, fc.string({ unit: 'binary' })).map(([word, text]) => `!${word} ${text}`),
    fc.tuple(words, fc.string()).map(([word, text]) => `!${word} tot ${text}`),
  );

  test('is understood or has a problem, and never throws', () => {
    fc.assert(
      fc.property(anything, (body) => {
        expect(typeof parseDeskCommand(body).ok).toBe('boolean');
      }),
      runs(),
    );
  });

  test('a slip of one letter in a longer word is answered with that word or another as near', () => {
    const slips = fc.tuple(
      words.filter((word) => word.length >= 5),
      fc.nat(4),
      fc.constantFrom('', 'x', 'zq'),
    );
    fc.assert(
      fc.property(slips, ([word, at, instead]) => {
        const result = parseDeskCommand(`!${word.slice(0, at)}${instead}${word.slice(at + 1)}`);
        expect(result.ok || (result.problem.code === 'unknown-word' && result.problem.nearest !== null)).toBe(
          true,
        );
      }),
      runs(),
    );
  });

  test.each(['!'.repeat(60_000), `!${'.'.repeat(60_000)}x`, `!dicht tot ${' 1'.repeat(30_000)}`])(
    'takes no long time when it is long (%#)',
    (body) => {
      const spentMs = processorMsFor(() => {
        expect(parseDeskCommand(body).ok).toBe(false);
      });
      expect(spentMs).toBeLessThan(500);
    },
  );
});

import { describe, expect, test } from '@jest/globals';
import { messageLimitCharacters } from '../../../appservice/contract/conversation.ts';
import { measureDraft, spokenMeasure } from '../../../widget/frame/state/composer.ts';
import {
  anna,
  bram,
  createFrame,
  crypto,
  message,
  nowMs,
  talking,
  view,
  waiting,
  write,
} from './frame-play.ts';
import { companyOrder } from '../../support/company-order.ts';

describe('waiting', () => {
  test('tells who comes, who is there, and that the connection is secure', () => {
    expect(createFrame(talking).lines()).toEqual([
      'preparing',
      'searching',
      'taken',
      'joined-caw',
      'secured',
    ]);
  });

  test('pins the counsellor, and the next one when somebody else comes', () => {
    const frame = createFrame(waiting);
    expect(frame.tell(view({ phase: 'taken', counsellor: anna }))).toEqual([
      { kind: 'crypto', order: companyOrder(anna) },
    ]);
    expect(frame.tell(view({ phase: 'joined', counsellor: anna }))).toEqual([]);
    expect(frame.tell(view({ phase: 'waiting' }), view({ phase: 'taken', counsellor: bram }))).toEqual([
      { kind: 'crypto', order: companyOrder(null) },
      { kind: 'crypto', order: companyOrder(bram) },
    ]);
  });

  test('says once that it takes long, and keeps what was typed', () => {
    const frame = createFrame([...waiting, { kind: 'draft-edited', text: 'Ik wacht' }]);
    frame.tell(view({ takesLong: true }), view({ takesLong: true, version: 2 }));
    expect(frame.lines()).toEqual(['preparing', 'searching', 'takes-long']);
    expect(frame.talk().draft).toBe('Ik wacht');
  });

  test('begins again when the counsellor leaves, and nothing counts as secure any more', () => {
    const frame = createFrame([...talking, crypto({ kind: 'typing', isTyping: true })]);
    frame.tell(view({ phase: 'waiting' }));
    expect(frame.lines().at(-1)).toBe('returned');
    expect(frame.talk()).toMatchObject({ security: 'unknown', isCounsellorTyping: false, counsellor: null });
    frame.tell(...write('Ben je er nog?'));
    expect(frame.talk().log.at(-1)).toMatchObject({ mark: 'held' });
  });
});

describe('the connection', () => {
  test('is told when it goes and when it is back, once each, whichever side it is', () => {
    const frame = createFrame(talking);
    frame.tell(
      { kind: 'view-lost' },
      crypto({ kind: 'connection', isConnected: false }),
      { kind: 'view-lost' },
      view({ phase: 'talking', counsellor: anna }),
      crypto({ kind: 'connection', isConnected: true }),
    );
    expect(frame.lines().slice(-2)).toEqual(['connection-lost', 'connection-back']);
    expect(frame.lines().filter((line) => line.startsWith('connection'))).toHaveLength(2);
  });

  test('is reported as ready once the device is signed', () => {
    const frame = createFrame(waiting);
    expect(frame.tell(crypto({ kind: 'ready' }))).toEqual([{ kind: 'report-ready', bearer: 'bearer' }]);
  });

  test('is reported as secured or not, by code', () => {
    const frame = createFrame(waiting);
    expect(frame.tell(crypto({ kind: 'unsecured', code: 'no-signed-device' }))).toEqual([
      {
        kind: 'report-security',
        bearer: 'bearer',
        report: { state: 'unsecured', code: 'no-signed-device' },
      },
    ]);
    expect(frame.tell(crypto({ kind: 'secured' }))).toEqual([
      { kind: 'report-security', bearer: 'bearer', report: { state: 'secured' } },
    ]);
  });
});

describe('what is said', () => {
  test('names the person first and the safety after, though the safety was known before', () => {
    const frame = createFrame([...waiting, view({ phase: 'taken', counsellor: anna })]);
    frame.tell(crypto({ kind: 'secured' }));
    expect(frame.lines()).not.toContain('secured');
    frame.tell(view({ phase: 'joined', counsellor: anna }));
    expect(frame.lines().slice(-2)).toEqual(['joined-caw', 'secured']);
  });

  test('after the end is that words which never went were not sent', () => {
    const frame = createFrame([...waiting, ...write('Hallo')]);
    frame.tell({ kind: 'end-confirmed' });
    expect(frame.screen()).toMatchObject({
      name: 'ended',
      log: expect.arrayContaining([expect.objectContaining({ body: 'Hallo', mark: 'unsent' })]),
    });
  });
});

describe('the words of the counsellor', () => {
  test('take the place of the line that could not be read', () => {
    const frame = createFrame([
      ...talking,
      crypto({ kind: 'unreadable', eventId: '$2' }),
      message('$3', 'twee'),
    ]);
    frame.tell(message('$2', 'een'));
    const bodies = frame.talk().log.flatMap((entry) => (entry.kind === 'counsellor' ? [entry.body] : []));
    expect(bodies).toEqual(['een', 'twee']);
  });

  test('are changed and taken away in their place', () => {
    const frame = createFrame([...talking, message('$2', 'een')]);
    frame.tell(crypto({ kind: 'edited', eventId: '$2', body: 'twee' }));
    expect(frame.talk().log.at(-1)).toMatchObject({ body: 'twee', isEdited: true });
    frame.tell(crypto({ kind: 'removed', eventId: '$2' }), crypto({ kind: 'removed', eventId: '$unknown' }));
    expect(frame.talk().log.at(-1)).toMatchObject({ form: 'removed', body: '' });
  });

  test('quote what they answer, on one line and not for ever', () => {
    const long = `eerste\nregel ${'woord '.repeat(40)}`;
    const frame = createFrame([
      ...talking,
      ...write(long),
      crypto({ kind: 'sent', id: 'words-1', eventId: '$1' }),
    ]);
    frame.tell(message('$2', 'ja', { repliesTo: '$1' }), message('$3', 'nee', { repliesTo: '$unknown' }));
    const quotes = frame.talk().log.flatMap((entry) => (entry.kind === 'counsellor' ? [entry.quote] : []));
    expect(quotes[0]).toMatch(/^eerste regel woord .*…$/);
    expect(quotes[1]).toBeNull();
  });

  test('that are a file are said to be one', () => {
    const frame = createFrame(talking);
    frame.tell(message('$2', 'foto.jpg', { kind: 'file' }));
    expect(frame.talk().log.at(-1)).toMatchObject({ form: 'file', body: '' });
  });

  test.each(['call', 'other'])('that are no words are said to be none (%s)', (kind) => {
    const frame = createFrame(talking);
    frame.tell(message('$2', 'geo:1,2', { kind }));
    expect(frame.talk().log.at(-1)).toMatchObject({ form: kind, body: '' });
  });

  test('count as read only when they are in sight', () => {
    const frame = createFrame([...talking, { kind: 'sight-changed', isInSight: false }]);
    const receipt = (eventId: string) => ({ kind: 'crypto', order: { kind: 'read', eventId } });
    expect(frame.tell(message('$2', 'een'))).toEqual([]);
    expect(frame.tell({ kind: 'sight-changed', isInSight: true })).toEqual([receipt('$2')]);
    expect(frame.tell(message('$3', 'twee'))).toEqual([receipt('$3')]);
    expect(frame.tell(crypto({ kind: 'unreadable', eventId: '$4' }))).toEqual([]);
  });
});

describe('typing', () => {
  test('is told when it begins, rests and is sent', () => {
    const frame = createFrame(talking);
    const typing = (isTyping: boolean) => ({ kind: 'crypto', order: { kind: 'typing', isTyping } });
    expect(frame.tell({ kind: 'draft-edited', text: 'a' })).toEqual([
      typing(true),
      { kind: 'rest-typing-later' },
    ]);
    expect(frame.tell({ kind: 'draft-edited', text: 'ab' })).toEqual([{ kind: 'rest-typing-later' }]);
    expect(frame.tell({ kind: 'typing-rested' })).toEqual([typing(false)]);
    frame.tell({ kind: 'draft-edited', text: 'abc' });
    expect(frame.tell({ kind: 'message-written', nowMs })).toContainEqual(typing(false));
  });

  test('of nothing but spaces sends nothing', () => {
    const frame = createFrame(talking);
    frame.tell(...write('  \n '));
    expect(frame.talk().written).toBe(0);
  });

  test.each([
    [0, { kind: 'empty' }],
    [3_599, { kind: 'fits' }],
    [3_600, { kind: 'near-limit', left: 400 }],
    [messageLimitCharacters, { kind: 'near-limit', left: 0 }],
    [messageLimitCharacters + 1, { kind: 'too-long', over: 1 }],
  ])('of %d characters is measured', (length, measure) => {
    expect(measureDraft('a'.repeat(length))).toEqual(measure);
    expect(measureDraft('😀'.repeat(length))).toEqual(measure);
  });

  test.each([
    [100, { kind: 'fits' }],
    [3_600, { kind: 'near-limit', left: 400 }],
    [3_650, { kind: 'near-limit', left: 400 }],
    [3_899, { kind: 'near-limit', left: 200 }],
    [3_905, { kind: 'near-limit', left: 100 }],
    [3_985, { kind: 'near-limit', left: 20 }],
    [messageLimitCharacters + 1, { kind: 'too-long', over: 20 }],
    [messageLimitCharacters + 20, { kind: 'too-long', over: 20 }],
  ])('of %d characters is said in round numbers, so that not every key speaks', (length, measure) => {
    expect(spokenMeasure(measureDraft('a'.repeat(length)))).toEqual(measure);
  });

  test('of too much stays in the composer, whole', () => {
    const frame = createFrame(talking);
    const text = 'a'.repeat(messageLimitCharacters + 1);
    frame.tell(...write(text));
    expect(frame.talk()).toMatchObject({ draft: text, written: 0 });
  });
});

describe('the end', () => {
  test('by the caller is asked first, then told to the service, and the worker forgets', () => {
    const frame = createFrame([...talking, { kind: 'end-pressed' }]);
    expect(frame.talk().isConfirmingEnd).toBe(true);
    frame.tell({ kind: 'end-withdrawn' });
    expect(frame.talk().isConfirmingEnd).toBe(false);
    expect(frame.tell({ kind: 'end-confirmed' })).toEqual([
      { kind: 'unfollow-conversation' },
      { kind: 'crypto', order: { kind: 'stop' } },
      { kind: 'end-conversation', bearer: 'bearer', by: 'caller' },
      { kind: 'draw-feedback', bearer: 'bearer' },
    ]);
    expect(frame.screen()).toMatchObject({ name: 'ended', by: 'caller' });
  });

  test.each(['counsellor', 'gone', 'failure'] as const)('by %s is told, with what was said', (by) => {
    const frame = createFrame([...talking, message('$2', 'Dag'), { kind: 'draft-edited', text: 'Wacht' }]);
    const effects = frame.tell(view({ phase: 'ended', endedBy: by }));
    expect(frame.screen()).toMatchObject({ name: 'ended', by, draft: 'Wacht' });
    expect(effects.filter((effect) => effect.kind === 'end-conversation')).toEqual([]);
    expect(effects).toContainEqual({ kind: 'crypto', order: { kind: 'stop' } });
  });

  test('of a bearer that the service does not know is an end without connection', () => {
    const frame = createFrame([...talking, { kind: 'conversation-gone' }]);
    expect(frame.screen()).toMatchObject({ name: 'ended', by: 'gone' });
  });

  test('that only the worker knows waits for the service, unless that is out of reach', () => {
    const frame = createFrame([...talking, crypto({ kind: 'ended' })]);
    expect(frame.screen().name).toBe('conversation');
    frame.tell({ kind: 'view-lost' }, crypto({ kind: 'ended' }));
    expect(frame.screen()).toMatchObject({ name: 'ended', by: null });
  });

  test('leaves nothing once it is wiped, and the worker begins anew', () => {
    const frame = createFrame([...talking, message('$2', 'geheim'), { kind: 'end-confirmed' }]);
    const effects = frame.tell({ kind: 'conversation-wiped' });
    expect(JSON.stringify(frame.state())).not.toContain('geheim');
    expect(effects).toContainEqual({ kind: 'crypto', order: { kind: 'load' } });
  });
});

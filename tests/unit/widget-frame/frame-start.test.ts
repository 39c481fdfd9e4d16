import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../widget/frame/state/effect.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { showsNicknameWarning } from '../../../widget/frame/state/nickname.ts';
import {
  anna,
  createFrame,
  crypto,
  message,
  opened,
  session,
  skipped,
  skippedEarly,
  status,
  talking,
  view,
  waiting,
  write,
} from './frame-play.ts';

describe('opening', () => {
  test('loads the encryption and follows the status at once', () => {
    expect(createFrame().tell({ kind: 'opened' })).toEqual([
      { kind: 'follow-status', isWanted: true },
      { kind: 'crypto', order: { kind: 'load' } },
      { kind: 'resume', isTakenOver: false },
    ]);
  });

  test('a second time loads nothing', () => {
    expect(createFrame(opened).tell({ kind: 'opened' })).toEqual([]);
  });
});

describe('starting', () => {
  test('is possible only while the helpline is online', () => {
    const frame = createFrame([{ kind: 'opened' }, { kind: 'start-pressed' }]);
    expect(frame.screen().name).toBe('start');
    frame.tell(status('busy'), { kind: 'start-pressed' });
    expect(frame.screen().name).toBe('start');
    frame.tell(status('online'), { kind: 'start-pressed' });
    expect(frame.screen().name).toBe('intake');
  });

  test('sends province, nickname and language, and never the postcode', () => {
    const frame = createFrame([
      ...opened,
      crypto({ kind: 'loaded' }),
      { kind: 'start-pressed' },
      { kind: 'intake-edited', fields: { nickname: 'Merel', postcode: '1000', age: '34' } },
    ]);
    const effects = frame.tell({ kind: 'intake-finished', hasSkipped: false, requestSecret: 'secret' });
    expect(effects).toContainEqual({
      kind: 'start-conversation',
      request: { requestSecret: 'secret', province: 'vlaams-brabant', nickname: 'Merel', language: 'nl' },
    });
    expect(JSON.stringify(effects)).not.toContain('1000');
  });

  test('throws away what stands in the fields when it is skipped, also a wrong age', () => {
    const frame = createFrame([
      ...opened,
      { kind: 'start-pressed' },
      { kind: 'intake-edited', fields: { nickname: 'Merel', age: 'abc' } },
    ]);
    frame.tell({ kind: 'intake-finished', hasSkipped: false, requestSecret: 'secret' });
    expect(frame.screen()).toMatchObject({ name: 'intake', stoppedAt: { field: 'age' } });
    frame.tell({ kind: 'intake-edited', fields: { age: 'ab' } });
    expect(frame.screen()).toMatchObject({ name: 'intake', stoppedAt: null });
    frame.tell({ kind: 'intake-finished', hasSkipped: true, requestSecret: 'secret' });
    expect(frame.talk().intake.nickname).toBeNull();
    expect(frame.lines()).toEqual(['preparing']);
  });

  test('warns once about a nickname that looks like an identity, and then goes on', () => {
    const frame = createFrame([
      ...opened,
      { kind: 'start-pressed' },
      { kind: 'intake-edited', fields: { nickname: 'Jan Peeters' } },
    ]);
    const finish: FrameEvent = { kind: 'intake-finished', hasSkipped: false, requestSecret: 'secret' };
    frame.tell(finish);
    expect(frame.screen()).toMatchObject({ isNicknameWarned: true, stoppedAt: { field: 'nickname' } });
    frame.tell(finish);
    expect(frame.talk().intake.nickname).toBe('Jan Peeters');
  });

  test.each(['Roos', ''])('warns no more about a nickname that was changed to %p', (nickname) => {
    const frame = createFrame([
      ...opened,
      { kind: 'start-pressed' },
      { kind: 'intake-edited', fields: { nickname: 'Jan Peeters' } },
      { kind: 'nickname-left' },
    ]);
    const isWarned = (): boolean => {
      const screen = frame.screen();
      return screen.name === 'intake' && showsNicknameWarning(screen);
    };
    expect(isWarned()).toBe(true);
    frame.tell({ kind: 'intake-edited', fields: { nickname } });
    expect(isWarned()).toBe(false);
  });

  test.each(['busy', 'offline', 'limited', 'unreachable'] as const)(
    'keeps the words that were typed when it is refused as %s',
    (problem) => {
      const frame = createFrame([...skipped, ...write('Hallo'), { kind: 'draft-edited', text: 'Ben je' }]);
      const effects = frame.tell({ kind: 'start-refused', problem });
      expect(frame.screen()).toEqual({ name: 'start', problem, draft: 'Hallo\nBen je' });
      expect(effects).toContainEqual({ kind: 'follow-status', isWanted: true });
    },
  );

  test('ends a conversation whose caller stopped before the service had answered', () => {
    const frame = createFrame([...skipped, { kind: 'end-confirmed' }]);
    expect(frame.tell({ kind: 'conversation-started', session })).toEqual([
      { kind: 'end-conversation', bearer: 'bearer', by: 'caller' },
    ]);
  });
});

describe('the first words', () => {
  test('go to the worker after the intake, once it is loaded and the service has answered', () => {
    const frame = createFrame([
      ...opened,
      { kind: 'start-pressed' },
      { kind: 'intake-edited', fields: { age: '34' } },
      { kind: 'intake-finished', hasSkipped: false, requestSecret: 'secret' },
      ...write('Hallo'),
    ]);
    const effects = frame.tell(crypto({ kind: 'loaded' }), { kind: 'conversation-started', session });
    expect(effects.map((effect) => (effect.kind === 'crypto' ? effect.order.kind : effect.kind))).toEqual([
      'start-conversation',
      'follow-conversation',
      'start',
      'introduce',
      'send',
    ]);
  });

  test('are given to the worker once each', () => {
    const frame = createFrame(waiting);
    const sends = (effects: readonly Effect[]) =>
      effects.filter((effect) => effect.kind === 'crypto' && effect.order.kind === 'send');
    expect(sends(frame.tell(...write('een')))).toHaveLength(1);
    expect(sends(frame.tell(...write('twee'), view({ phase: 'waiting' })))).toHaveLength(1);
  });

  test('count as held until the connection is secure, then as on their way, delivered and read', () => {
    const frame = createFrame([...waiting, ...write('Hallo')]);
    const marks = () => frame.talk().log.flatMap((entry) => (entry.kind === 'caller' ? [entry.mark] : []));
    expect(marks()).toEqual(['held']);
    frame.tell(crypto({ kind: 'secured' }), ...write('Ben je er?'));
    expect(marks()).toEqual(['held', 'sending']);
    frame.tell(
      crypto({ kind: 'sent', id: 'words-1', eventId: '$1' }),
      crypto({ kind: 'sent', id: 'words-2', eventId: '$2' }),
    );
    expect(marks()).toEqual(['sent', 'sent']);
    frame.tell(crypto({ kind: 'read', eventId: '$1' }));
    expect(marks()).toEqual(['read', 'sent']);
    frame.tell(crypto({ kind: 'typing', isTyping: true }));
    expect(marks()).toEqual(['read', 'delivered']);
    frame.tell(crypto({ kind: 'read', eventId: '$unknown' }));
    expect(marks()).toEqual(['read', 'delivered']);
  });

  test('go back into the composer when they are refused for good', () => {
    const frame = createFrame([...waiting, ...write('te lang'), { kind: 'draft-edited', text: 'en nog' }]);
    frame.tell(crypto({ kind: 'refused', id: 'words-1' }));
    expect(frame.talk().draft).toBe('te lang\nen nog');
    expect(frame.talk().log.filter((entry) => entry.kind === 'caller')).toEqual([]);
  });
});

describe('quick exit', () => {
  test('forgets everything that was said or typed, and the bearer', () => {
    const frame = createFrame([
      ...talking,
      message('$2', 'geheim'),
      { kind: 'draft-edited', text: 'geheim' },
    ]);
    expect(frame.tell({ kind: 'left' })).toEqual([]);
    expect(frame.screen()).toEqual({ name: 'left' });
    expect(JSON.stringify(frame.state())).not.toMatch(/geheim|bearer/);
  });
});

describe('announcements', () => {
  test('tell a change of the status, but not the first one and not the same again', () => {
    const frame = createFrame([{ kind: 'opened' }, status('online')]);
    expect(frame.state().announcement).toBeNull();
    frame.tell(status('online'));
    expect(frame.state().announcement).toBeNull();
    frame.tell(status('busy'));
    expect(frame.state().announcement).toBe('status-busy');
  });

  test('leave the status out during a conversation, where the log speaks', () => {
    const frame = createFrame([...talking, status('busy')]);
    expect(frame.state().announcement).toBeNull();
  });

  test('tell what stood in the log before anybody could listen to it', () => {
    expect(createFrame(skippedEarly).state().announcement).toBe('preparing');
    const frame = createFrame([crypto({ kind: 'loaded' }), ...opened, { kind: 'start-pressed' }]);
    expect(frame.state().announcement).toBeNull();
    const ready = createFrame([...opened, crypto({ kind: 'loaded' }), { kind: 'start-pressed' }]);
    ready.tell({ kind: 'intake-finished', hasSkipped: true, requestSecret: 'secret' });
    expect(ready.state().announcement).toBe('searching');
  });

  test('tell that the connection is not secure yet, which stands outside the log', () => {
    const frame = createFrame([...waiting, crypto({ kind: 'unsecured', code: 'no-key-delivered' })]);
    expect(frame.state().announcement).toBe('not-secure');
    frame.tell(crypto({ kind: 'secured' }));
    expect(frame.state().announcement).toBeNull();
  });

  test('count the presses of Shift and say when the count begins anew', () => {
    const frame = createFrame();
    const said = (event: FrameEvent) => {
      frame.tell(event);
      return frame.state().announcement;
    };
    expect(said({ kind: 'shift-counted', presses: 1 })).toBe('exit-two-more');
    expect(said({ kind: 'shift-counted', presses: 2 })).toBe('exit-one-more');
    expect(said({ kind: 'shift-timed-out' })).toBe('exit-timed-out');
    expect(frame.state().shiftPresses).toBe(0);
  });
});

describe('an event that does not fit', () => {
  test('changes nothing', () => {
    const strangers: FrameEvent[] = [
      ...write('Hallo'),
      { kind: 'end-confirmed' },
      { kind: 'intake-edited', fields: { nickname: 'x' } },
      { kind: 'intake-left' },
      view({ phase: 'talking', counsellor: anna }),
      { kind: 'conversation-gone' },
      message('$2', 'Dag'),
    ];
    const frame = createFrame(opened);
    const before = frame.state();
    expect(frame.tell(...strangers)).toEqual([]);
    expect(frame.state()).toEqual(before);
  });
});

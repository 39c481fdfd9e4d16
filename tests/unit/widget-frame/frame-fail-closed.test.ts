import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../widget/frame/state/effect.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { createFrame, crypto, opened, skipped, skippedEarly, talking, waiting, write } from './frame-play.ts';

describe('an encryption that is still on its way', () => {
  const nicknamed: FrameEvent[] = [
    ...opened,
    { kind: 'start-pressed' },
    { kind: 'intake-edited', fields: { nickname: 'Merel' } },
  ];
  const finish: FrameEvent = { kind: 'intake-finished', hasSkipped: false, requestSecret: 'secret' };
  const kindsOf = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

  test('holds back the start with all that was typed, and the caller may write meanwhile', () => {
    const frame = createFrame(nicknamed);
    expect(kindsOf(frame.tell(finish))).toEqual(['follow-status', 'remind-of-preparing']);
    expect(frame.tell(...write('Hallo'))).toEqual([{ kind: 'rest-typing-later' }]);
    expect(frame.talk()).toMatchObject({ phase: 'preparing', log: [{}, { body: 'Hallo', mark: 'held' }] });
    expect(kindsOf(frame.tell(crypto({ kind: 'loaded' })))).toEqual(['start-conversation']);
    expect(frame.talk().phase).toBe('starting');
    expect(frame.lines()).toEqual(['preparing', 'searching', 'intake-goes-along']);
  });

  test('starts at most once', () => {
    const frame = createFrame([...nicknamed, finish, crypto({ kind: 'loaded' })]);
    expect(frame.tell(crypto({ kind: 'loaded' }), { kind: 'draft-edited', text: '' })).toEqual([]);
  });

  test('holds back nothing when it was there before the press', () => {
    const frame = createFrame([crypto({ kind: 'loaded' }), ...nicknamed, crypto({ kind: 'loaded' })]);
    expect(kindsOf(frame.tell(finish))).toEqual(['follow-status', 'start-conversation']);
    expect(frame.lines()).toEqual(['searching', 'intake-goes-along']);
  });

  test('and then fails has let nothing out: no start, no end to tell, the words kept for the caller', () => {
    const frame = createFrame([...nicknamed, finish, ...write('Hallo')]);
    expect(frame.tell(crypto({ kind: 'failed', failure: 'crypto-failed' }))).toEqual([
      { kind: 'unfollow-conversation' },
    ]);
    expect(frame.screen()).toMatchObject({ name: 'failed', hasSent: false, draft: 'Hallo' });
  });

  test('offers mail and phone once when it takes long, and only then', () => {
    const frame = createFrame(skippedEarly);
    frame.tell({ kind: 'preparing-took-long' }, { kind: 'preparing-took-long' });
    expect(frame.lines()).toEqual(['preparing', 'takes-long']);
    const quick = createFrame([...skipped, { kind: 'preparing-took-long' }]);
    expect(quick.lines()).toEqual(['preparing', 'searching']);
  });

  test('lets a caller stop who was never rung for', () => {
    const frame = createFrame([...skippedEarly, { kind: 'end-confirmed' }]);
    expect(frame.tell(crypto({ kind: 'loaded' }))).toEqual([]);
    expect(frame.screen()).toMatchObject({ name: 'ended', by: 'caller' });
  });
});

describe('an encryption that is not possible', () => {
  const failed = crypto({ kind: 'failed', failure: 'no-webassembly' });

  test('is told at the start, before anything leaves the browser', () => {
    const frame = createFrame([...opened, failed]);
    expect(frame.screen().name).toBe('start');
    expect(frame.tell({ kind: 'start-pressed' })).toEqual([{ kind: 'follow-status', isWanted: false }]);
    expect(frame.screen()).toMatchObject({ name: 'failed', hasSent: false });
  });

  test('is told during the questions, and no conversation starts', () => {
    const frame = createFrame([...opened, { kind: 'start-pressed' }]);
    const effects = frame.tell(failed, {
      kind: 'intake-finished',
      hasSkipped: true,
      requestSecret: 'secret',
    });
    expect(effects.map(({ kind }) => kind)).toEqual(['follow-status']);
    expect(frame.screen().name).toBe('failed');
  });

  test('ends the conversation and keeps the unsent words for the caller alone', () => {
    const frame = createFrame([...waiting, ...write('Hallo'), { kind: 'draft-edited', text: 'Ben je' }]);
    const effects = frame.tell(crypto({ kind: 'failed', failure: 'crypto-failed' }));
    expect(frame.screen()).toEqual({
      name: 'failed',
      failure: 'crypto-failed',
      hasSent: false,
      draft: 'Hallo\nBen je',
    });
    expect(effects).toContainEqual({ kind: 'end-conversation', bearer: 'bearer', by: 'failure' });
  });

  test('does not claim that nothing was sent when something was', () => {
    const frame = createFrame([...talking, ...write('Hallo')]);
    frame.tell(
      crypto({ kind: 'sent', id: 'words-1', eventId: '$1' }),
      crypto({ kind: 'failed', failure: 'crypto-failed' }),
    );
    expect(frame.screen()).toMatchObject({ name: 'failed', hasSent: true, draft: '' });
  });
});

describe('a frame that broke', () => {
  test('ends the conversation, keeps the unsent words, and offers the other doors', () => {
    const frame = createFrame([...talking, ...write('Hallo')]);
    expect(frame.tell({ kind: 'frame-broke' })).toEqual([
      { kind: 'unfollow-conversation' },
      { kind: 'crypto', order: { kind: 'stop' } },
      { kind: 'end-conversation', bearer: 'bearer', by: 'failure' },
    ]);
    expect(frame.screen()).toMatchObject({ name: 'failed', failure: 'frame-broke', draft: 'Hallo' });
  });

  test('says so on every screen, and starts nothing any more', () => {
    for (const events of [[], opened, [...opened, { kind: 'start-pressed' } as const], skippedEarly]) {
      const frame = createFrame([...events, { kind: 'frame-broke' }]);
      expect(frame.screen().name).toBe('failed');
      const later = frame.tell(crypto({ kind: 'loaded' }), { kind: 'start-pressed' });
      expect(later.filter(({ kind }) => kind !== 'follow-status')).toEqual([]);
    }
  });

  test('shows nothing again after a quick exit', () => {
    expect(createFrame([...talking, { kind: 'left' }, { kind: 'frame-broke' }]).screen()).toEqual({
      name: 'left',
    });
  });

  test('begins anew, with a new worker, when the caller goes back to the start', () => {
    const frame = createFrame([...opened, { kind: 'frame-broke' }]);
    const effects = frame.tell({ kind: 'conversation-wiped' });
    expect(effects).toContainEqual({ kind: 'crypto', order: { kind: 'load' } });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { FeedbackEvent } from '../../../widget/frame/state/feedback.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { anna, createFrame, crypto, opened, talking, view, waiting } from './frame-play.ts';

const pass = { week: '2026-W48', token: 'token', signature: 'signature' };
const drawn: FeedbackEvent = { kind: 'feedback-drawn', pass };
const ended: readonly FrameEvent[] = [...talking, { kind: 'end-confirmed' }];
const asked: readonly FrameEvent[] = [...ended, drawn];
const chosen: FeedbackEvent = { kind: 'feedback-chosen', question: 'heard', choice: 'yes' };
const given: FeedbackEvent = { kind: 'feedback-given' };
const remarked = (text: string): FeedbackEvent => ({ kind: 'feedback-remarked', text });

type Frame = ReturnType<typeof createFrame>;
const feedback = (frame: Frame) => {
  const screen = frame.screen();
  return screen.name === 'ended' ? screen.feedback : undefined;
};
const draws = (effects: ReturnType<Frame['tell']>) => effects.filter(({ kind }) => kind === 'draw-feedback');
const none = { heard: null, helped: null, nextStep: null, easy: null };

describe('the questions after the end', () => {
  test.each<[string, FrameEvent]>([
    ['the caller', { kind: 'end-confirmed' }],
    ['the counsellor', view({ phase: 'ended', endedBy: 'counsellor' })],
  ])('are prepared when %s ends a talk, and come with their token', (_who, end) => {
    const frame = createFrame(talking);
    expect(draws(frame.tell(end))).toEqual([{ kind: 'draw-feedback', bearer: 'bearer' }]);
    expect(feedback(frame)).toEqual({ name: 'drawing' });
    frame.tell(drawn);
    expect(feedback(frame)).toMatchObject({ name: 'asking', pass });
    expect(frame.state().announcement).toBe('feedback-asked');
  });

  test.each<[string, readonly FrameEvent[], FrameEvent]>([
    ['nobody had come yet', waiting, { kind: 'end-confirmed' }],
    [
      'a counsellor was only on the way',
      [...waiting, view({ phase: 'taken', counsellor: anna })],
      { kind: 'end-confirmed' },
    ],
    ['the connection was gone', talking, view({ phase: 'ended', endedBy: 'gone' })],
    ['the service failed', talking, view({ phase: 'ended', endedBy: 'failure' })],
    ['somebody left quickly in another tab', talking, view({ phase: 'ended', endedBy: 'exit' })],
    ['the encryption failed', talking, crypto({ kind: 'failed', failure: 'crypto-failed' })],
  ])('do not come when %s', (_what, before, end) => {
    const frame = createFrame(before);
    expect(draws(frame.tell(end))).toEqual([]);
    frame.tell(drawn);
    expect(JSON.stringify(frame.state())).not.toContain('asking');
  });

  test('do not come after a quick exit', () => {
    const frame = createFrame(ended);
    frame.tell({ kind: 'left' }, drawn);
    expect(frame.screen()).toEqual({ name: 'left' });
  });

  test('do not come without a token, and nobody is told of it', () => {
    const frame = createFrame([...ended, { kind: 'feedback-drawn', pass: null }]);
    expect(feedback(frame)).toEqual({ name: 'none' });
    expect(frame.state().announcement).toBeNull();
  });

  test('take an answer to each, and let it be taken back', () => {
    const frame = createFrame([...asked, chosen, remarked('Dank je')]);
    expect(feedback(frame)).toMatchObject({ fields: { choices: { heard: 'yes' }, remark: 'Dank je' } });
    frame.tell({ kind: 'feedback-chosen', question: 'heard', choice: 'withheld' });
    expect(feedback(frame)).toMatchObject({ fields: { choices: { heard: 'withheld' } } });
  });

  test('are sent with what was answered, and nothing that names the conversation', () => {
    const frame = createFrame([...asked, chosen, remarked('  Dank je  ')]);
    frame.tell({ kind: 'feedback-chosen', question: 'easy', choice: 'withheld' });
    expect(frame.tell(given)).toEqual([
      {
        kind: 'send-feedback',
        report: { pass, language: 'nl', answers: { ...none, heard: 'yes' }, remark: 'Dank je' },
      },
    ]);
    expect(feedback(frame)?.name).toBe('sending');
  });

  test('are sent once, however often the button is pressed', () => {
    const frame = createFrame([...asked, chosen, given]);
    expect(frame.tell(given)).toEqual([]);
  });

  test('give thanks when they have arrived', () => {
    const frame = createFrame([...asked, chosen, given, { kind: 'feedback-settled', isTaken: true }]);
    expect(feedback(frame)).toEqual({ name: 'thanked' });
  });

  test('stay as they were when they did not arrive, and can be sent again', () => {
    const frame = createFrame([...asked, chosen, given, { kind: 'feedback-settled', isTaken: false }]);
    expect(feedback(frame)).toMatchObject({ problem: 'not-sent', fields: { choices: { heard: 'yes' } } });
    expect(frame.tell(given)).toHaveLength(1);
  });

  test('keep a remark of more than 500 characters back, and say so', () => {
    const frame = createFrame([...asked, remarked('🌻'.repeat(501))]);
    expect(frame.tell(given)).toEqual([]);
    expect(feedback(frame)).toMatchObject({ problem: 'too-long' });
    frame.tell(remarked('🌻'.repeat(500)));
    expect(feedback(frame)).toMatchObject({ problem: null });
    expect(frame.tell(given)).toHaveLength(1);
  });

  test('go without a word when they are closed half filled in, and do not come back', () => {
    const frame = createFrame([...asked, chosen, remarked('geheim')]);
    expect(frame.tell({ kind: 'feedback-skipped' })).toEqual([]);
    expect(feedback(frame)).toEqual({ name: 'none' });
    frame.tell(drawn);
    expect(JSON.stringify(frame.state())).not.toMatch(/geheim|token/);
  });

  test('are closed by Escape where nothing was typed', () => {
    const frame = createFrame([...asked, chosen]);
    frame.tell({ kind: 'feedback-escaped' });
    expect(feedback(frame)).toEqual({ name: 'none' });
  });

  test('keep typed words from Escape', () => {
    const frame = createFrame([...asked, remarked('Dank je')]);
    frame.tell({ kind: 'feedback-escaped' });
    expect(feedback(frame)).toMatchObject({ name: 'asking', fields: { remark: 'Dank je' } });
  });

  test('count as closed when they are sent empty', () => {
    const frame = createFrame([...asked, remarked('  ')]);
    expect(frame.tell(given)).toEqual([]);
    expect(feedback(frame)).toEqual({ name: 'none' });
  });

  test('go with the conversation when it is wiped', () => {
    const frame = createFrame([...asked, remarked('geheim')]);
    frame.tell({ kind: 'conversation-wiped' });
    expect(JSON.stringify(frame.state())).not.toMatch(/geheim|token/);
    expect(frame.state().announcement).toBeNull();
  });

  test('are nothing on a screen before the end', () => {
    const frame = createFrame([...opened, drawn, given]);
    expect(frame.screen().name).toBe('start');
  });
});

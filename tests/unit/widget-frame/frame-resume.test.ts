import { describe, expect, test } from '@jest/globals';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import type { Screen } from '../../../widget/frame/state/frame-state.ts';
import { shownLog } from '../../../widget/frame/state/shown-log.ts';
import { anna, createFrame, crypto, message, nowMs, session, view, waiting, write } from './frame-play.ts';

const opened: FrameEvent[] = [{ kind: 'opened' }];
const resumedEvent: FrameEvent = {
  kind: 'conversation-resumed',
  session,
  requestSecret: 'secret of this page',
  pageId: 'page2-',
};
const resumed: FrameEvent[] = [
  ...opened,
  { kind: 'resume-begun', requestSecret: 'secret of this page' },
  crypto({ kind: 'loaded' }),
  resumedEvent,
];
const own = (eventId: string, body: string): FrameEvent =>
  crypto({ kind: 'own', eventId, sentAtMs: nowMs, body });
const history: FrameEvent[] = [
  own('$1', 'Mijn eerste woorden'),
  message('$2', 'Dag, vertel maar'),
  crypto({ kind: 'history' }),
];
/** The words that the end screen shows. */
function shownWords(screen: Screen): readonly string[] {
  if (screen.name !== 'ended') throw new TypeError(`on screen ${screen.name}`);
  return shownLog(screen).flatMap((entry) => ('body' in entry ? [entry.body] : []));
}
const talkingView = view({ phase: 'talking', counsellor: anna });

describe('a page that comes back', () => {
  test('goes on with the same session, without a start, and follows it', () => {
    const frame = createFrame(opened);
    const effects = frame.tell(crypto({ kind: 'loaded' }), resumedEvent);
    expect(effects).toContainEqual({ kind: 'crypto', order: { kind: 'resume', conversation: session } });
    expect(effects).toContainEqual({ kind: 'follow-conversation', session });
    expect(effects.map(({ kind }) => kind)).not.toContain('start-conversation');
  });

  test('waits for the encryption before it goes on', () => {
    const frame = createFrame(opened);
    expect(frame.tell(resumedEvent)).not.toContainEqual(expect.objectContaining({ kind: 'crypto' }));
    expect(frame.tell(crypto({ kind: 'loaded' }))).toContainEqual({
      kind: 'crypto',
      order: { kind: 'resume', conversation: session },
    });
  });

  test('hides what was said before until it is asked for', () => {
    const frame = createFrame([...resumed, talkingView, ...history]);
    expect(frame.talk().earlier).toEqual({ state: 'hidden', count: 2 });
    expect(frame.talk().log.slice(2)).toMatchObject([{ line: 'resumed' }]);
    frame.tell({ kind: 'earlier-asked' });
    expect(frame.talk().earlier).toEqual({ state: 'shown', count: 2 });
  });

  test.each<[string, FrameEvent[]]>([
    ['the caller', [{ kind: 'end-pressed' }, { kind: 'end-confirmed' }]],
    ['the counsellor', [view({ phase: 'ended', endedBy: 'counsellor' })]],
  ])('hides it still after the end by %s, until it is asked for', (_, end) => {
    const frame = createFrame([...resumed, talkingView, ...history, ...write('Tot later'), ...end]);
    expect(shownWords(frame.screen())).toEqual(['Tot later']);
    frame.tell({ kind: 'earlier-asked' });
    expect(shownWords(frame.screen())).toEqual(['Mijn eerste woorden', 'Dag, vertel maar', 'Tot later']);
  });

  test('hides it after an end that comes while it is still fetched', () => {
    const frame = createFrame([...resumed, talkingView, ...history.slice(0, 2), { kind: 'end-confirmed' }]);
    expect(shownWords(frame.screen())).toEqual([]);
    frame.tell({ kind: 'earlier-asked' });
    expect(shownWords(frame.screen())).toEqual(['Mijn eerste woorden', 'Dag, vertel maar']);
  });

  test('hides nothing after the end that was asked for before', () => {
    const frame = createFrame([...resumed, talkingView, ...history, { kind: 'earlier-asked' }]);
    frame.tell({ kind: 'end-confirmed' });
    expect(frame.screen()).toMatchObject({ name: 'ended', earlier: { state: 'none' } });
  });

  test('hides nothing where nothing was said', () => {
    const frame = createFrame([...resumed, crypto({ kind: 'history' })]);
    expect(frame.talk().earlier.state).toBe('none');
  });

  test('hides only what was said, and not what this page tells of itself meanwhile', () => {
    const frame = createFrame([
      ...resumed,
      talkingView,
      ...history.toSpliced(1, 0, crypto({ kind: 'secured' })),
    ]);
    expect(frame.talk().earlier).toEqual({ state: 'hidden', count: 2 });
    expect(shownLog(frame.talk())).toMatchObject([{ line: 'secured' }, { line: 'resumed' }]);
  });

  test('tells the counsellor that hidden words are read only when they are shown', () => {
    const frame = createFrame(resumed);
    expect(frame.tell(talkingView, ...history)).not.toContainEqual(
      expect.objectContaining({ order: expect.objectContaining({ kind: 'read' }) }),
    );
    expect(frame.tell({ kind: 'earlier-asked' })).toContainEqual({
      kind: 'crypto',
      order: { kind: 'read', eventId: '$2' },
    });
  });

  test('sends nothing again that the homeserver has', () => {
    const frame = createFrame(resumed);
    expect(frame.tell(...history)).not.toContainEqual(
      expect.objectContaining({ order: expect.objectContaining({ kind: 'send' }) }),
    );
  });

  test('shows words that were waiting, once, also when the homeserver had them after all', () => {
    const frame = createFrame([
      ...resumed,
      own('$1', 'Ik ben er nog'),
      crypto({ kind: 'waiting', id: 'words-1', body: 'Ik ben er nog' }),
      crypto({ kind: 'history' }),
    ]);
    frame.tell(crypto({ kind: 'sent', id: 'words-1', eventId: '$1' }));
    expect(frame.talk().log.filter(({ kind }) => kind === 'caller')).toMatchObject([
      { id: 'words-1', mark: 'sent', eventId: '$1' },
    ]);
  });

  test('writes under ids that the page before never used', () => {
    const frame = createFrame([...resumed, ...history, ...write('Verder')]);
    expect(frame.talk().log.at(-1)).toMatchObject({ id: 'words-page2-1', body: 'Verder' });
  });

  test('does not say again who is there', () => {
    const frame = createFrame([...resumed, ...history, talkingView]);
    expect(frame.talk().log.map((entry) => ('line' in entry ? entry.line : entry.kind))).toEqual([
      'caller',
      'counsellor',
      'resumed',
    ]);
  });

  test('names its own secret to a quick exit while the service has not answered yet', () => {
    const frame = createFrame([...opened, { kind: 'resume-begun', requestSecret: 'secret of this page' }]);
    expect(frame.state().resumeSecret).toBe('secret of this page');
    frame.tell({ kind: 'resume-refused', problem: 'over' });
    expect(frame.state().resumeSecret).toBeNull();
  });

  test('ends what was resumed too late, when another conversation has begun here', () => {
    const frame = createFrame(waiting);
    const late = { ...session, bearer: 'late' };
    const effects = frame.tell({
      kind: 'conversation-resumed',
      session: late,
      requestSecret: 's',
      pageId: 'p-',
    });
    expect(effects).toEqual([{ kind: 'end-conversation', bearer: 'late', by: 'caller' }]);
  });

  test('begins anew, and says why, when the browser has let go of what it kept', () => {
    const frame = createFrame(resumed);
    const effects = frame.tell(crypto({ kind: 'failed', failure: 'not-kept' }));
    expect(frame.screen()).toMatchObject({ name: 'start', problem: 'not-kept' });
    expect(effects).toContainEqual({ kind: 'end-conversation', bearer: 'bearer', by: 'failure' });
    expect(effects).toContainEqual({ kind: 'crypto', order: { kind: 'load' } });
  });
});

describe('a browser that keeps nothing', () => {
  test.each([
    ['the worker cannot store', crypto({ kind: 'storage', isKept: false })],
    ['no cookie comes back', view({ canResume: false })],
  ])('is told of once, when %s', (_, news) => {
    const frame = createFrame([...waiting, news, news]);
    const lines = frame.talk().log.filter((entry) => 'line' in entry && entry.line === 'not-kept');
    expect(lines).toHaveLength(1);
  });

  test('is not told of where both work', () => {
    const frame = createFrame([...waiting, crypto({ kind: 'storage', isKept: true }), view({})]);
    expect(frame.talk().isKept).toBe(true);
  });
});

describe('a second tab', () => {
  test('says where the conversation is, and keeps what was typed here', () => {
    const frame = createFrame([...opened, { kind: 'conversation-elsewhere' }]);
    expect(frame.screen()).toEqual({ name: 'elsewhere', draft: '' });
  });

  test('takes it over when asked', () => {
    const frame = createFrame([...opened, { kind: 'conversation-elsewhere' }]);
    expect(frame.tell({ kind: 'take-over-pressed' })).toEqual([{ kind: 'resume', isTakenOver: true }]);
  });

  test('leaves what is kept to the tab that took it over, and ends nothing', () => {
    const frame = createFrame([...resumed, ...history, { kind: 'draft-edited', text: 'Nog iets' }]);
    const effects = frame.tell({ kind: 'conversation-elsewhere' });
    expect(effects).toEqual([
      { kind: 'unfollow-conversation' },
      { kind: 'crypto', order: { kind: 'pause' } },
    ]);
    expect(frame.screen()).toEqual({ name: 'elsewhere', draft: 'Nog iets' });
  });

  test.each(['over', 'unreachable'] as const)(
    'can start anew, and hears why, when the other is %s',
    (problem) => {
      const frame = createFrame([
        ...opened,
        { kind: 'conversation-elsewhere' },
        { kind: 'take-over-pressed' },
      ]);
      frame.tell({ kind: 'resume-refused', problem });
      expect(frame.screen()).toEqual({ name: 'start', problem, draft: '' });
    },
  );

  test('leads to the other lines when the service blocks it', () => {
    const frame = createFrame([...opened, { kind: 'conversation-elsewhere' }]);
    frame.tell({ kind: 'resume-refused', problem: 'blocked' });
    expect(frame.screen()).toEqual({ name: 'blocked', draft: '' });
  });
});

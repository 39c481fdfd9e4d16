import { describe, expect, test } from '@jest/globals';
import { parseConversationView } from '../../../appservice/contract/conversation.ts';
import { organisationsReading } from '../../../widget/frame/state/circumstances.ts';
import type { Effect } from '../../../widget/frame/state/effect.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { standingOf } from '../../../widget/frame/state/reduce-conversation.ts';
import { anna, bram, createFrame, crypto, talking } from './frame-play.ts';

const wireView = {
  version: 2,
  phase: 'talking',
  takesLong: false,
  counsellor: anna,
  endedBy: null,
  canResume: true,
};

/** What the service says on the wire, read and told as the frame does. */
function told(change: object): FrameEvent {
  const view = parseConversationView({ ...wireView, ...change });
  if (view === undefined) throw new TypeError('not a view');
  return { kind: 'view-told', view };
}

/** The lines that a conversation with Anna gets by these views. */
function linesAfter(...changes: readonly object[]): readonly string[] {
  const frame = createFrame(talking);
  const before = frame.lines().length;
  frame.tell(...changes.map(told));
  return frame.lines().slice(before);
}

const announced = { ...bram, purpose: 'reads-along', mayBeRefused: true };

describe('a view on the wire', () => {
  test('that says nothing of readers says that there is nobody else', () => {
    expect(parseConversationView(wireView)).toMatchObject({
      readers: [],
      announced: null,
      isCounsellorAway: false,
      isRoundingOff: false,
    });
  });

  test.each([
    ['readers that are no list', { readers: 'anna' }, { readers: [] }],
    [
      'a reader without a key',
      { readers: [{ userId: '@x:y', organisation: 'CAW' }, bram] },
      { readers: [bram] },
    ],
    ['an announcement that is none', { announced: true }, { announced: null }],
    [
      'truths that are words',
      { isCounsellorAway: 'yes', isRoundingOff: 1 },
      { isCounsellorAway: false, isRoundingOff: false },
    ],
    [
      'a purpose that is not known, as reading along',
      { announced: { ...bram, purpose: 'watches' } },
      { announced: { ...bram, purpose: 'reads-along', mayBeRefused: false } },
    ],
  ])('is read whatever it holds: %s', (_name, change, expected) => {
    expect(parseConversationView({ ...wireView, ...change })).toMatchObject(expected);
  });
});

describe('a colleague', () => {
  test('is announced, joins and leaves, each said once', () => {
    expect(linesAfter({ announced }, { announced }, { readers: [bram] }, { readers: [bram] }, {})).toEqual([
      'colleague-announced',
      'colleague-joined',
      'colleague-left',
    ]);
  });

  test('who does not come after all is said not to', () => {
    expect(linesAfter({ announced }, {})).toEqual(['colleague-announced', 'colleague-stays-away']);
  });

  test('who comes unannounced is said to read along', () => {
    expect(linesAfter({ readers: [bram] })).toEqual(['colleague-joined']);
  });

  test('takes over after it was announced, and the one before leaves', () => {
    expect(linesAfter({ announced: { ...announced, purpose: 'takes-over' } }, { counsellor: bram })).toEqual([
      'take-over-announced',
      'taken-over-vk',
    ]);
  });

  test('takes over while the one before goes on reading', () => {
    expect(linesAfter({ counsellor: bram, readers: [anna] })).toEqual(['taken-over-vk', 'former-stays']);
  });

  test('who read along and then takes over has not left', () => {
    expect(linesAfter({ readers: [bram] }, { counsellor: bram })).toEqual([
      'colleague-joined',
      'taken-over-vk',
    ]);
  });

  test('keeps the caller from being told that one person alone can read', () => {
    const frame = createFrame(talking);
    frame.tell(told({ counsellor: bram, readers: [anna] }), crypto({ kind: 'secured' }));
    expect(frame.lines().at(-1)).toBe('secured-with-readers');
  });
});

describe('who can read', () => {
  const reading = (...events: readonly FrameEvent[]): readonly string[] => {
    const frame = createFrame([...talking, ...events]);
    return organisationsReading(standingOf(frame.talk()));
  };

  test('is the counsellor, then whoever reads along, by organisation', () => {
    expect([reading(), reading(told({ readers: [bram] }))]).toEqual([['CAW'], ['CAW', 'VK']]);
  });

  test('is nobody before the counsellor has come, and nobody who was only announced', () => {
    expect([reading(told({ phase: 'taken' })), reading(told({ announced }))]).toEqual([[], ['CAW']]);
  });

  test('counts nobody twice', () => {
    expect(reading(told({ readers: [anna] }))).toEqual(['CAW']);
  });
});

describe('"liever niet"', () => {
  const refused: FrameEvent = { kind: 'reader-refused' };
  const isRefusal = ({ kind }: Effect): boolean => kind === 'refuse-reader';

  test('is told to the service, and said in the log', () => {
    const frame = createFrame([...talking, told({ announced })]);
    expect(frame.tell(refused).filter(isRefusal)).toEqual([
      { kind: 'refuse-reader', bearer: 'bearer', refusal: { userId: bram.userId } },
    ]);
    expect(frame.lines().at(-1)).toBe('reader-refused');
  });

  test('is told once for one colleague', () => {
    const frame = createFrame([...talking, told({ announced }), refused]);
    expect(frame.tell(refused, told({ announced }))).toEqual([]);
  });

  test('may be said again of the next colleague', () => {
    const frame = createFrame([...talking, told({ announced }), refused]);
    const next = { ...announced, userId: '@cleo:localhost' };
    expect(frame.tell(told({ announced: next }), refused).filter(isRefusal)).toHaveLength(1);
  });

  test('may be said again of the same colleague who is announced anew', () => {
    const frame = createFrame([...talking, told({ announced }), refused, told({})]);
    expect(frame.tell(told({ announced }), refused).filter(isRefusal)).toHaveLength(1);
  });

  test('is told to nobody when the service does not take it, or nobody is announced', () => {
    const late = createFrame([...talking, told({ announced: { ...announced, mayBeRefused: false } })]);
    expect([late.tell(refused), createFrame(talking).tell(refused)]).toEqual([[], []]);
  });
});

describe('the counsellor', () => {
  test('who is away is said to be, and to be back, once each', () => {
    const away = { isCounsellorAway: true };
    expect(linesAfter(away, away, {}, {})).toEqual(['counsellor-away', 'counsellor-back']);
  });

  test('who is not there yet is not said to be away', () => {
    expect(linesAfter({ phase: 'waiting', counsellor: null, isCounsellorAway: true })).toEqual(['returned']);
  });
});

test('near the end of an hour it is said once that there is time to round off', () => {
  const late = { isRoundingOff: true };
  expect(linesAfter(late, late)).toEqual(['round-off']);
});

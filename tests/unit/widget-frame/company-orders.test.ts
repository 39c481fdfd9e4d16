import { describe, expect, test } from '@jest/globals';
import { parseConversationView } from '../../../appservice/contract/conversation.ts';
import type { Company } from '../../../widget/worker-messages.ts';
import type { Effect } from '../../../widget/frame/state/effect.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { anna, bram, createFrame, crypto, talking } from './frame-play.ts';
import { companyOrder } from '../../support/company-order.ts';

/** A view on the wire of a conversation with Anna. */
function told(change: object = {}): FrameEvent {
  const standing = { version: 2, phase: 'talking', takesLong: false, counsellor: anna, endedBy: null };
  const view = parseConversationView({ ...standing, canResume: true, ...change });
  if (view === undefined) throw new TypeError('not a view');
  return { kind: 'view-told', view };
}

/** What the worker is ordered by these. */
const ordersOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'crypto' ? [effect.order] : []));

const ordersAfter = (...events: readonly FrameEvent[]) => ordersOf(createFrame(talking).tell(...events));

const announced = { ...bram, purpose: 'takes-over', mayBeRefused: true } as const;
const handOver = { userId: bram.userId };
const company = (change: Partial<Company>) => companyOrder(change.counsellor ?? anna, change);

describe('the worker is told', () => {
  test('of everybody whom the view names beside the counsellor, once per change', () => {
    const reading = { readers: [bram] };
    expect(ordersAfter(told(), told(reading), told(reading), told())).toEqual([
      company(reading),
      company({}),
    ]);
  });

  test('of a colleague who was announced, and of the word to let them in', () => {
    expect(ordersAfter(told({ announced }), told({ announced, handOver }))).toEqual([
      company({ announced }),
      company({ announced, handOver }),
    ]);
  });

  test('at once of the no of the caller', () => {
    const refusedReader = bram.userId;
    expect(ordersAfter(told({ announced }), { kind: 'reader-refused' })).toEqual([
      company({ announced }),
      company({ announced, refusedReader }),
    ]);
  });

  test('that the conversation passes on and who stays, at once', () => {
    const passed = { counsellor: bram, readers: [anna] };
    expect(ordersAfter(told(passed))).toEqual([company(passed)]);
  });
});

describe('the service is told', () => {
  test.each([
    { kind: 'hand-over', report: { userId: bram.userId, state: 'failed', code: 'no-signed-device' } },
    { kind: 'misplaced', report: { eventId: '$event' } },
  ] as const)('of $kind, and nothing is shown', (news) => {
    const frame = createFrame(talking);
    const before = frame.talk();
    const { kind: to, report } = news;
    expect(frame.tell(crypto(news))).toEqual([{ kind: 'report', to, bearer: 'bearer', report }]);
    expect(frame.talk()).toEqual(before);
  });
});

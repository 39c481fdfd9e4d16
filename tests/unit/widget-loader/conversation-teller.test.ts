import { describe, expect, test } from '@jest/globals';
import { createConversationTeller } from '../../../widget/frame/adapters/host-page.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { anna, createFrame, message, opened, talking, view, waiting } from '../widget-frame/frame-play.ts';

const seen = (isInSight: boolean): FrameEvent => ({ kind: 'sight-changed', isInSight });

/** A frame in a host page, in sight at first, and the numbers that the host page hears of the conversation. */
function inHostPage(events: readonly FrameEvent[]) {
  const frame = createFrame();
  const heard: unknown[] = [];
  const follow = createConversationTeller((told) => heard.push('unread' in told ? told.unread : told));
  const play = (...more: readonly FrameEvent[]): void => {
    for (const event of more) {
      frame.tell(event);
      follow(frame.state());
    }
  };
  play(seen(true), ...events);
  return { play, heard };
}

describe('the host page', () => {
  test('hears nothing before a conversation, and once that there is one', () => {
    expect(inHostPage(opened).heard).toEqual([]);
    expect(inHostPage(talking).heard).toEqual([0]);
  });

  test('hears of no message that comes in sight', () => {
    expect(inHostPage([...talking, message('$1', 'een')]).heard).toEqual([0]);
  });

  test('hears how many messages came out of sight, and that they were seen', () => {
    const { play, heard } = inHostPage([...talking, message('$1', 'een')]);
    play(seen(false), message('$2', 'twee'), message('$3', 'drie'), seen(true));
    expect(heard).toEqual([0, 1, 2, 0]);
  });

  test('hears that a counsellor is there, and not that the search takes long', () => {
    const { play, heard } = inHostPage(waiting);
    play(seen(false), view({ takesLong: true }), view({ phase: 'joined', counsellor: anna }));
    expect(heard).toEqual([0, 1]);
  });

  test('leads back to a conversation that ended out of sight until it was looked at', () => {
    const { play, heard } = inHostPage(talking);
    play(seen(false), message('$1', 'Dag'), view({ phase: 'ended', endedBy: 'counsellor' }));
    expect(heard).toEqual([0, 1]);
    play(seen(true));
    expect(heard).toEqual([0, 1, null]);
  });

  test('hears at once that a conversation in sight is over', () => {
    expect(inHostPage([...talking, { kind: 'end-confirmed' }]).heard).toEqual([0, null]);
  });
});

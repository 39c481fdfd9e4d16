import { afterEach, describe, expect, test } from '@jest/globals';
import { createAppserviceClient } from '../../../widget/frame/adapters/appservice-client.ts';
import { createPerformer } from '../../../widget/frame/perform.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { createServiceClock } from '../../../widget/frame/adapters/service-clock.ts';
import { createTextShelf } from '../../../widget/frame/text-shelf.ts';
import { drivenBrowserClock } from './driven-browser-clock.ts';

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

const clock = createServiceClock(drivenBrowserClock());
const nothing = (): void => undefined;

/** What a tab hears after it asked for a conversation, where no earlier page has left one in the browser. */
async function hearAfterResume(isTakenOver: boolean): Promise<readonly FrameEvent[]> {
  const heard: FrameEvent[] = [];
  const perform = createPerformer({
    client: createAppserviceClient(clock),
    crypto: { tell: nothing, end: nothing },
    feedback: { draw: () => Promise.resolve(undefined), send: () => Promise.resolve(false) },
    clock,
    oneTab: {
      claim: () => Promise.resolve(true),
      takeOver: () => Promise.resolve(true),
      release: nothing,
    },
    network: new EventTarget(),
    shelf: createTextShelf({}),
    noticeVersion: '1',
    tell: (event) => heard.push(event),
  });
  perform({ kind: 'resume', isTakenOver });
  await new Promise(setImmediate);
  return heard;
}

describe('a conversation that has left nothing in the browser', () => {
  test('is over for a tab that wants to go on with it', async () => {
    await expect(hearAfterResume(true)).resolves.toEqual([{ kind: 'resume-refused', problem: 'over' }]);
  });

  test('is none that a page which has just opened would tell of', async () => {
    await expect(hearAfterResume(false)).resolves.toEqual([]);
  });
});

describe('a conversation that the service is asked for', () => {
  test('is over when the service knows of none', async () => {
    globalThis.fetch = () =>
      Promise.resolve(Response.json({ errcode: 'M_UNKNOWN_TOKEN', error: '' }, { status: 401 }));
    const answer = await createAppserviceClient(clock).resume('secret');
    expect(answer).toEqual({ kind: 'refused', problem: 'over' });
  });
});

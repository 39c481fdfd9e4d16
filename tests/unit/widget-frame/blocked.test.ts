import { afterEach, describe, expect, test } from '@jest/globals';
import { parseConversationView } from '../../../appservice/contract/conversation.ts';
import { errorCodes } from '../../../appservice/contract/error-codes.ts';
import { createAppserviceClient } from '../../../widget/frame/adapters/appservice-client.ts';
import { readSettings } from '../../../widget/frame/adapters/read-settings.ts';
import { en } from '../../../widget/frame/texts/en.ts';
import { nl } from '../../../widget/frame/texts/nl.ts';
import { organisation } from '../../support/organisation.ts';
import { drivenBrowserClock } from './driven-browser-clock.ts';
import { createFrame, message, skipped, talking, write } from './frame-play.ts';

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

const request = {
  requestSecret: 's',
  province: null,
  nickname: null,
  language: 'nl',
  noticeVersion: '1',
} as const;

describe('a start that is blocked', () => {
  test('is known by its code, and not tried again', async () => {
    let asked = 0;
    globalThis.fetch = () => {
      asked += 1;
      const { status } = errorCodes.HELPLINE_BLOCKED;
      return Promise.resolve(Response.json({ errcode: 'HELPLINE_BLOCKED', error: '' }, { status }));
    };
    const answer = await createAppserviceClient(drivenBrowserClock()).start(request);
    expect([answer, asked]).toEqual([{ kind: 'refused', problem: 'blocked' }, 1]);
  });

  test('leads to the other lines with what was typed', () => {
    const frame = createFrame([...skipped, ...write('Hallo?'), { kind: 'draft-edited', text: 'Ik' }]);
    frame.tell({ kind: 'start-refused', problem: 'blocked' });
    expect(frame.screen()).toEqual({ name: 'blocked', draft: 'Hallo?\nIk' });
  });
});

describe('a conversation that is blocked', () => {
  const view = parseConversationView({
    version: 9,
    phase: 'ended',
    takesLong: false,
    counsellor: null,
    endedBy: 'blocked',
  });
  const blocked = () => {
    if (view === undefined) throw new TypeError('not a view');
    const frame = createFrame([...talking, message('$1', 'Dag'), { kind: 'draft-edited', text: 'Wat?' }]);
    const effects = frame.tell({ kind: 'view-told', view });
    return { frame, effects };
  };

  test('leaves nothing of what was said, only what was never sent', () => {
    expect(blocked().frame.screen()).toEqual({ name: 'blocked', draft: 'Wat?' });
  });

  test('stops the worker and the following', () => {
    expect(blocked().effects).toEqual([
      { kind: 'unfollow-conversation' },
      { kind: 'crypto', order: { kind: 'stop' } },
    ]);
  });

  test('goes back to the start with a new worker', () => {
    const { frame } = blocked();
    frame.tell({ kind: 'conversation-wiped' });
    expect(frame.state()).toMatchObject({
      screen: { name: 'start', draft: '' },
      crypto: { name: 'loading' },
    });
  });
});

test.each(Object.entries({ nl, en }))(
  'the blocked page accuses nobody and gives no reason (%s)',
  (_, texts) => {
    const words = [texts['blocked.heading'], texts['blocked.lead'], texts['blocked.otherLines']].join(' ');
    expect(words).not.toMatch(/blok|block|misbruik|abuse|regels|rules|omdat|because|uur|hour/iu);
  },
);

describe('the other lines', () => {
  const settings = {
    mailAddress: 'chat@example.org',
    phone: '1712',
    exitUrl: 'https://example.org',
    privacyUrl: 'https://example.org',
    noticeVersion: '1',
    organisation,
  };
  const pageWith = (content: object) =>
    ({ querySelector: () => ({ getAttribute: () => JSON.stringify(content) }) }) as unknown as Document;

  test('are read from the page, and those that are not whole are left out', () => {
    const awel = { name: 'Awel', purpose: 'Voor jongeren', phone: '102' };
    const otherLines = [awel, { name: 'Half' }, 7, null];
    expect(readSettings(pageWith({ ...settings, otherLines }))?.otherLines).toEqual([awel]);
  });

  test('may be missing', () => {
    expect(readSettings(pageWith(settings))?.otherLines).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../../appservice/contract/error-codes.ts';
import { buttonState, isForeignSite, readState } from '../../../widget/loader/button-state.ts';

describe('the button', () => {
  test.each(['unknown', 'online', 'busy', 'offline'] as const)(
    'shows that the helpline is %s as long as there is no conversation',
    (state) => {
      expect(buttonState(state, null)).toBe(state);
    },
  );

  test('leads back to the conversation, whatever the helpline is to others', () => {
    expect(buttonState('busy', 0)).toBe('talk');
    expect(buttonState('offline', 0)).toBe('talk');
  });

  test('says that there is news, and not how much', () => {
    expect([1, 12].map((unread) => buttonState('busy', unread))).toEqual(['news', 'news']);
  });
});

describe('a status that came over the wire', () => {
  test.each(['online', 'busy', 'offline'])('is read when it is %s', (state) => {
    expect(readState({ state, reason: null })).toBe(state);
  });

  test.each([undefined, null, 'online', {}, { state: 'open' }, { state: 1 }])(
    'counts as offline when it is %j',
    (value) => {
      expect(readState(value)).toBe('offline');
    },
  );

  test('of a website that may not show the chat is a refusal by that code, and no other refusal is', () => {
    const codes: readonly ErrorCode[] = ['HELPLINE_NOT_HERE', 'M_FORBIDDEN', 'M_UNKNOWN', 'M_LIMIT_EXCEEDED'];
    expect(codes.map((errcode) => isForeignSite({ errcode, error: 'why' }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([undefined, null, 'x', {}, { state: 'online' }].some(isForeignSite)).toBe(false);
  });
});

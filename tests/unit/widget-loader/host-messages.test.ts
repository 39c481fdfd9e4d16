import { describe, expect, test } from '@jest/globals';
import { hostMessageType, parseFrameMessage, parseLoaderMessage } from '../../../widget/host-messages.ts';

const type = hostMessageType;

describe('what the frame says to the host page', () => {
  test.each([
    { name: 'close' },
    { name: 'ready', url: 'https://www.example.org/' },
    { name: 'exit', url: 'https://www.example.org/' },
    { name: 'conversation', unread: null },
    { name: 'conversation', unread: 0 },
    { name: 'conversation', unread: 3 },
  ])('is read: %j', (message) => {
    expect(parseFrameMessage({ type, ...message })).toEqual({ type, ...message });
  });

  test.each([
    { name: 'conversation' },
    { name: 'conversation', unread: '1' },
    { name: 'conversation', unread: -1 },
    { name: 'conversation', unread: 0.5 },
    { name: 'conversation', unread: Infinity },
    { name: 'exit', url: 'javascript:alert(1)' },
    { name: 'words', body: 'Hallo' },
  ])('is dropped when it is nothing of the contract: %j', (message) => {
    expect(parseFrameMessage({ type, ...message })).toBeUndefined();
  });

  test('holds no more than the contract says, so that no word of a conversation slips through', () => {
    const message = { type, name: 'conversation', unread: 1, body: 'Hallo' };
    expect(parseFrameMessage(message)).toEqual({ type, name: 'conversation', unread: 1 });
  });

  test('is dropped when it comes in another envelope', () => {
    expect(parseFrameMessage({ type: 'elders', name: 'close' })).toBeUndefined();
  });
});

describe('what the host page says to the frame', () => {
  test.each([{ name: 'open' }, { name: 'shift', presses: 0 }, { name: 'shift', presses: 3 }])(
    'is read: %j',
    (message) => {
      expect(parseLoaderMessage({ type, ...message })).toEqual({ type, ...message });
    },
  );

  test.each([
    { name: 'shift' },
    { name: 'shift', presses: 4 },
    { name: 'shift', presses: '3' },
    { name: 'x' },
  ])('is dropped when it is nothing of the contract: %j', (message) => {
    expect(parseLoaderMessage({ type, ...message })).toBeUndefined();
  });
});

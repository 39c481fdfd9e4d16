import { describe, expect, test } from '@jest/globals';
import { messageKeyOf } from '../../../appservice/adapters/matrix/message-key.ts';

const bytes = (...parts: readonly number[]): string =>
  Buffer.from([3, 8, ...parts, 18, 1, 0]).toString('base64');

describe('the name of an encrypted message', () => {
  test('is the same however its bytes are encoded', () => {
    const padded = bytes(5);
    const key = messageKeyOf('session', padded);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(messageKeyOf('session', padded.replace(/=+$/, ''))).toBe(key);
    expect(messageKeyOf('session', `${padded} \n`)).toBe(key);
  });

  test('differs by session and by place in it', () => {
    const names = [bytes(5), bytes(6), bytes(0x85, 1)].map((ciphertext) =>
      messageKeyOf('session', ciphertext),
    );
    expect(new Set([...names, messageKeyOf('other', bytes(5))]).size).toBe(4);
  });

  test.each([
    ['', ''],
    ['another version', Buffer.from([4, 8, 1]).toString('base64')],
    ['no index', Buffer.from([3, 18, 1]).toString('base64')],
    ['an index without end', Buffer.from([3, 8, 255, 255, 255, 255, 255, 255]).toString('base64')],
  ])('is not given to %s', (_what, ciphertext) => {
    expect(messageKeyOf('session', ciphertext)).toBeUndefined();
  });
});

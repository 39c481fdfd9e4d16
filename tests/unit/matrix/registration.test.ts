import { describe, expect, test } from '@jest/globals';
import { registrationOf } from '../../../appservice/adapters/matrix/registration.ts';

const settings = {
  registrationId: '1712',
  serverName: 'chat.1712.be',
  url: 'http://127.0.0.1:17123',
  asToken: 'as',
  hsToken: 'hs',
};

describe('the registration', () => {
  test('asks for devices without login, no limits, and no typing or receipts', () => {
    expect(registrationOf(settings)).toMatchObject({
      id: '1712',
      sender_localpart: '1712',
      rate_limited: false,
      receive_ephemeral: false,
      'io.element.msc4190': true,
      namespaces: { aliases: [], rooms: [] },
    });
  });

  test.each([
    ['@1712:chat.1712.be', true],
    ['@1712_desk:chat.1712.be', true],
    ['@1712_caller_x7:chat.1712.be', true],
    ['@1712x:chat.1712.be', false],
    ['@lotte:chat.1712.be', false],
    ['@1712:chatx1712.be', false],
    ['@1712:chat.1712.be.example.org', false],
  ])('holds %s in its namespace: %s', (userId, isOurs) => {
    const [namespace] = registrationOf(settings).namespaces.users;
    expect(namespace?.exclusive).toBe(true);
    expect(new RegExp(`^(?:${namespace?.regex ?? ''})$`).test(userId)).toBe(isOurs);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseRoomEvents } from '../../../appservice/adapters/matrix/room-events.ts';
import { runs } from '../../../scripts/test/campaign.ts';

const raw = {
  type: 'm.room.encrypted',
  event_id: '$event',
  room_id: '!room',
  sender: '@lotte:localhost',
  origin_server_ts: 1_800_000_000_000,
  content: { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'AwgA' },
};

const contentOf = (more: object): unknown => parseRoomEvents({ ...raw, ...more })?.content;

const takenBack = { kind: 'redaction', of: '$card' };

describe('an event of a transaction', () => {
  test('keeps its identity, its time and itself for decryption', () => {
    expect(parseRoomEvents(raw)).toEqual({
      eventId: '$event',
      roomId: '!room',
      sender: '@lotte:localhost',
      originServerTs: 1_800_000_000_000,
      content: { kind: 'encrypted' },
      raw,
    });
  });

  test.each([
    ['a message in clear', { type: 'm.room.message', content: { body: 'x' } }, { kind: 'plain-message' }],
    [
      'somebody who joined',
      { type: 'm.room.member', state_key: '@anna:localhost', content: { membership: 'join' } },
      { kind: 'member', member: '@anna:localhost', membership: 'join' },
    ],
    [
      'a reaction',
      {
        type: 'm.reaction',
        content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$card', key: '✋\uFE0F' } },
      },
      { kind: 'reaction', to: '$card', key: '✋\uFE0F' },
    ],
    ['something taken back', { type: 'm.room.redaction', content: { redacts: '$card' } }, takenBack],
    ['the same as older rooms say it', { type: 'm.room.redaction', redacts: '$card' }, takenBack],
    ['the room’s name', { type: 'm.room.name', state_key: '', content: { name: 'x' } }, { kind: 'other' }],
  ])('says what it is: %s', (_what, more, expected) => {
    expect(contentOf(more)).toEqual(expected);
  });

  test.each([
    ['a member without membership', { type: 'm.room.member', state_key: '@a:b', content: {} }],
    [
      'a member that is no person',
      { type: 'm.room.member', state_key: 'a', content: { membership: 'join' } },
    ],
    ['a member event without state key', { type: 'm.room.member', content: { membership: 'join' } }],
    ['an unknown membership', { type: 'm.room.member', state_key: '@a:b', content: { membership: 'king' } }],
    ['ciphertext as state', { state_key: '' }],
    ['a message as state', { type: 'm.room.message', state_key: '' }],
    ['a redaction of nothing', { type: 'm.room.redaction', content: {} }],
    ['a redaction of what is no event', { type: 'm.room.redaction', content: { redacts: 'x' } }],
    ['a reaction to nothing', { type: 'm.reaction', content: {} }],
    [
      'a reaction that is a thread',
      {
        type: 'm.reaction',
        content: { 'm.relates_to': { rel_type: 'm.thread', event_id: '$e', key: '✋' } },
      },
    ],
    [
      'a reaction to what is no event',
      {
        type: 'm.reaction',
        content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: 'e', key: '✋' } },
      },
    ],
    [
      'a reaction of a thousand letters',
      {
        type: 'm.reaction',
        content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$e', key: 'x'.repeat(1_000) } },
      },
    ],
    ['content that is no object', { type: 'm.reaction', content: 7 }],
  ])('is nothing to act upon when it is %s', (_what, more) => {
    expect(contentOf(more)).toEqual({ kind: 'other' });
  });

  test.each([
    ['no object', 'event'],
    ['nothing', null],
    ['a list', [raw]],
    ['without id', { ...raw, event_id: undefined }],
    ['with a room for an id', { ...raw, event_id: '!room' }],
    ['with a path in its room', { ...raw, room_id: '!room/../x' }],
    ['of nobody', { ...raw, sender: 'lotte' }],
    ['from before time', { ...raw, origin_server_ts: -1 }],
    ['of no time', { ...raw, origin_server_ts: '2027' }],
    ['of a type that is no text', { ...raw, type: {} }],
    ['with a state key that is no text', { ...raw, state_key: 7 }],
  ])('is none when it is %s', (_what, value) => {
    expect(parseRoomEvents(value)).toBeUndefined();
  });

  test('never throws, and keeps the whole event or none of it', () => {
    const part = fc.oneof(
      fc.anything(),
      fc.constantFrom<unknown>(...Object.values(raw), 'm.reaction', 'm.room.member'),
    );
    const overrides = fc.dictionary(fc.constantFrom('state_key', ...Object.keys(raw)), part, { maxKeys: 3 });
    let parsed = 0;
    fc.assert(
      fc.property(fc.oneof(fc.anything(), overrides), (value) => {
        const event = parseRoomEvents(typeof value === 'object' ? { ...raw, ...value } : value);
        if (event === undefined) return;
        parsed += 1;
        expect(event.raw).toMatchObject({
          event_id: event.eventId,
          room_id: event.roomId,
          sender: event.sender,
        });
      }),
      runs(2_000),
    );
    expect(parsed).toBeGreaterThan(100);
  });
});

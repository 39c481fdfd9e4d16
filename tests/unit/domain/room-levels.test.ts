import { describe, expect, test } from '@jest/globals';
import {
  areServiceLevels,
  conversationLevels,
  deskLevels,
  isSameLevels,
  type RoomLevels,
} from '../../../appservice/domain/room-levels.ts';
import { userId } from '../../support/parsed.ts';

const [caller, an, spy] = [
  userId('@1712_caller_a:localhost'),
  userId('@an:localhost'),
  userId('@spy:localhost'),
];
const usual = conversationLevels([caller]);
const areOurs = (levels: RoomLevels) => areServiceLevels(levels, { caller, colleagues: [an] });

describe('the levels of a conversation’s room', () => {
  test('are the service’s with nobody but the caller in them, and with a colleague who may invite', () => {
    expect([areOurs(usual), areOurs(conversationLevels([caller, an]))]).toEqual([true, true]);
  });

  test.each<[string, RoomLevels]>([
    ['with a stranger in them', conversationLevels([caller, spy])],
    ['with a colleague who may more than invite', { ...usual, users: { ...usual.users, [an]: 100 } }],
    ['with a caller who may more than invite', { ...usual, users: { [caller]: 100 } }],
    ['without the caller', conversationLevels([])],
    ['with another power that inviting takes', { ...usual, invite: 0 }],
    ['with another power that state takes', { ...usual, state_default: 0 }],
    [
      'with one more event that anybody may send',
      { ...usual, events: { ...usual.events, 'm.room.name': 0 } },
    ],
    ['with one event less', { ...usual, events: { 'm.room.encrypted': 0 } }],
    [
      'with an event that takes another power',
      { ...usual, events: { ...usual.events, 'm.room.redaction': 50 } },
    ],
  ])('are not %s', (_name, levels) => {
    expect(areOurs(levels)).toBe(false);
  });
});

test('the levels of a desk room are the same in whatever order they are written', () => {
  const { users, events, ...rest } = deskLevels;
  expect(isSameLevels({ ...rest, events, users }, deskLevels)).toBe(true);
});

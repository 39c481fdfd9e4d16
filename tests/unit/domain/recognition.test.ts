import { expect, test } from '@jest/globals';
import { hintsFrom, type EarlierContact } from '../../../appservice/domain/recognition.ts';
import { dayMs, minuteMs } from '../../../appservice/domain/time.ts';
import { conversationId } from '../../support/parsed.ts';
import { person, start } from './helpline-world.ts';

const own = { conversationId: conversationId(9), createdAt: start };
const contact = (count: number, startedAt: number, name?: string): EarlierContact => ({
  conversationId: conversationId(count),
  startedAt,
  counsellor: name === undefined ? null : person(name),
});

test('a conversation is never an earlier one of itself', () => {
  const itself = contact(9, start, 'bram');
  expect(hintsFrom(own, { address: [itself], nickname: [itself] })).toMatchObject({
    line: null,
    nicknameAt: null,
    preferred: null,
  });
});

test('of several conversations the last one is told, and its counsellor preferred', () => {
  const nickname = [contact(1, start - 9 * minuteMs, 'bram'), contact(2, start - minuteMs, 'rosa')];
  const address = [contact(3, start - 2 * dayMs), contact(4, start - dayMs), contact(5, start - 3 * dayMs)];
  expect(hintsFrom(own, { address, nickname })).toMatchObject({
    line: { count: 3, lastAt: start - dayMs },
    nicknameAt: start - minuteMs,
    preferred: person('rosa'),
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Phase } from '../../../appservice/domain/conversation.ts';
import { isOfOtherProvince, teamsInOrder } from '../../../appservice/domain/routing.ts';
import { freeSlots, freeSlotsForCallers } from '../../../appservice/domain/slots.ts';
import { conversationToTake, mayTake } from '../../../appservice/domain/taking.ts';
import { must } from '../../support/parsed.ts';
import {
  asked,
  conversation,
  duty,
  everybody,
  factsOf,
  held,
  person,
  ringOf,
  roster,
  start,
  waiting,
  type World,
} from './helpline-world.ts';

describe('slots', () => {
  test('ringing counts for the one who rings, and waiting for the helpline', () => {
    const openConversations = [
      conversation(held('talking', 'ann'), { count: 2 }),
      conversation(waiting({ ring: ringOf('bram') }), { count: 3 }),
      conversation({ name: 'starting', since: start }, { count: 4 }),
    ];
    const free = (name: string): number =>
      freeSlots(
        openConversations,
        must(
          roster.members.find((each) => each.name === name),
          name,
        ),
      );
    expect([free('ann'), free('bram'), free('rosa')]).toEqual([1, 0, 1]);
    expect(freeSlotsForCallers({ openConversations, roster, duties: everybody })).toBe(3);
  });

  test('may be fewer than none for callers, and nobody owes a slot for more than they may have', () => {
    const openConversations = [2, 3].map((count) => conversation(held('talking', 'bram'), { count }));
    const duties = [duty('bram', 1), duty('rosa', 1)];
    expect(freeSlotsForCallers({ openConversations, roster, duties })).toBe(1);
    const pool = [4, 5].map((count) => conversation(waiting(), { count }));
    expect(freeSlotsForCallers({ openConversations: [...openConversations, ...pool], roster, duties })).toBe(
      -1,
    );
  });
});

describe('routing', () => {
  test('asks the own province first, then the others as configured', () => {
    expect(teamsInOrder(roster, 'limburg').map((team) => team.province)).toEqual([
      'limburg',
      'antwerpen',
      'oost-vlaanderen',
      'vlaams-brabant',
      'west-vlaanderen',
    ]);
    expect(teamsInOrder(roster, null)).toEqual(roster.teams);
  });

  test('holds a coordinator without team for one of every team', () => {
    const carla = must(
      roster.members.find((each) => each.name === 'carla'),
      'carla',
    );
    expect(isOfOtherProvince(roster, carla, 'limburg')).toBe(false);
  });
});

describe('taking', () => {
  const take = (name: string, phase: Phase, world?: World) => mayTake(factsOf(phase, world), person(name));
  const refused = (code: string) => ({ ok: false, problem: { code } });

  test.each([
    ['it rings for them', 'bram', waiting({ ring: ringOf('bram') })],
    ['it rings for somebody else', 'rosa', waiting({ ring: ringOf('bram') })],
    ['they passed it before', 'rosa', asked('rosa')],
    ['they are a coordinator on duty', 'carla', waiting()],
  ])('is allowed when %s', (_, name, phase) => {
    expect(take(name, phase)).toMatchObject({ ok: true, value: { userId: person(name) } });
  });

  test.each([
    { who: 'a stranger', name: 'stranger', phase: waiting(), code: 'not-in-roster' },
    { who: 'who is off duty', name: 'wim', phase: waiting(), code: 'not-on-duty' },
    { who: 'whose identity changed', name: 'rosa', phase: waiting(), code: 'identity-changed' },
    { who: 'whose slot is full', name: 'bram', phase: waiting(), code: 'no-free-slot' },
    {
      who: 'before the room is there',
      name: 'ann',
      phase: { name: 'starting', since: start } as const,
      code: 'nothing-to-take',
    },
    {
      who: 'after the end',
      name: 'ann',
      phase: { name: 'ended', by: 'exit', at: start, wasAttended: false } as const,
      code: 'nothing-to-take',
    },
  ])('is refused to $who', ({ name, phase, code }) => {
    const duties = [
      duty('bram', 1),
      duty('ann', 1),
      duty('wim', 1, { state: 'paused' }),
      duty('rosa', 1, { state: 'off', unconfirmedMasterKey: 'another' }),
    ];
    const others = [conversation(held('talking', 'bram'), { count: 2 })];
    expect(take(name, phase, { duties, others })).toEqual(refused(code));
  });

  test('is refused to the second one, who is told by whom', () => {
    const problem = { code: 'already-taken', caseNumber: '4711', who: 'bram' };
    expect(take('rosa', held('taken', 'bram'))).toEqual({ ok: false, problem });
  });

  test('without a number means what rings for you, else the oldest; with a number that one', () => {
    const older = conversation(waiting(), { count: 2, createdAt: start - 1000 });
    const ringing = conversation(waiting({ ring: ringOf('bram') }), { count: 3 });
    const open = [ringing, conversation(held('talking', 'ann'), { count: 4, createdAt: 0 }), older];
    expect(conversationToTake(open, person('bram'), null)).toBe(ringing);
    expect(conversationToTake(open, person('rosa'), null)).toBe(older);
    expect(conversationToTake(open, person('rosa'), ringing.caseNumber)).toBe(ringing);
    expect(conversationToTake([], person('rosa'), null)).toBeUndefined();
  });
});

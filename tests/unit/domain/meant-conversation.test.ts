import { describe, expect, test } from '@jest/globals';
import { noCompany } from '../../../appservice/domain/company.ts';
import {
  meantConversation,
  type ConversationCommand,
  type Departure,
} from '../../../appservice/domain/meant-conversation.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { caseNumber, conversationId } from '../../support/parsed.ts';
import { conversation, person, start } from './helpline-world.ts';

const heldBy = (name: string, count: number, reader?: string) =>
  conversation(
    { name: 'talking', counsellor: person(name), takenAt: start, since: start, asked: [] },
    { count, company: { ...noCompany, readers: reader === undefined ? [] : [person(reader)] } },
  );
const departure = (name: string, more: Partial<Departure> = {}): Departure => ({
  conversationId: conversationId(9),
  caseNumber: caseNumber('4719'),
  person: person(name),
  wasReading: false,
  at: start,
  ...more,
});

const own = heldBy('ann', 1);
const second = heldBy('ann', 2);
const read = heldBy('bram', 3, 'ann');

function meant(
  command: ConversationCommand,
  facts: {
    readonly open: readonly (typeof own)[];
    readonly departures?: readonly Departure[];
    readonly age?: number;
    readonly number?: string;
  },
) {
  const { open, departures = [], age = 0, number } = facts;
  const asked = number === undefined ? null : caseNumber(number);
  const by = { person: person('ann'), command, caseNumber: asked };
  const found = meantConversation({ open, departures, now: start + age }, by);
  return found.ok ? found.value.caseNumber : found.problem;
}

describe('a command means', () => {
  test('the only conversation of whoever writes it, and the one of the number', () => {
    expect(meant('ip', { open: [own, read] })).toBe('4711');
    expect(meant('ip', { open: [own, second], number: '4712' })).toBe('4712');
  });

  test('none without one of their own, by a number or without', () => {
    const none = { code: 'no-conversation', command: 'verder' };
    expect(meant('verder', { open: [read] })).toEqual({ ...none, caseNumber: null });
    expect(meant('verder', { open: [own, read], number: '4713' })).toEqual({ ...none, caseNumber: '4713' });
  });

  test('a reading for !einde only', () => {
    expect(meant('einde', { open: [read] })).toBe('4713');
    expect(meant('einde', { open: [own, read] })).toMatchObject({ running: ['4711', '4713'] });
  });

  test('any of several, so the desk asks', () => {
    expect(meant('geef', { open: [own, second] })).toEqual({
      code: 'which-conversation',
      command: 'geef',
      who: null,
      running: ['4711', '4712'],
      over: [],
    });
  });

  test('perhaps the one that was over a moment ago: for five minutes, and whatever the number for none', () => {
    const facts = { open: [own], departures: [departure('ann')] };
    expect(meant('collega', { ...facts, age: 5 * minuteMs - 1 })).toMatchObject({
      code: 'which-conversation',
      running: ['4711'],
      over: [{ caseNumber: '4719', wasReading: false }],
    });
    expect(meant('collega', { ...facts, age: 5 * minuteMs })).toBe('4711');
    expect(meant('collega', { ...facts, number: '4711' })).toBe('4711');
  });

  test('perhaps a reading that was over a moment ago: for a minute, and for !einde only', () => {
    const facts = { open: [own], departures: [departure('ann', { wasReading: true })] };
    expect(meant('einde', { ...facts, age: minuteMs - 1 })).toMatchObject({ over: [{ wasReading: true }] });
    expect(meant('einde', { ...facts, age: minuteMs })).toBe('4711');
    expect(meant('blokkeer', facts)).toBe('4711');
  });

  test('never what was somebody else’s', () => {
    expect(meant('einde', { open: [own], departures: [departure('bram')] })).toBe('4711');
  });
});

import { describe, expect, test } from '@jest/globals';
import {
  blockToLift,
  conversationToBlock,
  type BlockableConversations,
} from '../../../appservice/domain/block-choice.ts';
import { blockMs, type Block } from '../../../appservice/domain/blocking.ts';
import type { Conversation } from '../../../appservice/domain/conversation.ts';
import { rosterMember } from '../../../appservice/domain/roster.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { caseNumber, must, teamId } from '../../support/parsed.ts';
import { conversation, person, roster, start } from './helpline-world.ts';

const member = (name: string) => must(rosterMember(roster, person(name)), name);
const heldBy = (name: string, count: number) =>
  conversation(
    { name: 'joined', counsellor: person(name), takenAt: start, since: start, nudgedAt: null, asked: [] },
    { count },
  );
const over = (count: number, at: number) =>
  conversation({ name: 'ended', by: 'caller', at, wasAttended: true }, { count });
const block = ({ conversationId, caseNumber: number }: Conversation, change: Partial<Block> = {}): Block => ({
  conversationId,
  caseNumber: number,
  by: person('rosa'),
  teamId: teamId('limburg'),
  from: start,
  until: start + blockMs,
  tokenHashes: [],
  line: null,
  ...change,
});

const none: BlockableConversations = { open: [], ended: [], blocks: [] };
const first = heldBy('rosa', 1);
const second = heldBy('rosa', 2);
const strange = heldBy('ann', 3);
const open = { ...none, open: [first, strange] };

function chosen(
  facts: Partial<BlockableConversations>,
  who: string,
  { number = null, now = start }: { readonly number?: string | null; readonly now?: number } = {},
) {
  const asked = { caseNumber: number === null ? null : caseNumber(number), now };
  const choice = conversationToBlock({ ...none, ...facts }, member(who), asked);
  return choice.ok ? choice.value.caseNumber : choice.problem;
}

describe('blocking', () => {
  test('means the only conversation that one has', () => {
    expect(chosen(open, 'rosa')).toBe('4711');
  });

  test('asks which, when one has several', () => {
    const several = { open: [first, second] };
    expect(chosen(several, 'rosa')).toMatchObject({ code: 'which-conversation', running: ['4711', '4712'] });
    expect(chosen(several, 'rosa', { number: '4712' })).toBe('4712');
  });

  test('is refused for a colleague’s conversation as for one that is not there, and for none', () => {
    const refused = (number: string) => ({ code: 'not-yours-to-block', caseNumber: number });
    expect(chosen(open, 'rosa', { number: '4713' })).toEqual(refused('4713'));
    expect(chosen(open, 'rosa', { number: '4799' })).toEqual(refused('4799'));
    expect(chosen(open, 'carla', { number: '4799' })).toEqual(refused('4799'));
    expect(chosen(open, 'bram')).toEqual({ code: 'nothing-to-block' });
  });

  test('is open to a coordinator for any conversation, by its number', () => {
    expect([chosen(open, 'carla', { number: '4713' }), chosen(open, 'carla')]).toEqual([
      '4713',
      { code: 'nothing-to-block' },
    ]);
  });

  test('of a conversation that is over works until five minutes later, for whoever had it', () => {
    const ended = [{ conversation: over(1, start), counsellor: person('rosa') }];
    const at = (who: string, number: string | null, age: number) =>
      chosen({ ended }, who, { number, now: start + age });
    expect(at('rosa', null, 5 * minuteMs - 1)).toBe('4711');
    expect(at('rosa', '4711', 5 * minuteMs - 1)).toBe('4711');
    expect(at('rosa', '4711', 5 * minuteMs)).toEqual({ code: 'too-late-to-block', caseNumber: '4711' });
    expect(at('rosa', null, 5 * minuteMs)).toEqual({ code: 'nothing-to-block' });
    expect(at('bram', '4711', 0)).toEqual({ code: 'not-yours-to-block', caseNumber: '4711' });
  });

  test('asks which, when one runs and another was over less than five minutes ago', () => {
    const ended = [{ conversation: over(2, start), counsellor: person('rosa') }];
    expect(chosen({ ...open, ended }, 'rosa', { now: start + 5 * minuteMs - 1 })).toMatchObject({
      code: 'which-conversation',
      running: ['4711'],
      over: [{ caseNumber: '4712' }],
    });
    expect(chosen({ ...open, ended }, 'rosa', { now: start + 5 * minuteMs })).toBe('4711');
  });

  test('again changes nothing while the block holds, and says until when', () => {
    const already = { code: 'already-blocked', caseNumber: '4711', until: start + blockMs };
    const blocks = [block(first)];
    const ended = [{ conversation: over(1, start), counsellor: person('rosa') }];
    expect(chosen({ blocks, ended }, 'rosa')).toEqual(already);
    expect(chosen({ blocks }, 'bram', { number: '4711' })).toEqual(already);
    const refused = { code: 'not-yours-to-block', caseNumber: '4711' };
    expect(chosen({ blocks }, 'ann', { number: '4711' })).toEqual(refused);
    expect(chosen({ blocks }, 'bram', { number: '4711', now: start + blockMs })).toEqual(refused);
  });
});

describe('lifting', () => {
  const own = block(first);
  const foreign = block(strange, { teamId: teamId('antwerpen'), by: person('ann') });
  const nobodys = block(second, { teamId: null, by: person('carla') });
  const lifted = (blocks: readonly Block[], who: string, number: string | null = null) => {
    const choice = blockToLift(blocks, member(who), number === null ? null : caseNumber(number));
    return choice.ok ? choice.value.caseNumber : choice.problem;
  };

  test('means the only block of one’s team, whoever made it', () => {
    expect(lifted([own, foreign], 'bram')).toBe('4711');
  });

  test('is refused for another team’s block, and for one of coordinators only', () => {
    expect(lifted([own, foreign], 'bram', '4713')).toEqual({
      code: 'block-of-other-team',
      caseNumber: '4713',
    });
    expect(lifted([nobodys], 'bram', '4712')).toEqual({ code: 'block-of-other-team', caseNumber: '4712' });
  });

  test('is open to a coordinator for each, and asks which of several', () => {
    expect(lifted([own, foreign], 'carla', '4713')).toBe('4713');
    expect(lifted([own, foreign], 'carla')).toMatchObject({ code: 'which-block', blocks: [own, foreign] });
  });

  test('says when there is none', () => {
    expect(lifted([foreign], 'bram')).toEqual({ code: 'no-block', caseNumber: null });
    expect(lifted([], 'carla', '4711')).toEqual({ code: 'no-block', caseNumber: '4711' });
  });
});

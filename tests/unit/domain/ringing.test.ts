import { describe, expect, test } from '@jest/globals';
import type { Phase } from '../../../appservice/domain/conversation.ts';
import { decideRinging, type RingDecision } from '../../../appservice/domain/ringing.ts';
import { teamId } from '../../support/parsed.ts';
import {
  asked,
  conversation,
  duty,
  factsOf,
  held,
  person,
  ringOf,
  start,
  waiting,
  type World,
} from './helpline-world.ts';

const second = 1000;
const decide = (phase: Phase, world?: World): readonly RingDecision[] => decideRinging(factsOf(phase, world));
const rings = (name: string, isOtherProvince = false): RingDecision => ({
  kind: 'ring',
  counsellor: person(name),
  isOtherProvince,
});

describe('who is rung', () => {
  test('is the longest idle of the own province, though others are idle longer', () => {
    expect(decide(waiting())).toEqual([rings('bram')]);
  });

  test.each([
    [['bram'], rings('rosa')],
    [['bram', 'rosa'], rings('carla')],
    [['bram', 'rosa', 'carla'], rings('ann', true)],
    [['bram', 'rosa', 'carla', 'ann'], rings('wim', true)],
  ])('after %j is the next one not asked yet, other provinces last and tagged', (names, decision) => {
    expect(decide(asked(...names))).toEqual([decision]);
  });

  test('is first of all whoever is preferred, while they are free and were not asked (R28)', () => {
    const preferred = person('wim');
    expect(decide(waiting(), { preferred })).toEqual([rings('wim', true)]);
    expect(decide(asked('wim'), { preferred })).toEqual([rings('bram')]);
    expect(
      decide(waiting(), { preferred, others: [conversation(held('talking', 'wim'), { count: 2 })] }),
    ).toEqual([rings('bram')]);
  });

  test('is nobody when everybody was asked', () => {
    expect(decide(asked('bram', 'rosa', 'carla', 'ann', 'wim'))).toEqual([]);
  });

  test('is the longest idle of all when the caller gave no province, without a tag', () => {
    expect(decide(waiting(), { conversation: { province: null } })).toEqual([rings('ann')]);
  });

  test('is the longest idle of all, tagged, when the province has nobody', () => {
    const duties = [duty('rosa', 10), duty('wim', 60)];
    expect(decide(waiting(), { duties, conversation: { province: 'antwerpen' } })).toEqual([
      rings('wim', true),
    ]);
  });

  test.each([
    ['is off duty', { state: 'off' as const }],
    ['is paused', { state: 'paused' as const }],
    ['has an identity to confirm', { unconfirmedMasterKey: 'another' }],
    ['was never pinned', { pinnedMasterKey: null }],
  ])('is not somebody who %s', (_, more) => {
    expect(decide(waiting(), { duties: [duty('rosa', 1), duty('bram', 99, more)] })).toEqual([rings('rosa')]);
  });

  test('is not a stranger on the duty list', () => {
    expect(decide(waiting(), { duties: [duty('stranger', 99)] })).toEqual([]);
  });

  test.each([
    ['has a conversation', held('talking', 'bram')],
    ['has taken one', held('taken', 'bram')],
    ['is being rung for another', waiting({ ring: ringOf('bram') })],
  ])('is not somebody who %s and has one slot', (_, phase) => {
    const others = [conversation(phase, { count: 2 })];
    expect(decide(waiting(), { others })).toEqual([rings('rosa')]);
  });

  test('is somebody with a second slot free', () => {
    const others = [conversation(held('talking', 'ann'), { count: 2 })];
    const world = { others, conversation: { province: 'antwerpen' as const } };
    expect(decide(asked('carla'), world)).toEqual([rings('ann')]);
    const twice = [...others, conversation(waiting({ ring: ringOf('ann') }), { count: 3 })];
    expect(decide(asked('carla'), { ...world, others: twice })).toEqual([rings('wim', true)]);
  });
});

describe('a ring', () => {
  const ringing = waiting({ ring: ringOf('bram') });

  test('goes on for 30 seconds', () => {
    expect(decide(ringing, { seconds: 29.999 })).toEqual([]);
  });

  test('is missed at 30 seconds, and the next one rings at once', () => {
    expect(decide(ringing, { seconds: 30 })).toEqual([
      { kind: 'miss', counsellor: person('bram') },
      rings('rosa'),
    ]);
  });

  test.each(['off', 'paused'] as const)('is withdrawn without blame when its counsellor is %s', (state) => {
    const duties = [duty('rosa', 1), duty('bram', 99, { state })];
    expect(decide(ringing, { duties, seconds: 40 })).toEqual([
      { kind: 'withdraw', counsellor: person('bram') },
      rings('rosa'),
    ]);
  });
});

describe('a caller who waits', () => {
  const late = asked('bram', 'rosa', 'carla', 'ann', 'wim');

  test('gets a card in team desk rooms at 60 seconds: the own team, and every team with somebody free', () => {
    const others = [conversation(held('talking', 'wim'), { count: 2 })];
    const decision = { kind: 'show-team-card', teams: [teamId('limburg'), teamId('antwerpen')] };
    expect(decide(late, { others, seconds: 59.999 })).toEqual([]);
    expect(decide(late, { others, seconds: 60 })).toEqual([decision]);
  });

  test('gets a card with the own team when nobody is free at all', () => {
    expect(decide(waiting(), { duties: [], seconds: 60 })).toEqual([
      { kind: 'show-team-card', teams: [teamId('limburg')] },
    ]);
  });

  test('without province gets a card as soon as a team has somebody free', () => {
    const conversationOfNowhere = { province: null };
    expect(decide(late, { duties: [], seconds: 90, conversation: conversationOfNowhere })).toEqual([]);
    expect(
      decide(late, { duties: [duty('wim', 1)], seconds: 90, conversation: conversationOfNowhere }),
    ).toEqual([{ kind: 'show-team-card', teams: [teamId('west-vlaanderen')] }]);
  });

  test('is not shown to a team whose only free counsellor is being rung, or has just missed it', () => {
    const ringing = { ...late, ring: ringOf('wim', 30) } as Phase;
    const duties = [duty('wim', 1)];
    const own = [{ kind: 'show-team-card', teams: [teamId('limburg')] }];
    expect(decide(ringing, { duties, seconds: 59.999 })).toEqual([]);
    expect(decide({ ...ringing, ring: ringOf('wim', 31) } as Phase, { duties, seconds: 60 })).toEqual(own);
    expect(decide(ringing, { duties, seconds: 60 })).toEqual([
      { kind: 'miss', counsellor: person('wim') },
      ...own,
    ]);
  });

  test('is told at 180 seconds, once', () => {
    const shown = { ...late, teamCardSince: start + 60 * second } as Phase;
    expect(decide(shown, { seconds: 179.999 })).toEqual([]);
    expect(decide(shown, { seconds: 180 })).toEqual([{ kind: 'tell-caller' }]);
    expect(decide({ ...shown, callerToldAt: start } as Phase, { seconds: 500 })).toEqual([]);
  });

  test('gets everything that is due in one decision after the service was away', () => {
    const kinds = decide(waiting({ ring: ringOf('bram') }), { seconds: 200 }).map(({ kind }) => kind);
    expect(kinds).toEqual(['miss', 'ring', 'show-team-card', 'tell-caller']);
  });
});

describe('whoever took it', () => {
  const back = (reason: string, name = 'bram') => [
    { kind: 'return-to-pool', counsellor: person(name), reason },
  ];
  const joined = held('joined', 'bram');

  test('gives it back when not in the room after 30 seconds', () => {
    expect(decide(held('taken', 'bram'), { seconds: 29.999 })).toEqual([]);
    expect(decide(held('taken', 'bram'), { seconds: 30 })).toEqual(back('not-joined'));
  });

  test.each(['taken', 'joined'] as const)('gives it back when their identity changed while %s', (name) => {
    const duties = [duty('bram', 1, { state: 'off', unconfirmedMasterKey: 'another' })];
    expect(decide(held(name, 'bram'), { duties })).toEqual(back('identity-changed'));
  });

  test('keeps it when they went off duty meanwhile', () => {
    const duties = [duty('bram', 1, { state: 'off' })];
    expect(decide(joined, { duties, seconds: 20 })).toEqual([]);
  });

  test('gives it back when no key reaches a signed device for 10 seconds, counted from the joining at the earliest', () => {
    const unsecured = (since: number) => ({ unsecuredSince: start + since * second });
    expect(decide(joined, { seconds: 14.999, conversation: unsecured(5) })).toEqual([]);
    expect(decide(joined, { seconds: 15, conversation: unsecured(5) })).toEqual(back('no-device'));
    expect(decide(joined, { seconds: 9.999, conversation: unsecured(-5) })).toEqual([]);
  });

  test('is nudged after 120 silent seconds, once, and gives it back at 180', () => {
    expect(decide(joined, { seconds: 119.999 })).toEqual([]);
    expect(decide(joined, { seconds: 120 })).toEqual([{ kind: 'nudge', counsellor: person('bram') }]);
    expect(decide({ ...joined, nudgedAt: start } as Phase, { seconds: 179.999 })).toEqual([]);
    expect(decide({ ...joined, nudgedAt: start } as Phase, { seconds: 180 })).toEqual(back('silent'));
  });

  test('is left alone once both talk', () => {
    expect(decide(held('talking', 'bram'), { seconds: 7200 })).toEqual([]);
  });
});

describe('the end', () => {
  test.each([
    ['waiting', waiting({ ring: ringOf('bram') })],
    ['taken', held('taken', 'bram')],
    ['joined', held('joined', 'bram')],
    ['talking', held('talking', 'bram')],
  ])('comes after five minutes without contact while %s', (_, phase) => {
    const gone = { lastContactAt: start };
    expect(decide(phase, { seconds: 299.999, conversation: gone })).not.toContainEqual({
      kind: 'end',
      by: 'gone',
    });
    expect(decide(phase, { seconds: 300, conversation: gone })).toEqual([{ kind: 'end', by: 'gone' }]);
  });

  test('comes when a room is not made within 60 seconds', () => {
    const starting = { name: 'starting', since: start } as const;
    const conversation = { roomId: null };
    expect(decide(starting, { seconds: 59.999, conversation })).toEqual([]);
    expect(decide(starting, { seconds: 60, conversation })).toEqual([{ kind: 'end', by: 'failure' }]);
  });

  test('comes when the browser of the caller has no keys within three minutes, and nobody is rung before', () => {
    const starting = { name: 'starting', since: start } as const;
    expect(decide(starting)).toEqual([]);
    expect(decide(starting, { seconds: 179.999 })).toEqual([]);
    expect(decide(starting, { seconds: 180 })).toEqual([{ kind: 'end', by: 'failure' }]);
  });

  test('is followed by nothing', () => {
    const conversation = { lastContactAt: start };
    expect(
      decide({ name: 'ended', by: 'caller', at: start, wasAttended: true }, { seconds: 9999, conversation }),
    ).toEqual([]);
  });
});

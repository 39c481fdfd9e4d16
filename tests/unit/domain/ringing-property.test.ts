import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Conversation, Phase } from '../../../appservice/domain/conversation.ts';
import type { CounsellorDuty, DutyState } from '../../../appservice/domain/duty.ts';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { decideRinging, type RingFacts } from '../../../appservice/domain/ringing.ts';
import { runs } from '../../../scripts/test/campaign.ts';
import {
  conversation,
  duty,
  held,
  person,
  placesOfCallers,
  ringOf,
  roster,
  start,
  waiting,
} from './helpline-world.ts';

const names = ['rosa', 'bram', 'ann', 'wim', 'carla'];
const anybody = fc.constantFrom(...names);
const states: readonly DutyState[] = ['on', 'on', 'on', 'off', 'paused'];

const duties: fc.Arbitrary<readonly CounsellorDuty[]> = fc
  .record({
    present: fc.uniqueArray(anybody),
    idle: fc.array(fc.nat(600), { minLength: 5, maxLength: 5 }),
    states: fc.array(fc.constantFrom(...states), { minLength: 5, maxLength: 5 }),
    suspect: fc.option(anybody),
  })
  .map(({ present, idle, states: drawn, suspect }) =>
    present.map((name, index) =>
      duty(name, idle[index] ?? 0, {
        state: drawn[index] ?? 'on',
        unconfirmedMasterKey: suspect === name ? 'another' : null,
      }),
    ),
  );

const inPool = fc
  .record({
    rung: fc.option(anybody),
    since: fc.integer({ min: -50, max: 0 }),
    asked: fc.uniqueArray(anybody),
  })
  .map(({ rung, since, asked }) =>
    waiting({
      ring: rung === null ? null : ringOf(rung, since),
      asked: asked.filter((name) => name !== rung).map(person),
    }),
  );
const inHands = fc
  .tuple(fc.constantFrom('taken' as const, 'joined' as const, 'talking' as const), anybody)
  .map(([name, who]) => held(name, who));

const conversations: fc.Arbitrary<readonly Conversation[]> = fc
  .array(fc.tuple(fc.oneof(inPool, inHands), fc.constantFrom(...placesOfCallers)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => all.map(([phase, province], index) => conversation(phase, { count: index + 1, province })));

/** Whom a phase keeps from other conversations. */
function occupies(phase: Phase): UserId | undefined {
  if (phase.name === 'waiting') return phase.ring?.counsellor;
  return 'counsellor' in phase ? phase.counsellor : undefined;
}

/** Everybody who could be rung for a conversation in the pool, in groups: the first that has somebody counts. */
function availableGroups(
  { conversation: own, openConversations, duties: list }: RingFacts,
  never: readonly UserId[],
) {
  const others = openConversations.filter((each) => each !== own);
  const available = list.filter(({ counsellor, state, unconfirmedMasterKey }) => {
    const occupied = others.filter(({ phase }) => occupies(phase) === counsellor).length;
    const hasRoom = occupied < (counsellor === person('ann') ? 2 : 1);
    return state === 'on' && unconfirmedMasterKey === null && hasRoom && !never.includes(counsellor);
  });
  const isNear = (each: CounsellorDuty): boolean => {
    const team = roster.members.find(({ userId }) => userId === each.counsellor)?.teamId ?? null;
    return own.province === null || team === null || team === (own.province as string);
  };
  return { near: available.filter(isNear), far: available.filter((each) => !isNear(each)) };
}

test('rings exactly one of those who are first in order, whenever somebody is available, and nobody else', () => {
  const property = fc.property(duties, conversations, (list, openConversations) => {
    for (const own of openConversations) {
      const facts = {
        conversation: own,
        openConversations,
        roster,
        duties: list,
        preferred: null,
        now: start,
      };
      const decisions = decideRinging(facts);
      const rung = decisions.filter((each) => each.kind === 'ring');
      const missed = decisions.flatMap((each) => (each.kind === 'miss' ? [each.counsellor] : []));
      const isStopped = decisions.some(({ kind }) => kind === 'miss' || kind === 'withdraw');
      if (own.phase.name !== 'waiting' || (own.phase.ring !== null && !isStopped)) {
        expect(rung).toEqual([]);
        continue;
      }
      const { near, far } = availableGroups(facts, [...own.phase.asked, ...missed]);
      const group = near.length > 0 ? near : far;
      const longestIdle = Math.min(...group.map((each) => each.idleSince));
      const expected = group
        .filter((each) => each.idleSince === longestIdle)
        .map(({ counsellor }) => ({ kind: 'ring', counsellor, isOtherProvince: near.length === 0 }));
      expect(rung).toHaveLength(Math.min(1, expected.length));
      if (expected.length > 0) expect(expected).toContainEqual(rung[0]);
    }
  });
  fc.assert(property, runs(400));
});

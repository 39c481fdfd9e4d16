import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../../scripts/test/campaign.ts';
import { inviteeOf, inviterOf } from '../../../appservice/domain/company.ts';
import {
  announce,
  answerHelpCall,
  askColleague,
  callForHelp,
  comeIn,
  handOver,
  passHelpCall,
  seeInvitation,
  shareHistory,
  stopComing,
  stopHelpCall,
  stopReading,
} from '../../../appservice/domain/company-transitions.ts';
import { returnToPool, take, type Transition } from '../../../appservice/domain/conversation-transitions.ts';
import { counsellorOf, type Conversation } from '../../../appservice/domain/conversation.ts';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { conversation, held, person, start } from './helpline-world.ts';

const people = ['rosa', 'bram', 'ann', 'carla'].map(person);

type Move = (before: Conversation, who: UserId) => Transition;

/** Everything that may happen to the company of a conversation, in any order and by anybody. */
const moves: readonly Move[] = [
  (before, who) => askColleague(before, { colleague: who, purpose: 'takes-over' }, start),
  (before, who) => askColleague(before, { colleague: who, purpose: 'reads-along' }, start),
  (before, who) => announce(before, who, start),
  (before) => callForHelp(before, people, start),
  (before, who) => answerHelpCall(before, who, start),
  (before, who) => passHelpCall(before, who),
  (before) => stopHelpCall(before),
  (before) => shareHistory(before, 'caller', start),
  (before) => shareHistory(before, 'counsellor', start),
  (before, who) => seeInvitation(before, who, start),
  (before) => stopComing(before),
  (before, who) => comeIn(before, who),
  (before, who) => stopReading(before, who),
  (before) => handOver(before, null, start),
  (before, who) => returnToPool(before, who),
  (before, who) => take(before, who, start),
];

function expectSound({ phase, company }: Conversation): void {
  const { readers, coming, successor, helpCall } = company;
  const counsellor = counsellorOf(phase);
  expect(new Set(readers).size).toBe(readers.length);
  expect(readers).not.toContain(counsellor);
  if (successor !== null) expect(readers).toContain(successor);
  if (coming !== null) {
    expect(readers).not.toContain(coming.colleague);
    expect([coming.askedBy, coming.colleague === counsellor]).toEqual([counsellor, false]);
  }
  if (counsellor === undefined)
    expect([readers, coming, successor, helpCall]).toEqual([[], null, null, null]);
  expect(inviteeOf(company) === null || inviterOf(company) === null).toBe(true);
}

test('whatever happens in whatever order, at most one comes, no counsellor reads along, and who takes over is in the room', () => {
  const step = fc.record({ move: fc.constantFrom(...moves), who: fc.constantFrom(...people) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = conversation(held('talking', 'rosa'));
      for (const { move, who } of steps) {
        const next = move(now, who);
        if (next.ok) now = next.value;
        expectSound(now);
      }
    }),
    runs(500),
  );
});

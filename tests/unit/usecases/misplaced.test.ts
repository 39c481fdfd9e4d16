import { describe, expect, test } from '@jest/globals';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import type { EventId, UserId } from '../../../appservice/domain/ids.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { reportMisplaced } from '../../../appservice/usecases/report-misplaced.ts';
import { companyWorld, type CompanyWorld } from '../../support/worlds/company-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris } = people;
const event = (name: string): EventId => `$${name}` as EventId;

const report = async (world: CompanyWorld, name: string): Promise<boolean> => {
  const isKnown = await reportMisplaced(world, { ...world, eventId: event(name) });
  await world.settle();
  return isKnown;
};
const toldTo = (world: CompanyWorld, who: UserId) =>
  world.shown(who).filter(({ kind }) => kind === 'misplaced');

describe('a command in a conversation', () => {
  test('is told to its counsellor once for each event', async () => {
    const world = await companyWorld();
    expect([await report(world, 'a'), await report(world, 'a')]).toEqual([true, true]);
    expect(toldTo(world, an)).toHaveLength(1);
    await report(world, 'b');
    expect(toldTo(world, an)).toHaveLength(2);
  });

  test('is told to who reads along too, and to nobody else', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    await report(world, 'a');
    expect([an, chris, bert].map((who) => toldTo(world, who).length)).toEqual([1, 1, 0]);
  });

  test('is said to have reached nobody, with the way out', async () => {
    const world = await companyWorld();
    await report(world, 'a');
    const { caseNumber } = world.conversation(world.conversationId);
    expect(deskWords({ kind: 'misplaced', caseNumber }, world.clock.now())).toContain(
      `In gesprek ${caseNumber} staat een regel die met een uitroepteken begint`,
    );
  });

  test('is told to nobody after the end', async () => {
    const world = await companyWorld();
    await endConversation(world, { ...world, by: 'caller' });
    expect([await report(world, 'a'), toldTo(world, an)]).toEqual([false, []]);
  });
});

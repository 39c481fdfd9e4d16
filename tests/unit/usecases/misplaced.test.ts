import { describe, expect, test } from '@jest/globals';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import type { EventId, UserId } from '../../../appservice/domain/ids.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { reportMisplaced } from '../../../appservice/usecases/report-misplaced.ts';
import { eventId } from '../../support/parsed.ts';
import { companyWorld, type CompanyWorld } from '../../support/worlds/company-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, stranger } = people;

/** Somebody writes a line into the conversation. */
const write = ({ homeserver, roomId }: CompanyWorld, who: UserId): EventId =>
  homeserver.emit(roomId, who, { kind: 'encrypted' });

const report = async (world: CompanyWorld, event: EventId): Promise<boolean> => {
  const isKnown = await reportMisplaced(world, { ...world, eventId: event });
  await world.settle();
  await world.settle(); // what follows from taking it back
  return isKnown;
};
const toldTo = ({ deskDevice, deskRoom }: CompanyWorld, who: UserId) =>
  deskDevice.entries.filter(
    ({ place, versions }) => place.roomId === deskRoom(who) && versions[0]?.kind === 'misplaced',
  );
const takenBack = ({ words }: CompanyWorld) => [...words.takenBack];

describe('a command in a conversation', () => {
  test('is taken back there once, and rings for whoever wrote it', async () => {
    const world = await companyWorld();
    const line = write(world, an);
    expect([await report(world, line), await report(world, line)]).toEqual([true, true]);
    expect(takenBack(world)).toEqual([line]);
    expect(toldTo(world, an)).toMatchObject([{ mention: an }]);
  });

  test('is told to the reader who wrote it, and to nobody else', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    await report(world, write(world, chris));
    expect([an, chris, bert].map((who) => toldTo(world, who).length)).toEqual([0, 1, 0]);
  });

  test('is taken back also when its writer has gone since', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    const line = write(world, chris);
    await world.command(chris, '!einde');
    await report(world, line);
    expect(takenBack(world)).toEqual([line]);
  });

  test('is taken back when the homeserver is there again', async () => {
    const world = await companyWorld();
    const line = write(world, an);
    world.homeserver.failure = 'unreachable';
    await report(world, line);
    expect(takenBack(world)).toEqual([]);
    world.homeserver.failure = null;
    await world.elapse(5);
    expect([takenBack(world), toldTo(world, an).length]).toEqual([[line], 1]);
  });

  test('is said to have reached nobody, with the way out', async () => {
    const world = await companyWorld();
    const { caseNumber } = world.conversation(world.conversationId);
    const said = deskWords({ kind: 'misplaced', caseNumber }, world.clock.now());
    expect(said).toContain(`Gesprek ${caseNumber}: je schreef daar een regel die met een uitroepteken`);
    expect(said).toContain('Een commando? Schrijf het hier.');
  });

  test('is told to nobody after the end', async () => {
    const world = await companyWorld();
    const line = write(world, an);
    await endConversation(world, { ...world, by: 'caller' });
    expect([await report(world, line), takenBack(world), toldTo(world, an)]).toEqual([false, [], []]);
  });
});

describe('a browser’s report takes nothing back', () => {
  test.each<[string, (world: CompanyWorld) => EventId]>([
    ['of the caller’s own words', (world) => write(world, world.caller)],
    ['of somebody who never was in the conversation', (world) => write(world, stranger)],
    ['of the host', (world) => write(world, world.host)],
    [
      'of a line in another room',
      (world) => world.homeserver.emit(world.deskRoom(an), an, { kind: 'encrypted' }),
    ],
    ['of an event that nobody knows', () => eventId('$unknown')],
  ])('%s', async (_name, event) => {
    const world = await companyWorld();
    expect(await report(world, event(world))).toBe(true);
    expect([takenBack(world), toldTo(world, an)]).toEqual([[], []]);
  });
});

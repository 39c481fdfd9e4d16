import { describe, expect, test } from '@jest/globals';
import { conversationLevels, deskLevels, type RoomLevels } from '../../../appservice/domain/room-levels.ts';
import type { RoomId, UserId } from '../../../appservice/domain/ids.ts';
import { must, userId } from '../../support/parsed.ts';
import { companyWorld, type CompanyWorld } from '../../support/worlds/company-world.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, dina } = people;
const spy = userId('@spy:localhost');

type Change = { readonly room: RoomId; readonly by: UserId; readonly levels: RoomLevels | null };

/** Somebody has these levels in a room, and these people may invite there. */
async function change(world: HelplineWorld, { room, by, levels }: Change): Promise<void> {
  const { inviters } = must(world.homeserver.rooms.get(room), 'the room');
  for (const person of Object.keys(levels?.users ?? {})) inviters.add(userId(person));
  world.homeserver.emit(room, by, { kind: 'power-levels', levels });
  await world.settle();
}

const warned = (world: HelplineWorld, who: UserId) =>
  world.shown(who).filter((each) => each.kind === 'desk-room' && each.message.code === 'intrusion');
const putBack = ({ homeserver }: HelplineWorld) =>
  homeserver.calls.filter((each) => each === 'put-back-levels').length;
const invitersOf = (world: HelplineWorld, room: RoomId) => [
  ...must(world.homeserver.rooms.get(room), 'the room').inviters,
];
const changeIn = (world: CompanyWorld, levels: RoomLevels | null) =>
  change(world, { room: world.roomId, by: world.host, levels });

describe('who may do what in a conversation’s room', () => {
  test.each<[string, (caller: UserId) => RoomLevels | null]>([
    [
      'a stranger has power',
      (caller) => ({ ...conversationLevels([caller]), users: { [caller]: 50, [spy]: 100 } }),
    ],
    ['anybody may change it', (caller) => ({ ...conversationLevels([caller]), state_default: 0 })],
    ['it cannot be read', () => null],
  ])(
    'is put back when %s, audited, and told to its counsellor and the coordinators',
    async (_name, levels) => {
      const world = await companyWorld();
      await changeIn(world, levels(world.caller));
      expect(putBack(world)).toBe(1);
      expect(invitersOf(world, world.roomId)).not.toContain(spy);
      expect((await world.audited()).at(-1)).toMatchObject({ act: 'rights-restored', who: world.host });
      expect([warned(world, an).length, warned(world, dina).length]).toEqual([1, 1]);
    },
  );

  test('is left alone when it is the usual', async () => {
    const world = await companyWorld();
    await changeIn(world, conversationLevels([world.caller]));
    expect([putBack(world), warned(world, dina)]).toEqual([0, []]);
  });

  test('is put back and rings for nobody when a colleague may invite no more', async () => {
    const world = await companyWorld();
    await changeIn(world, conversationLevels([world.caller, an]));
    expect(invitersOf(world, world.roomId)).not.toContain(an);
    expect([putBack(world), warned(world, dina)]).toEqual([1, []]);
  });

  test('keeps the right to invite of who has it for a conversation that they share', async () => {
    const world = await companyWorld();
    await world.command(an, '!einde');
    await world.command(an, '!deel 1001 Bert');
    expect(world.mayInvite(an)).toBe(true);
    await changeIn(world, { ...conversationLevels([world.caller, an]), kick: 0 });
    expect(world.mayInvite(an)).toBe(true);
    expect(warned(world, dina)).toHaveLength(1);
  });
});

describe('who may do what in a desk room', () => {
  test('is put back whoever changed it, audited, and told to its owner and the coordinators', async () => {
    const world = await helplineWorld();
    const room = world.deskRoom(an);
    await change(world, { room, by: world.desk, levels: { ...deskLevels, users: { [spy]: 100 } } });
    expect(invitersOf(world, room)).toEqual([]);
    expect(world.database.tables.audit.at(-1)).toMatchObject({ act: 'rights-restored', who: world.desk });
    expect([warned(world, an).length, warned(world, dina).length]).toEqual([1, 1]);
  });

  test('is left alone when it is the usual', async () => {
    const world = await helplineWorld();
    await change(world, { room: world.deskRoom(an), by: world.desk, levels: deskLevels });
    expect([putBack(world), warned(world, dina)]).toEqual([0, []]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { EventId, RoomId, UserId } from '../../../appservice/domain/ids.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, stranger } = people;

/** Somebody gives an earlier message of theirs another text, and what follows happens. */
async function edit(
  world: HelplineWorld,
  { of, newBody, room = world.deskRoom(an) }: { of: EventId; newBody: string; room?: RoomId },
) {
  const id = world.homeserver.emit(room, an, { kind: 'encrypted' });
  world.deskDevice.readings.set(id, { kind: 'edit', of, newBody });
  await world.settle();
  return id;
}

/** Somebody takes an event of theirs back, and what follows happens. */
async function takeBack(world: HelplineWorld, who: UserId, of: EventId) {
  world.homeserver.emit(world.deskRoom(who), who, { kind: 'redaction', of });
  await world.settle();
}

/** What the desk said of itself in somebody's own desk room. */
const remarks = (world: HelplineWorld, who: UserId) =>
  world.shown(who).flatMap((message) => (message.kind === 'desk-room' ? [message.message.code] : []));

describe('an edit at the desk', () => {
  test('of a command that was carried out changes nothing, which is said once', async () => {
    const world = await helplineWorld();
    const command = world.write(an, '!aan');
    await world.settle();
    await edit(world, { of: command, newBody: '!uit' });
    await edit(world, { of: command, newBody: '!pauze' });
    expect(world.duty(an).state).toBe('on');
    expect(remarks(world, an)).toEqual(['edit-too-late']);
  });

  test('that makes a command of small talk is not obeyed, which is said', async () => {
    const world = await helplineWorld();
    const talk = world.write(an, 'aan');
    await world.settle();
    await edit(world, { of: talk, newBody: '!aan' });
    expect(world.database.tables.duties.size).toBe(0);
    expect(remarks(world, an)).toEqual(['edit-not-obeyed']);
  });

  test('of small talk into other small talk is nothing', async () => {
    const world = await helplineWorld();
    const talk = world.write(an, 'goeiemorgn');
    await world.settle();
    await edit(world, { of: talk, newBody: 'goeiemorgen' });
    expect(remarks(world, an)).toEqual([]);
  });

  test('in a team’s desk room is taken back there when it is a command', async () => {
    const world = await helplineWorld();
    const room = world.deskRoom('limburg');
    const talk = world.write(an, 'dicht', room);
    await world.settle();
    const edited = await edit(world, { of: talk, newBody: '!dicht want Bert is ziek', room });
    expect([...world.deskDevice.redacted]).toEqual([edited]);
    expect(remarks(world, an)).toEqual(['command-moved', 'edit-not-obeyed']);
  });
});

describe('taking back at the desk', () => {
  test('a ✋ that took a conversation changes nothing, which is said once', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    const press = world.react(an, '✋');
    await world.settle();
    await takeBack(world, an, press);
    await takeBack(world, an, press);
    expect(world.conversation(conversationId).phase.name).toBe('taken');
    expect(remarks(world, an)).toEqual(['removal-too-late']);
  });

  test('a sign that had no effect, or small talk, is nothing', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    for (const sign of [world.react(an, '👍'), world.write(an, 'even geduld')]) {
      await world.settle();
      await takeBack(world, an, sign);
    }
    expect(remarks(world, an)).toEqual([]);
  });

  test('a command that has its answer below it is nothing', async () => {
    const world = await helplineWorld();
    const command = world.write(an, '!aan');
    await world.settle();
    await takeBack(world, an, command);
    expect(world.duty(an).state).toBe('on');
    expect(remarks(world, an)).toEqual([]);
  });
});

describe('a hand under an old card', () => {
  test('of a conversation that is over is answered once, in the own desk room', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    await world.press(an, '✋');
    await world.accept(an);
    await world.command(an, '!einde');
    await world.press(an, '✋');
    await world.press(an, '✖');
    expect(remarks(world, an)).toEqual(['card-over']);
    expect(world.duty(an).state).toBe('on');
  });

  test('with another sign is nothing', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    const before = world.shown(an).length;
    await world.press(an, '👍');
    expect(world.shown(an)).toHaveLength(before);
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
  });
});

describe('what is written in a team’s desk room', () => {
  test('is taken back when it is a command, understood or not, and carried out; small talk stays', async () => {
    const world = await helplineWorld();
    const room = world.deskRoom('limburg');
    const commands = [world.write(an, '!aan', room), world.write(an, '!aann', room)];
    world.write(an, 'koffie?', room);
    await world.settle();
    expect([...world.deskDevice.redacted]).toEqual(commands);
    expect(world.duty(an).state).toBe('on');
    expect(remarks(world, an)).toEqual(['command-moved', 'command-moved']);
    expect(world.shown('limburg')).toEqual([]);
  });

  test('is not taken back in one’s own', async () => {
    const world = await helplineWorld();
    await world.command(an, '!aan');
    expect(world.deskDevice.redacted.size).toBe(0);
  });

  test('is refused and taken back when it is in clear, there and at one’s own desk', async () => {
    const world = await helplineWorld();
    const plain = [world.deskRoom('limburg'), world.deskRoom(an)].map((room) =>
      world.homeserver.emit(room, an, { kind: 'plain-message' }),
    );
    await world.settle();
    expect([...world.deskDevice.redacted]).toEqual(plain);
    expect(world.shown(an).slice(-2)).toMatchObject([
      { refusal: { code: 'not-encrypted' } },
      { refusal: { code: 'not-encrypted' } },
    ]);
  });

  test('stays when it is a stranger’s, who is not answered either', async () => {
    const world = await helplineWorld();
    const count = world.deskDevice.entries.length;
    world.write(stranger, '!aan', world.deskRoom('limburg'));
    await world.settle();
    expect([world.deskDevice.redacted.size, world.deskDevice.entries.length]).toEqual([0, count]);
  });
});

describe('a command of an account that was closed a second ago', () => {
  test('is answered where it cannot be read, and changes nothing', async () => {
    const world = await helplineWorld();
    world.homeserver.emit(world.deskRoom(an), an, { kind: 'encrypted' });
    world.homeserver.identities.delete(an);
    world.homeserver.setMember(world.deskRoom(an), { member: an, membership: 'leave', sender: an });
    await world.settle();
    expect(world.shown(an).at(-1)).toMatchObject({ refusal: { code: 'no-cross-signing' } });
    expect(world.database.tables.duties.size).toBe(0);
  });

  test('puts nobody on duty where it can', async () => {
    const world = await helplineWorld();
    world.homeserver.identities.delete(an);
    expect(await world.command(an, '!aan')).toMatchObject({ refusal: { code: 'no-cross-signing' } });
    expect(world.database.tables.duties.get(an)?.state).not.toBe('on');
  });
});

describe('a stranger in a desk room', () => {
  const members = (world: HelplineWorld, owner: string) =>
    must(world.homeserver.rooms.get(world.deskRoom(owner)), 'the room').members;

  test.each([
    ['limburg', ['stranger-removed']],
    [an, ['stranger-removed', 'intrusion']],
  ])('is removed, told to whoever brought them, and audited (%s)', async (owner, said) => {
    const world = await helplineWorld();
    const room = world.deskRoom(owner);
    world.homeserver.setMember(room, { member: stranger, membership: 'invite', sender: an });
    await world.settle();
    world.homeserver.setMember(room, { member: stranger, membership: 'join', sender: stranger });
    await world.settle();
    expect(members(world, owner).get(stranger)).toBe('leave');
    expect(remarks(world, an)).toEqual(said);
    expect(world.database.tables.audit).toMatchObject([
      { act: 'stranger-removed', who: an, subject: stranger, reason: null },
      { act: 'stranger-removed', who: stranger, subject: stranger, reason: null },
    ]);
  });

  test('is also a colleague in somebody else’s own, or of another team', async () => {
    const world = await helplineWorld();
    const { chris } = people;
    world.homeserver.setMember(world.deskRoom(an), { member: bert, membership: 'join', sender: bert });
    world.homeserver.setMember(world.deskRoom('limburg'), {
      member: chris,
      membership: 'join',
      sender: chris,
    });
    await world.settle();
    expect([members(world, an).get(bert), members(world, 'limburg').get(chris)]).toEqual(['leave', 'leave']);
  });
});

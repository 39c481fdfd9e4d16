import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { enterPool } from '../../../appservice/usecases/enter-pool.ts';
import { readStatus } from '../../../appservice/usecases/read-status.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import { conversationId, must } from '../../support/parsed.ts';
import { memoryCallerSessions } from '../../support/memory-registers.ts';
import {
  helplineWorld,
  joinedBy,
  tuesdayAtFive,
  type HelplineWorld,
} from '../../support/worlds/helpline-world.ts';
import { people, seedHours } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris } = people;

const refused = (code: string) => ({ ok: false, problem: { code } });
const endings = (world: HelplineWorld) =>
  world.eventLog.events.flatMap((event) => (event.event === 'conversation.ended' ? [event.code] : []));

async function talking(world: HelplineWorld) {
  const started = await joinedBy(an, world);
  await world.say(an, started.roomId);
  return started;
}

describe('starting', () => {
  test('makes a room with the caller in it and stores no nickname or address in clear', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { roomId, caller, device } = await world.call();
    const room = must(world.homeserver.rooms.get(roomId), 'the room');
    expect([...room.members.keys()]).toEqual([world.host, caller]);
    expect(world.homeserver.devices.get(caller)).toEqual(new Set([device]));
    expect(world.conversation(conversationId(1))).toMatchObject({ roomId, phase: { name: 'waiting' } });
  });

  test('of two callers at one free slot lets in exactly one', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const both = [world.request(), world.request()];
    const results = await Promise.all(both.map((request) => startConversation(world, request)));
    expect(results.map((result) => (result.ok ? 'in' : result.problem.code))).toEqual(['in', 'busy']);
  });

  test('is refused offline when nobody is on duty, outside hours, and without the homeserver', async () => {
    const world = await helplineWorld({ openingHours: seedHours, startsAt: tuesdayAtFive });
    expect(await startConversation(world, world.request())).toEqual(refused('offline'));
    await world.onDuty(an);
    world.clock.set(tuesdayAtFive - 1);
    expect(await startConversation(world, world.request())).toEqual(refused('offline'));
    world.clock.set(tuesdayAtFive);
    world.homeserver.failure = 'unreachable';
    expect(await startConversation(world, world.request())).toEqual(refused('offline'));
    expect(world.database.tables.conversations.size).toBe(0);
  });

  test('repeated with the same secret returns the same conversation with a fresh bearer', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const request = world.request();
    const [first, second] = [
      await startConversation(world, request),
      await startConversation(world, request),
    ];
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value).toEqual({ ...first.value, bearer: 'bearer-2', resumeToken: 'resume-2' });
    expect(world.database.tables.conversations.size).toBe(1);
    const sessions = memoryCallerSessions(world.database);
    expect(await sessions.find(world.vault.hash(first.value.bearer))).toBeUndefined();
    expect(await sessions.find(world.vault.hash(second.value.bearer))).toBeDefined();
    expect(await startConversation(world, request)).toEqual(refused('already-used'));
  });

  test('draws another case number when one is in use', async () => {
    const world = await helplineWorld({ caseNumbers: ['4711', '4711', '4712'] });
    await world.onDuty(an, bert);
    await world.call();
    await world.call();
    const rows = [...world.database.tables.conversations.values()];
    expect(rows.map(({ conversation }) => conversation.caseNumber)).toEqual(['4711', '4712']);
  });

  test('goes on from where the homeserver failed when the caller’s browser repeats it', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const request = world.request();
    world.homeserver.failing.set('create-room', 'timeout');
    expect(await startConversation(world, request)).toEqual(refused('unreachable'));
    expect(await enterPool(world, conversationId(1))).toEqual(refused('no-room'));
    world.homeserver.failing.clear();
    expect(await startConversation(world, request)).toMatchObject({ ok: true });
    await enterPool(world, conversationId(1));
    await world.settle();
    expect(world.card(an)).toBe('open');
    expect(world.homeserver.rooms.size).toBe(9);
  });

  test('given up after a minute frees the slot and closes the room that nobody recorded', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const start = () => startConversation(world, world.request());
    expect(await world.steps.untilCrash('start.room-made', start)).toBe(true);
    expect((await readStatus(world)).state).toBe('busy');
    await world.elapse(60);
    expect((await readStatus(world)).state).toBe('online');
    expect(world.conversation(conversationId(1)).phase).toMatchObject({ name: 'ended', by: 'failure' });
    const room = must(
      [...world.homeserver.rooms.values()].find(({ caller }) => caller !== null),
      'a room',
    );
    expect([...room.members.values()].filter((membership) => membership === 'join')).toHaveLength(1);
    expect(world.homeserver.devices.get(must(room.caller, 'the caller'))).toEqual(new Set());
  });

  test('rings for nobody until the caller’s browser can read, and gives up one that never can', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const started = await startConversation(world, world.request());
    expect(started).toMatchObject({ ok: true });
    await world.elapse(179);
    expect(world.card(an)).toBeUndefined();
    expect((await readStatus(world)).state).toBe('busy');
    await world.elapse(1);
    expect(world.conversation(conversationId(1)).phase).toMatchObject({ name: 'ended', by: 'failure' });
    expect(world.homeserver.calls).toContain('remove-all');
    expect(await enterPool(world, conversationId(1))).toEqual(refused('over'));
    expect((await readStatus(world)).state).toBe('online');
  });

  test('goes into the pool once, whatever is told again later', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const started = await world.call();
    await world.press(an, '✋');
    expect(await enterPool(world, started.conversationId)).toMatchObject({ ok: true });
    expect(world.conversation(started.conversationId).phase.name).toBe('taken');
  });

  test('given up while the homeserver is away is closed when it is back', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    world.homeserver.failing.set('create-room', 'unreachable');
    await startConversation(world, world.request());
    await world.elapse(70);
    expect(world.conversation(conversationId(1)).phase.name).toBe('starting');
    world.homeserver.failing.clear();
    await world.elapse(1);
    expect(world.conversation(conversationId(1)).phase.name).toBe('ended');
    expect(world.homeserver.calls).toContain('remove-all');
  });

  test('given up for good after five minutes of a homeserver that refuses the room', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    world.homeserver.failing.set('create-room', 'M_FORBIDDEN');
    await startConversation(world, world.request());
    await world.elapse(300);
    expect(world.conversation(conversationId(1)).phase.name).toBe('ended');
  });

  test('that comes back too late closes its room', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const request = world.request();
    const createRoom = async (...parts: Parameters<typeof world.rooms.createRoom>) => {
      world.homeserver.failing.set('create-room', 'M_FORBIDDEN');
      await world.elapse(301);
      world.homeserver.failing.clear();
      return await world.homeserver.createRoom(...parts);
    };
    const result = await startConversation({ ...world, rooms: { createRoom } }, request);
    await world.settle();
    expect(result).toEqual(refused('unreachable'));
    expect(world.homeserver.calls).toContain('remove-all');
  });
});

describe('ending', () => {
  test('by the caller empties the room, logs the device out, tells the counsellor, and frees the slot', async () => {
    const world = await helplineWorld();
    const { conversationId: id, roomId, caller } = await talking(world);
    expect((await readStatus(world)).state).toBe('busy');
    expect(await endConversation(world, { conversationId: id, by: 'caller' })).toMatchObject({ ok: true });
    expect((await readStatus(world)).state).toBe('online');
    await world.settle();
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'conversation-ended', by: 'caller' });
    expect(world.card(an)).toBe('ended');
    const members = must(world.homeserver.rooms.get(roomId), 'the room').members;
    expect([members.get(an), members.get(caller), members.get(world.host)]).toEqual([
      'leave',
      'leave',
      'join',
    ]);
    expect(world.homeserver.devices.get(caller)).toEqual(new Set());
    const view = await viewConversation(world, id);
    expect(view).toMatchObject({ phase: 'ended', endedBy: 'caller', counsellor: null });
  });

  test('asked twice happens once', async () => {
    const world = await helplineWorld();
    const { conversationId: id } = await talking(world);
    await endConversation(world, { conversationId: id, by: 'exit' });
    expect(await endConversation(world, { conversationId: id, by: 'caller' })).toEqual(
      refused('already-ended'),
    );
    expect(endings(world)).toEqual(['exit']);
    const unknown = { conversationId: conversationId(99), by: 'caller' } as const;
    expect(await endConversation(world, unknown)).toEqual(refused('unknown-conversation'));
  });

  test('by quick exit frees the slot before anything is done on the homeserver', async () => {
    const world = await helplineWorld();
    const { conversationId: id } = await talking(world);
    world.homeserver.failing.set('remove-all', 'unreachable');
    await endConversation(world, { conversationId: id, by: 'exit' });
    expect((await readStatus(world)).state).toBe('online');
    await world.settle();
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'conversation-ended', by: 'exit' });
    world.homeserver.failing.clear();
    await world.elapse(2);
    expect(world.roomsOf(an, 'join')).toHaveLength(0);
  });

  test('while it rings withdraws the card, and takes back the team’s', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert, chris);
    const { conversationId: id } = await world.call();
    await world.elapse(60);
    expect([world.card(chris), world.card('limburg')]).toEqual(['open', 'open']);
    await endConversation(world, { conversationId: id, by: 'caller' });
    await world.settle();
    expect([world.card(chris), world.card('limburg')]).toEqual(['withdrawn', undefined]);
    await world.press(bert, '✋', 'limburg');
    expect(world.shown(bert).at(-1)).toMatchObject({ message: { code: 'card-over' } });
  });

  test('by the counsellor’s command; with several the desk asks which', async () => {
    const world = await helplineWorld();
    const roster = {
      ...world.roster,
      members: world.roster.members.map((member) => ({ ...member, slots: 3 })),
    };
    const busy = await helplineWorld({ roster });
    await busy.onDuty(an);
    await busy.call();
    await busy.call();
    await busy.command(an, '!neem');
    await busy.command(an, '!neem');
    expect(await busy.command(an, '!einde')).toMatchObject({
      refusal: { code: 'which-conversation', running: ['1001', '1002'] },
    });
    expect(await busy.command(an, '!einde 1002')).toMatchObject({
      kind: 'conversation-ended',
      caseNumber: '1002',
      by: 'counsellor',
    });
    expect(await busy.command(an, '!einde 1001')).toMatchObject({ caseNumber: '1001' });
    expect(await busy.command(an, '!einde')).toMatchObject({ refusal: { code: 'no-conversation' } });
    expect(endings(busy)).toEqual(['counsellor', 'counsellor']);
  });

  test('of a caller who never wrote, one who vanished, and both vanished are counted as gone', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert, chris);
    const first = await world.call();
    await world.call();
    await world.press(an, '✋');
    await world.press(bert, '✋');
    await world.accept(an);
    await world.say(an, first.roomId);
    await world.elapse(299);
    expect(endings(world)).toEqual([]);
    await world.elapse(1);
    expect(endings(world)).toEqual(['gone', 'gone']);
    expect((await readStatus(world)).state).toBe('online');
    await world.elapse(30);
    expect(endings(world)).toHaveLength(2);
  });
});

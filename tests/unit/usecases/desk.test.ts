import { describe, expect, test } from '@jest/globals';
import { endDutyAtClosing } from '../../../appservice/usecases/end-duty-at-closing.ts';
import { endDutyOfUnseen } from '../../../appservice/usecases/end-duty-of-unseen.ts';
import { provisionDesk } from '../../../appservice/usecases/provision-desk.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, tuesdayAtFive } from '../../support/worlds/helpline-world.ts';
import { people, sampleRoster, seedHours } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina, stranger } = people;
const hour = 3_600_000;

describe('the desk rooms', () => {
  test('are one of one’s own with a welcome, and one of each team with its people', async () => {
    const world = await helplineWorld();
    expect(world.shown(an)).toEqual([{ kind: 'welcome', name: 'An' }]);
    const room = world.deskRoom(an);
    world.homeserver.setMember(room, { member: an, membership: 'join', sender: an });
    await world.settle();
    expect(world.shown(an)).toHaveLength(1);
    const members = (owner: string) => [
      ...must(world.homeserver.rooms.get(world.deskRoom(owner)), 'the room').members.keys(),
    ];
    expect(members(an)).toEqual([world.desk, an]);
    expect(members('limburg')).toEqual([world.desk, an, bert, dina]);
    expect(members('antwerpen')).toEqual([world.desk, chris, dina]);
  });

  test('are made once, however often it is asked, and a failure keeps nobody else from theirs', async () => {
    const world = await helplineWorld();
    const before = world.homeserver.rooms.size;
    expect(await provisionDesk({ ...world, rooms: world.deskDevice })).toBe(0);
    expect(world.homeserver.rooms.size).toBe(before);
    world.homeserver.failing.set('people-in', 'M_LIMIT_EXCEEDED');
    expect(await provisionDesk({ ...world, rooms: world.deskDevice })).toBe(8);
    await world.settle();
    expect(world.shown(an)).toHaveLength(1);
  });
});

describe('a command', () => {
  test('that is sent again as the same ciphertext in another event is not obeyed again', async () => {
    const world = await helplineWorld();
    const first = world.write(an, '!aan');
    await world.settle();
    await world.command(an, '!uit');
    const replay = world.write(an, '!aan');
    world.deskDevice.readings.set(replay, must(world.deskDevice.readings.get(first), 'the first reading'));
    await world.settle();
    expect(world.duty(an).state).toBe('off');
  });

  test('to go on duty before opening time says when callers can come', async () => {
    const world = await helplineWorld({ openingHours: seedHours, startsAt: tuesdayAtFive - hour });
    expect(await world.command(an, '!aan')).toMatchObject({ state: 'on', opensAt: tuesdayAtFive });
  });

  test('of duty is answered in one’s own desk room, wherever it was written', async () => {
    const world = await helplineWorld();
    const answer = await world.command(an, '!aan', world.deskRoom('limburg'));
    expect(answer).toEqual({ kind: 'duty', state: 'on', isFirstTime: true, opensAt: null });
    expect(world.shown('limburg')).toEqual([]);
    expect(await world.command(an, '!pauze')).toEqual({
      kind: 'duty',
      state: 'paused',
      isFirstTime: false,
      opensAt: null,
    });
    expect(await world.command(an, '!on')).toEqual({
      kind: 'duty',
      state: 'on',
      isFirstTime: false,
      opensAt: null,
    });
    expect(await world.command(an, '!uit')).toEqual({
      kind: 'duty',
      state: 'off',
      isFirstTime: false,
      opensAt: null,
    });
    expect(await world.command(an, '!pauze')).toMatchObject({ refusal: { code: 'pause-while-off' } });
  });

  test('to go on duty without a cross-signed device says what is missing', async () => {
    const world = await helplineWorld();
    world.homeserver.identities.delete(an);
    expect(await world.command(an, '!aan')).toMatchObject({ refusal: { code: 'no-cross-signing' } });
    world.homeserver.identities.set(an, { masterKey: 'key', signedDevices: 0, sessionKeys: [] });
    expect(await world.command(an, '!aan')).toMatchObject({ refusal: { code: 'no-signed-device' } });
  });

  test('that is a near miss is answered with the nearest word', async () => {
    const world = await helplineWorld();
    expect(await world.command(an, '!aann')).toMatchObject({
      kind: 'command-problem',
      problem: { code: 'unknown-word', nearest: 'aan' },
    });
  });

  test('!wie lists who is on duty and who is in conversation, !help what there is', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, chris);
    await world.call('limburg');
    await world.command(an, '!neem');
    await world.command(bert, '!aan');
    await world.command(bert, '!pauze');
    expect(await world.command(dina, '!wie')).toEqual({
      kind: 'who',
      lines: [
        { name: 'An', team: 'Limburg', state: 'on', isBusy: true },
        { name: 'Bert', team: 'Limburg', state: 'paused', isBusy: false },
        { name: 'Chris', team: 'Antwerpen', state: 'on', isBusy: false },
      ],
    });
    expect(await world.command(dina, '!help')).toEqual({ kind: 'help', isCoordinator: true });
  });

  test('that the desk cannot decrypt, or that is not encrypted, is refused visibly', async () => {
    const world = await helplineWorld();
    const id = world.homeserver.emit(world.deskRoom(an), an, { kind: 'encrypted' });
    world.deskDevice.readings.set(id, { kind: 'unreadable' });
    await world.settle();
    expect(world.shown(an).at(-1)).toMatchObject({ refusal: { code: 'not-read' } });
    world.homeserver.emit(world.deskRoom(an), an, { kind: 'plain-message' });
    await world.settle();
    expect(world.shown(an).at(-1)).toMatchObject({ refusal: { code: 'not-encrypted' } });
  });

  test('of somebody who is not in the roster, or in a colleague’s desk room, is not obeyed', async () => {
    const world = await helplineWorld();
    const count = world.deskDevice.entries.length;
    world.write(stranger, '!aan', world.deskRoom('limburg'));
    world.write(bert, '!aan', world.deskRoom(an));
    world.write(chris, '!aan', world.deskRoom('limburg'));
    await world.settle();
    expect(world.database.tables.duties.size).toBe(0);
    expect(world.deskDevice.entries).toHaveLength(count);
  });

  test('of somebody whom the roster has no more is refused in their own desk room', async () => {
    const world = await helplineWorld();
    const roster = { ...sampleRoster, members: sampleRoster.members.slice(1) };
    Object.assign(world, { roster });
    const later = { ...world, roster };
    world.write(an, '!aan');
    const { processTransactions } = await import('../../../appservice/usecases/process-transactions.ts');
    const events = world.homeserver.outbox.splice(0);
    for (const event of events) world.known.add(event);
    await world.inbox.store('after the change', events);
    await processTransactions(later);
    await world.settle();
    expect(world.shown(an).at(-1)).toMatchObject({ refusal: { code: 'not-in-roster' } });
  });

  test('pressed with any other reaction, or on any other message, means nothing', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    await world.press(an, '👍');
    const welcome = must(world.deskDevice.entries[0], 'the welcome').place.eventId;
    world.homeserver.emit(world.deskRoom(an), an, { kind: 'reaction', to: welcome, key: '✋' });
    await world.settle();
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
  });
});

describe('duty ends', () => {
  test('at closing time for who was on before it; running conversations go on', async () => {
    const world = await helplineWorld({ openingHours: seedHours, startsAt: tuesdayAtFive - hour });
    await world.onDuty(an, bert);
    await endDutyAtClosing(world);
    expect(world.duty(an).state).toBe('on');
    world.clock.set(tuesdayAtFive);
    const { conversationId } = await world.call();
    await world.press(an, '✋');
    await world.command(bert, '!pauze');
    world.clock.set(tuesdayAtFive + 2 * hour);
    await endDutyAtClosing(world);
    expect([world.duty(an).state, world.duty(bert).state]).toEqual(['off', 'off']);
    expect(world.conversation(conversationId).phase.name).toBe('taken');
    await world.command(an, '!aan');
    world.clock.elapse(1_000);
    await endDutyAtClosing(world);
    expect(world.duty(an).state).toBe('on');
    expect(world.shown(bert).at(-1)).toEqual({ kind: 'duty-ended', reason: 'closing-time' });
  });

  test('when no device was seen for five minutes, and not on a guess', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert, chris, dina);
    world.homeserver.unseenMs.set(an, 300_000).set(bert, 299_999).set(dina, 900_000);
    world.clock.elapse(299_999);
    await endDutyOfUnseen(world);
    expect(world.duty(an).state).toBe('on');
    world.clock.elapse(1);
    await endDutyOfUnseen(world);
    await world.settle();
    expect([an, bert, chris, dina].map((who) => world.duty(who).state)).toEqual(['off', 'on', 'on', 'off']);
    expect(world.shown(an).at(-1)).toEqual({ kind: 'duty-ended', reason: 'unseen' });
  });

  test('for nobody while the homeserver cannot be asked', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    world.clock.elapse(hour);
    world.homeserver.failing.set('presence', 'timeout');
    await endDutyOfUnseen(world);
    expect(world.duty(an).state).toBe('on');
  });
});

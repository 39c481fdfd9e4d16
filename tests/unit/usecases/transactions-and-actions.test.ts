import { describe, expect, test } from '@jest/globals';
import { carryOutActions } from '../../../appservice/usecases/carry-out-actions.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { processTransactions } from '../../../appservice/usecases/process-transactions.ts';
import { receiveTransaction } from '../../../appservice/usecases/receive-transaction.ts';
import type { RoomEvent } from '../../../appservice/ports/room-event.ts';
import { MemoryHomeserverError } from '../../support/memory-homeserver.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, stranger } = people;

/** Takes what happened off the homeserver, as one transaction that did not arrive yet. */
function takeOutbox(world: HelplineWorld): readonly RoomEvent[] {
  const events = world.homeserver.outbox.splice(0);
  for (const event of events) world.known.add(event);
  return events;
}

describe('transactions', () => {
  test('delivered again, under the same or another name, change nothing', async () => {
    const world = await helplineWorld();
    world.write(an, '!aan');
    const events = takeOutbox(world);
    const firstAt = world.clock.now();
    for (const transactionId of ['first', 'first', 'second']) {
      await receiveTransaction(world, { transactionId, events });
      await processTransactions(world);
      await world.settle();
      world.clock.elapse(1_000);
    }
    expect(world.shown(an).filter(({ kind }) => kind === 'duty')).toHaveLength(1);
    expect(world.duty(an).since).toBe(firstAt);
  });

  test('that bring a command of before again do not undo what was commanded since', async () => {
    const world = await helplineWorld();
    world.write(an, '!aan');
    const events = takeOutbox(world);
    await receiveTransaction(world, { transactionId: 'first', events });
    await processTransactions(world);
    await world.command(an, '!uit');
    await receiveTransaction(world, { transactionId: 'again', events });
    await world.settle();
    expect(world.duty(an).state).toBe('off');
  });

  test('that bring the counsellor’s leaving again do not take a second conversation from them', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    await world.press(an, '✋');
    const roomId = must(world.roomsOf(an, 'invite')[0], 'the invitation').roomId;
    world.homeserver.setMember(roomId, { member: an, membership: 'leave', sender: an });
    const events = takeOutbox(world);
    await receiveTransaction(world, { transactionId: 'first', events });
    await world.settle();
    await world.command(an, '!neem');
    await receiveTransaction(world, { transactionId: 'again', events });
    await world.settle();
    expect(world.conversation(conversationId).phase.name).toBe('taken');
  });

  test('with an event that fails for good skip it, tell its writer, and go on', async () => {
    const world = await helplineWorld();
    const poison = world.write(an, '!aan');
    world.deskDevice.unreadable.set(poison, new TypeError('a mistake of ours'));
    world.write(bert, '!aan');
    await world.settle();
    expect(world.duty(bert).state).toBe('on');
    expect(world.shown(an).at(-1)).toMatchObject({ refusal: { code: 'fault' } });
    const codes = world.eventLog.events.filter(({ event }) => event === 'transaction.failed');
    expect(codes).toEqual([
      { event: 'transaction.failed', code: 'unexpected' },
      { event: 'transaction.failed', code: 'unexpected' },
    ]);
  });

  test('that cannot be stored are not acknowledged, and it is written down why', async () => {
    const world = await helplineWorld();
    const store = () => Promise.reject(new MemoryHomeserverError('commit-unknown'));
    const receiving = receiveTransaction(
      { ...world, inbox: { ...world.inbox, store } },
      { transactionId: 'lost', events: [] },
    );
    await expect(receiving).rejects.toMatchObject({ code: 'commit-unknown' });
    expect(world.eventLog.events).toEqual([{ event: 'transaction.failed', code: 'commit-unknown' }]);
  });

  test.each(['desk-not-ready', 'unreachable', 'timeout'])(
    'wait while the desk or the homeserver is away or slow (%s)',
    async (code) => {
      const world = await helplineWorld();
      const early = world.write(an, '!aan');
      world.deskDevice.unreadable.set(early, new MemoryHomeserverError(code));
      world.write(bert, '!aan');
      await receiveTransaction(world, { transactionId: 'early', events: takeOutbox(world) });
      expect(await processTransactions(world)).toBe('interrupted');
      expect(world.database.tables.duties.size).toBe(0);
      world.deskDevice.unreadable.clear();
      expect(await processTransactions(world)).toBe('drained');
      expect([world.duty(an).state, world.duty(bert).state]).toEqual(['on', 'on']);
    },
  );

  test('wait when the homeserver does not answer in the middle of a command', async () => {
    const world = await helplineWorld();
    world.write(an, '!aan');
    await receiveTransaction(world, { transactionId: 'early', events: takeOutbox(world) });
    world.homeserver.failure = 'timeout';
    expect(await processTransactions(world)).toBe('interrupted');
    world.homeserver.failure = null;
    expect(await processTransactions(world)).toBe('drained');
    expect(world.duty(an).state).toBe('on');
  });

  test('with things that are no events are passed over', async () => {
    const world = await helplineWorld();
    await receiveTransaction(world, { transactionId: 'odd', events: [null, 7, { type: 'm.typing' }] });
    expect(await processTransactions(world)).toBe('drained');
    expect(world.eventLog.events).toEqual([]);
  });
});

describe('a stranger in a conversation’s room', () => {
  test('is removed, whether invited or joined, and the conversation goes on', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId, roomId, caller } = await world.call();
    world.homeserver.setMember(roomId, { member: stranger, membership: 'invite', sender: caller });
    await world.settle();
    world.homeserver.setMember(roomId, { member: bert, membership: 'join', sender: bert });
    await world.settle();
    const { members } = must(world.homeserver.rooms.get(roomId), 'the room');
    expect([members.get(stranger), members.get(bert), members.get(caller)]).toEqual([
      'leave',
      'leave',
      'join',
    ]);
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
  });

  test('is removed after the end, too', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId, roomId } = await world.call();
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    world.homeserver.setMember(roomId, { member: an, membership: 'join', sender: an });
    await world.settle();
    expect(must(world.homeserver.rooms.get(roomId), 'the room').members.get(an)).toBe('leave');
  });

  test('does not make a conversation joined or talking by what they do', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId, roomId, caller } = await world.call();
    await world.press(an, '✋');
    await world.say(caller, roomId);
    await world.say(stranger, roomId);
    expect(world.conversation(conversationId).phase.name).toBe('taken');
  });
});

describe('actions', () => {
  test('that fail are tried again after 1, 2, 4 seconds, and hold up no other lane', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    world.homeserver.failing.set('invite', 'M_LIMIT_EXCEEDED');
    await world.press(an, '✋');
    expect(world.card(an)).toBe('taken');
    await world.elapse(8);
    const attempts = world.eventLog.events.flatMap((event) =>
      event.event === 'action.failed' ? [event.attempts] : [],
    );
    expect(attempts).toEqual([1, 2, 3, 4]);
    world.homeserver.failing.clear();
    await world.elapse(8);
    expect(world.roomsOf(an, 'invite')).toHaveLength(1);
  });

  test('are given up after about an hour, except what takes people out of a room', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    world.homeserver.failing.set('remove-all', 'M_FORBIDDEN').set('desk-send', 'M_FORBIDDEN');
    await endConversation(world, { conversationId, by: 'caller' });
    world.write(bert, '!help');
    await world.settle();
    for (let minute = 0; minute < 90; minute += 1) {
      world.clock.elapse(60_000);
      await carryOutActions(world);
    }
    const rows = world.database.tables.actions.filter(({ state }) => state !== 'done');
    expect(rows.map(({ action, state }) => [action.kind, state])).toEqual([
      ['close-room', 'waiting'],
      ['desk-send', 'given-up'],
    ]);
  });

  test('of a lane that hangs hold up no other run', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { roomId } = await world.call();
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    const inviter = { invite: () => hanging };
    world.react(an, '✋');
    await world.deliver();
    const run = carryOutActions({ ...world, inviter });
    await new Promise(setImmediate);
    expect(world.card(an)).toBe('taken');
    world.write(bert, '!help');
    await world.deliver();
    await carryOutActions(world);
    expect(world.shown(bert).at(-1)?.kind).toBe('help');
    expect(world.busyLanes).toEqual(new Set([`room:${roomId}`]));
    release();
    await run;
    expect(world.busyLanes.size).toBe(0);
  });

  test('invite nobody who has lost the conversation meanwhile', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    world.homeserver.failing.set('invite', 'unreachable');
    await world.press(an, '✋');
    await endConversation(world, { conversationId, by: 'exit' });
    world.homeserver.failing.clear();
    await world.elapse(2);
    expect(world.homeserver.calls).not.toContain('invite');
    expect(world.homeserver.calls).toContain('remove-all');
  });
});

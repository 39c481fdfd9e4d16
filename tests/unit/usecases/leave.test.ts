import { expect, test } from '@jest/globals';
import type { CaseNumber, UserId } from '../../../appservice/domain/ids.ts';
import { forgetLeftRequests } from '../../../appservice/usecases/forget-left-requests.ts';
import { leaveConversation } from '../../../appservice/usecases/leave-conversation.ts';
import { readStatus } from '../../../appservice/usecases/read-status.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { helplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an } = people;

test('a quick exit while the room is still being made frees the slot, and the room that comes too late is closed', async () => {
  const world = await helplineWorld();
  await world.onDuty(an);
  const leave = () =>
    leaveConversation(world, {
      requestHash: world.vault.hash('left at once'),
      tokenHash: null,
      mayComeFirst: false,
    });
  const rooms = {
    ...world.rooms,
    createRoom: async (caller: UserId, caseNumber: CaseNumber) => {
      await leave();
      return await world.rooms.createRoom(caller, caseNumber);
    },
  };
  const started = await startConversation(
    { ...world, rooms },
    world.request({ requestSecret: 'left at once' }),
  );
  expect(started.ok).toBe(false);
  await world.settle();
  const made = [...world.homeserver.rooms.values()].filter(({ caller }) => caller !== null);
  const left = made.flatMap(({ members }) => [...members].filter(([, membership]) => membership === 'join'));
  expect(left).toEqual([[world.host, 'join']]);
  expect(await readStatus(world)).toMatchObject({ state: 'online' });
});

test('a quick exit that is here before the start has reserved anything keeps it from ever ringing', async () => {
  const world = await helplineWorld();
  await world.onDuty(an);
  const requestHash = world.vault.hash('left before');
  const isAnswering = async () => {
    await leaveConversation(world, { requestHash, tokenHash: null, mayComeFirst: true });
    return true;
  };
  const homeserver = { ...world.homeserver, isAnswering };
  const started = await startConversation(
    { ...world, homeserver },
    world.request({ requestSecret: 'left before' }),
  );
  expect(started).toEqual({ ok: false, problem: { code: 'already-used' } });
  await world.settle();
  expect(world.database.tables.conversations.size).toBe(0);
  expect(world.card(an)).toBeUndefined();
  expect(await readStatus(world)).toMatchObject({ state: 'online' });
});

test('a quick exit that may not come first keeps no start from ringing, and writes nothing', async () => {
  const world = await helplineWorld();
  await leaveConversation(world, { requestHash: 'left', tokenHash: null, mayComeFirst: false });
  expect(world.database.tables.leftRequests.size).toBe(0);
});

test('what was left before it began is forgotten after an hour', async () => {
  const world = await helplineWorld();
  await leaveConversation(world, { requestHash: 'left', tokenHash: null, mayComeFirst: true });
  world.clock.elapse(60 * 60_000);
  await forgetLeftRequests(world);
  expect([...world.database.tables.leftRequests.keys()]).toEqual(['left']);
  world.clock.elapse(1);
  await forgetLeftRequests(world);
  expect(world.database.tables.leftRequests.size).toBe(0);
});

test('a quick exit in a page that knows no conversation ends the one that its browser could come back to', async () => {
  const world = await helplineWorld();
  await world.onDuty(an);
  const started = await startConversation(world, world.request());
  if (!started.ok) throw new Error('refused');
  const tokenHash = world.vault.hash(started.value.resumeToken);
  await leaveConversation(world, { requestHash: null, tokenHash, mayComeFirst: false });
  const { phase } = world.conversation(started.value.conversationId);
  expect(phase).toMatchObject({ name: 'ended', by: 'exit' });
});

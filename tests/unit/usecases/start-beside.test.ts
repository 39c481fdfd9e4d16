import { expect, test } from '@jest/globals';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { helplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an } = people;

test('two starts with one secret beside each other give one room, and nobody stays in the other', async () => {
  const world = await helplineWorld();
  await world.onDuty(an);
  const rooms = {
    ...world.rooms,
    createRoom: () => {
      const [caller] = [...world.homeserver.devices.keys()].slice(-1);
      const roomId = world.homeserver.addRoom(caller === undefined ? [world.host] : [world.host, caller]);
      return Promise.resolve(roomId);
    },
  };
  const request = world.request();
  const started = await Promise.all([1, 2].map(() => startConversation({ ...world, rooms }, request)));
  await world.settle();
  const told = new Set(started.flatMap((each) => (each.ok ? [each.value.roomId] : [])));
  expect(told.size).toBe(1);
  const inhabited = [...world.homeserver.rooms.values()].filter(
    ({ members }) =>
      members.get(world.host) === 'join' &&
      [...members.values()].filter((each) => each === 'join').length > 1,
  );
  expect(inhabited.map(({ roomId }) => roomId)).toEqual([...told]);
});

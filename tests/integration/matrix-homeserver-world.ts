import { z } from 'zod';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { eventually } from '../ports/eventually.ts';
import { device, type HomeserverWorld } from '../ports/homeserver-world.ts';
import { eventId, must, roomId, userId } from '../support/parsed.ts';
import type { World } from '../support/world.ts';
import { makeIdentity } from './matrix-identity.ts';
import { matrixPorts } from './matrix-ports.ts';
import { askAs, speaker, type MatrixService } from './matrix-service.ts';

const memberSchema = z.object({ membership: z.string(), reason: z.string().optional() });
const powersSchema = z.object({ users: z.record(z.string(), z.number()), invite: z.number() });
const stateSchema = z.object({ state: z.array(z.object({ type: z.string(), content: z.unknown() })) });
const eventSchema = z.object({ event_id: z.string() });
const contentSchema = z.object({ content: z.record(z.string(), z.unknown()) });
const roomSchema = z.object({ room_id: z.string() });
const profileSchema = z.object({ displayname: z.string() });
const devicesSchema = z.object({ devices: z.array(z.object({ device_id: z.string() })) });
const seenSchema = z.object({
  devices: z.array(z.object({ last_seen_ts: z.number().nullable().optional() })),
});

/** Time in which Synapse writes down that it saw a device. */
const seenLimitMs = 20_000;

/** The world of the suites on the real homeserver, with the service as it runs at that moment. */
export function matrixHomeserverWorld(world: World, service: () => MatrixService): HomeserverWorld {
  const [an, bo, idle, leaver] = world.people.map((person) => userId(person.userId));
  const people = { an: must(an, 'Annelies'), bo: must(bo, 'Bram'), idle: must(idle, 'Lotte') };
  const room = (id: string) => `/rooms/${encodeURIComponent(id)}`;
  const speak = speaker(world);
  const moving = (how: 'join' | 'leave') => async (id: RoomId, person: UserId) => {
    await speak(person, { method: 'POST', path: `${room(id)}/${how}` });
  };
  const administer = async (method: string, path: string, body?: object): Promise<unknown> => {
    const url = `${world.homeserverUrl}/_synapse/admin/v1/rooms/${path}`;
    const headers = { authorization: `Bearer ${world.operatorToken}` };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return await (await fetch(url, { method, headers, ...content })).json();
  };
  let callers = 0;
  let lines = 0;
  return {
    ...matrixPorts(service),
    host: userId(service().host),
    desk: userId(service().desk),
    people,
    leaver: must(leaver, 'Jef'),
    nobody: userId(`@nobody:${world.serverName}`),
    elsewhere: userId('@rosa:elsewhere.example'),
    newCaller: () => userId(`@1712_caller_test${(callers += 1)}:${world.serverName}`),
    profile: async (caller) => {
      const path = `/profile/${encodeURIComponent(caller)}/displayname`;
      const { displayname: name } = profileSchema.parse(await askAs(world, caller, { path }));
      const { devices } = devicesSchema.parse(await askAs(world, caller, { path: '/devices' }));
      return { name, devices: devices.map((each) => each.device_id) };
    },
    standing: async (id, person) => {
      const path = `${room(id)}/state/m.room.member/${encodeURIComponent(person)}`;
      const member = memberSchema.safeParse(await askAs(world, service().host, { path }));
      return { membership: member.data?.membership ?? 'leave', reason: member.data?.reason };
    },
    mayInvite: async (id, person) => {
      const { state } = stateSchema.parse(await administer('GET', `${encodeURIComponent(id)}/state`));
      const levels = state.find(({ type }) => type === 'm.room.power_levels');
      const { users, invite } = powersSchema.parse(levels?.content);
      return (users[person] ?? 0) >= invite;
    },
    givePower: async (id, person) => {
      await administer('POST', `${encodeURIComponent(id)}/make_room_admin`, { user_id: person });
    },
    makeRoom: async (by, invited) => {
      const request = { method: 'POST', path: '/createRoom', body: { invite: [invited] } } as const;
      const isPerson = world.people.some(({ userId: each }) => each === by);
      const made = isPerson ? await speak(by, request) : await askAs(world, by, request);
      return roomId(roomSchema.parse(made).room_id);
    },
    enter: moving('join'),
    leave: moving('leave'),
    write: async (id, person) => {
      const path = `${room(id)}/send/m.room.encrypted/test${(lines += 1)}`;
      const body = { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'of a test' };
      return eventId(eventSchema.parse(await speak(person, { method: 'PUT', path, body })).event_id);
    },
    isTakenBack: async (place) => {
      const path = `${room(place.roomId)}/event/${encodeURIComponent(place.eventId)}`;
      const { content } = contentSchema.parse(await askAs(world, service().host, { path }));
      return Object.keys(content).length === 0;
    },
    useDevice: async (person) => {
      await speak(person, { method: 'GET', path: '/sync?timeout=0' });
      await eventually(() => isSeen(world, person), seenLimitMs);
    },
    makeIdentity: (person) => {
      const ask = (path: string, body: object) => askAs(world, person, { method: 'POST', path, body });
      return makeIdentity(ask, person, device);
    },
    goAway: () => world.kill('synapse'),
    comeBack: () => world.restart('synapse'),
  };
}

async function isSeen(world: World, person: UserId): Promise<boolean> {
  const url = `${world.homeserverUrl}/_synapse/admin/v2/users/${encodeURIComponent(person)}/devices`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${world.operatorToken}` } });
  const { devices } = seenSchema.parse(await answer.json());
  return devices.some((each) => typeof each.last_seen_ts === 'number');
}

import { z } from 'zod';
import { parseRoomEvents } from '../../appservice/adapters/matrix/room-events.ts';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { eventually } from '../ports/eventually.ts';
import type { DeskWorld } from '../ports/desk-world.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import { eventId, must, roomId, userId } from '../support/parsed.ts';
import type { World } from '../support/world.ts';
import { matrixPorts } from './matrix-ports.ts';
import { askAs, speaker, type MatrixService } from './matrix-service.ts';

/** After an outage a counsellor's own client waits a while before it tries again. */
const seenLimitMs = 60_000;

const sentSchema = z.object({ event_id: z.string() });
const roomSchema = z.object({ room_id: z.string() });
/** Time in which the homeserver purges a small room. */
const purgeLimitMs = 20_000;

const stateSchema = z.array(
  z.object({
    type: z.string(),
    state_key: z.string(),
    content: z.looseObject({ via: z.unknown().optional() }),
  }),
);
const redactedSchema = z.object({
  unsigned: z.looseObject({ redacted_because: z.unknown().optional() }).optional(),
});
const memberSchema = z.object({ membership: z.string() });

/** Puts the messages of the tests into text, as the service's process does, and back. */
const wordsOf = (body: string): unknown => JSON.parse(body.replace(/^(?:\* )?woorden /, ''));

/** What the suites stand on: who is logged in, and the service as it runs at that moment. */
export type DeskScene = {
  readonly world: World;
  readonly service: () => MatrixService;
  readonly counsellor: TestCounsellor;
  /** The counsellor's own desk room, which they entered. */
  readonly room: string;
};

/** The world of the suites on the real desk. */
export async function matrixDeskWorld(scene: DeskScene): Promise<DeskWorld> {
  const { world, service, counsellor } = scene;
  const speak = speaker(world);
  const moving = (how: 'join' | 'leave') => async (id: RoomId, person: UserId) => {
    await speak(person, { method: 'POST', path: `${path(id)}/${how}` });
  };
  const ports = matrixPorts(service);
  const path = (id: RoomId) => `/rooms/${encodeURIComponent(id)}`;
  return {
    ...ports,
    desk: userId(service().desk),
    counsellor: userId(counsellor.userId),
    room: roomId(scene.room),
    colleagues: { an: personOf(world, 'Annelies'), bo: personOf(world, 'Bram') },
    closedRooms: await closedRooms(world, service()),
    seen: seenBy(counsellor, ports.sender),
    isTakenBack: async ({ roomId: id, eventId: event }) => {
      const asked = { path: `${path(id)}/event/${encodeURIComponent(event)}` };
      const unsigned = redactedSchema.parse(await askAs(world, service().desk, asked)).unsigned;
      return unsigned?.redacted_because !== undefined;
    },
    membership: async (id, person) => {
      const asked = { path: `${path(id)}/state/m.room.member/${encodeURIComponent(person)}` };
      return memberSchema.safeParse(await askAs(world, service().desk, asked)).data?.membership ?? 'leave';
    },
    children: async (space) => {
      const state = await askAs(world, service().desk, { path: `${path(space)}/state` });
      return stateSchema.parse(state).flatMap(({ type, state_key: child, content }) => {
        return type === 'm.space.child' && content.via !== undefined ? [roomId(child)] : [];
      });
    },
    shownIn: async (space, person) => {
      const held = stateSchema.parse(await speak(person, { method: 'GET', path: `${path(space)}/state` }));
      const rooms = held.filter(({ type }) => type === 'm.space.child').map((each) => roomId(each.state_key));
      const shown = await Promise.all(
        rooms.map((id) =>
          speak(person, { method: 'GET', path: `${path(id)}/state/m.room.name` }).then(
            () => [id],
            () => [], // all that Element would have to show of it is refused
          ),
        ),
      );
      return shown.flat();
    },
    destroy: async (id) => {
      await eventually(() => ports.purger.purge(id), purgeLimitMs);
    },
    enter: moving('join'),
    leave: moving('leave'),
    counsellorDoes: counsellorDoing(scene, speak),
    arrived: async (id) => {
      const brings = (line: Readonly<Record<string, unknown>>) =>
        z.array(z.string().nullable()).safeParse(line['events']).data?.includes(id) === true;
      await service().waitFor('the event', brings);
      return must(parseRoomEvents(await service().call('test', 'event', id)), 'an event');
    },
    goAway: async () => {
      await world.kill('synapse');
      await service().waitFor(
        'loss',
        (line) => line['state'] === 'connecting' && isLast(service(), line),
        40_000,
      );
    },
    comeBack: async () => {
      await world.restart('synapse');
      await service().waitFor(
        'return',
        (line) => line['state'] === 'ready' && isLast(service(), line),
        40_000,
      );
    },
  };
}

/** Whether this is what the desk said last of its own state. */
export function isLast({ lines }: MatrixService, line: Readonly<Record<string, unknown>>): boolean {
  return lines.findLast((each) => each['state'] !== undefined) === line;
}

function personOf(world: World, name: string): UserId {
  const person = world.people.find((each) => each.name === name);
  return userId(must(person, name).userId);
}

/** One that the desk is in and that is not encrypted, and one that it was only invited to. */
async function closedRooms(world: World, { host, desk }: MatrixService): Promise<readonly RoomId[]> {
  const make = async (as: string, invite: readonly string[]): Promise<RoomId> => {
    const made = await askAs(world, as, { method: 'POST', path: '/createRoom', body: { invite } });
    return roomId(roomSchema.parse(made).room_id);
  };
  return [await make(desk, []), await make(host, [desk])];
}

function seenBy(counsellor: TestCounsellor, sender: DeskWorld['sender']): DeskWorld['seen'] {
  let marks = 0;
  return async ({ roomId: room, eventId: message }, { versions = 1, reactions = 0 } = {}) => {
    const said = await counsellor.waitFor('words', (event) => event.eventId === message, seenLimitMs);
    const edits = () =>
      counsellor.events.filter((event) => event.kind === 'words' && event.edits === message);
    const pressed = () =>
      counsellor.events.filter((event) => event.kind === 'reaction' && event.to === message);
    if (versions > 1) await counsellor.waitFor('words', () => edits().length > versions - 2, seenLimitMs);
    if (reactions > 0) await counsellor.waitFor('reaction', () => pressed().length >= reactions, seenLimitMs);
    const key = `mark ${(marks += 1)}`;
    const mark = await sender.send({
      roomId: room,
      key,
      message: { kind: 'welcome', name: key },
      mention: null,
    });
    await counsellor.waitFor('words', (event) => event.eventId === mark.eventId, seenLimitMs);
    return {
      versions: [said, ...edits()].map((event) => ('body' in event ? wordsOf(event.body) : event)),
      isMention: said.isMention,
      reactions: pressed().map((event) => ('key' in event ? event.key : '')),
    };
  };
}

function counsellorDoing(
  { counsellor, room }: DeskScene,
  speak: ReturnType<typeof speaker>,
): DeskWorld['counsellorDoes'] {
  let sent = 0;
  const put = async (type: string, body: object) => {
    const path = `/rooms/${encodeURIComponent(room)}/send/${type}/suite-${(sent += 1)}`;
    const answer = await speak(userId(counsellor.userId), { method: 'PUT', path, body });
    return eventId(sentSchema.parse(answer).event_id);
  };
  return {
    write: async (body) => eventId(z.string().parse(await counsellor.call('say', room, body))),
    writeAgain: ({ raw }) => put('m.room.encrypted', z.looseObject({}).parse(raw['content'])),
    writeInClear: (body) => put('m.room.message', { msgtype: 'm.text', body }),
    writeIllegibly: () => put('m.room.encrypted', { algorithm: 'm.megolm.v1.aes-sha2' }),
    edit: async (of, newBody) => {
      const sentEdit = sentSchema.parse(await counsellor.call('edit', room, of, newBody));
      return eventId(sentEdit.event_id);
    },
    takeBack: async (of) => {
      const taken = sentSchema.parse(await counsellor.call('redact', room, of));
      return eventId(taken.event_id);
    },
    react: (to, key) =>
      put('m.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: to, key } }),
  };
}

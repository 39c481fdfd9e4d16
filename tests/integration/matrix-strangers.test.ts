import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { eventually } from '../ports/eventually.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import { command, nextWords, openCounsellor } from '../support/engine-caller-desk.ts';
import {
  askHomeserver,
  caseNumberOf,
  membersNow,
  query,
  roomHistory,
} from '../support/engine-caller-looks.ts';
import { hearsWords, takeTalk } from '../support/engine-caller-talk.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import { startWorld, type World } from '../support/world.ts';

const limitMs = 120_000;
jest.setTimeout(limitMs);

let world: World;
let callers: CallersProcess;
let lotte: TestCounsellor;
let marleen: TestCounsellor;
let spy: string;

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
  [lotte, marleen] = await Promise.all([openCounsellor(world, 'Lotte'), openCounsellor(world, 'Marleen')]);
  await command(lotte, '!aan', /^Je staat aan/u);
  callers = startCallers(world.publicUrl);
  spy = `@spy:${world.serverName}`;
  await administer('PUT', `/v2/users/${encodeURIComponent(spy)}`, { password: 'as the administrator likes' });
}, 180_000);

afterAll(async () => {
  await callers.stop();
  await Promise.all([lotte, marleen].map((each) => each.kill()));
  await world.stop();
}, limitMs);

/** What somebody does who has the homeserver's administrator account. */
const administer = (method: string, path: string, body: object) =>
  askHomeserver(world, `/_synapse/admin${path}`, { token: world.operatorToken, method, body });

const makeRoomAdmin = (roomId: string, person: string) =>
  administer('POST', `/v1/rooms/${encodeURIComponent(roomId)}/make_room_admin`, { user_id: person });

/** Whether somebody is in a room or invited, in the homeserver's own tables. */
async function isThere(roomId: string, person: string): Promise<boolean> {
  const text = `SELECT FROM local_current_membership
    WHERE room_id = $1 AND user_id = $2 AND membership IN ('invite', 'join')`;
  return (await query(world, text, { values: [roomId, person], database: 'synapse' })).length > 0;
}

async function ownDeskOf(counsellor: TestCounsellor): Promise<string> {
  const text = "SELECT room_id FROM desk_rooms WHERE kind = 'own' AND owner = $1";
  const [room] = await query(world, text, { values: [counsellor.userId] });
  return String(room?.['room_id']);
}

async function talking(name: string): Promise<{ readonly roomId: string; readonly caseNumber: string }> {
  const caller = callers.caller(name);
  caller.say('Eerste woorden');
  const { roomId } = await caller.start();
  await takeTalk(world, lotte, { roomId });
  await hearsWords(lotte, roomId, 'Eerste woorden');
  return { roomId, caseNumber: await caseNumberOf(world, roomId) };
}

test('a command in a conversation is taken out of it, and rings for who wrote it', async () => {
  const { roomId, caseNumber } = await talking('written to');
  const seen = lotte.events.length;
  const line = String(await lotte.call('say', roomId, ' /invite @bram:1712'));
  const told = await nextWords(
    lotte,
    seen,
    new RegExp(`^Gesprek ${caseNumber}: je schreef daar een regel`, 'u'),
  );
  expect(told.isMention).toBe(true);
  const event = (await roomHistory(world, roomId)).find(({ event_id: id }) => id === line);
  expect(event?.content).toEqual({});
  await command(lotte, `!einde ${caseNumber}`, /is afgelopen/u);
});

test('whom the administrator gives a conversation’s room is out of it, without power, and told of', async () => {
  const { roomId, caseNumber } = await talking('spied upon');
  const [seen, seenByMarleen] = [lotte.events.length, marleen.events.length];
  await makeRoomAdmin(roomId, spy);
  await eventually(async () => !(await isThere(roomId, spy)), 5_000);
  const told = new RegExp(`^In gesprek ${caseNumber} werd ${spy} binnengelaten`, 'u');
  expect((await nextWords(lotte, seen, told)).isMention).toBe(true);
  expect((await nextWords(marleen, seenByMarleen, told)).isMention).toBe(true);
  await eventually(async () => (await lotte.call('power', roomId)) === 0, 5_000);
  await eventually(async () => !(await powerfulIn(roomId)).includes(spy), 5_000);
  const history = await roomHistory(world, roomId);
  expect(membersNow(history)).toContain(lotte.userId);
  await command(lotte, `!einde ${caseNumber}`, /is afgelopen/u);
});

/** Who has a power of their own in a room now. */
async function powerfulIn(roomId: string): Promise<readonly string[]> {
  const levels = (await roomHistory(world, roomId)).filter(({ type }) => type === 'm.room.power_levels');
  return Object.keys(levels.at(-1)?.content['users'] ?? {});
}

test('whom the administrator joins to somebody’s desk while the service is away is out when it is back', async () => {
  const desk = await ownDeskOf(lotte);
  const operator = await whoHas(world.operatorToken);
  const seen = marleen.events.length;
  await world.kill('appservice');
  await makeRoomAdmin(desk, operator);
  const join = `/_matrix/client/v3/join/${encodeURIComponent(desk)}`;
  await askHomeserver(world, join, { token: world.operatorToken, method: 'POST', body: {} });
  await administer('POST', `/v1/join/${encodeURIComponent(desk)}`, { user_id: spy });
  expect(await isThere(desk, spy)).toBe(true);
  await world.restart('appservice');
  await eventually(async () => !(await isThere(desk, spy)) && !(await isThere(desk, operator)), 60_000);
  const told = new RegExp(`^In de balie van Lotte werd ${spy} binnengelaten`, 'u');
  expect((await nextWords(marleen, seen, told)).isMention).toBe(true);
  expect(await command(lotte, '!wie', /Lotte/u)).toBeDefined();
});

async function whoHas(token: string): Promise<string> {
  const answer = await askHomeserver(world, '/_matrix/client/v3/account/whoami', { token });
  return z.object({ user_id: z.string() }).parse(answer).user_id;
}

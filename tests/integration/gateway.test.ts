import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  initAsync,
  RoomId,
  UserId,
  DecryptionSettings,
  TrustRequirement,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { until } from '../unit/http/gateway-scene.ts';
import { conversationId, deviceId, must, roomId, userId } from '../support/parsed.ts';
import { startWorld, type World } from '../support/world.ts';
import {
  openDevice,
  signedDevicesOnly,
  speaker,
  startGateway,
  startWitness,
  takeTransactions,
  type Json,
  type Speak,
} from './gateway-parts.ts';

const client = '/_matrix/client/v3';
const caller = '@1712_caller_gateway:localhost';
const device = 'CALLERDEVICE';

/** What `m.typing` says; other ephemeral events name nobody here. */
type Typing = { readonly content: { readonly user_ids?: readonly string[] } };

let world: World;
let witness: Awaited<ReturnType<typeof startWitness>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let stopTransactions: () => void;
let room: string;
let counsellor: { readonly userId: string; readonly deviceId: string; readonly speak: Speak };
let through: Speak;

beforeAll(async () => {
  await initAsync();
  world = await startWorld();
  stopTransactions = await takeTransactions(world.privatePort);
  witness = await startWitness(world.homeserverUrl);
  gateway = await startGateway({ url: witness.url, asToken: world.asToken });
  through = speaker(gateway.url, gateway.bearer);
  counsellor = await logIn();
  room = await openRoom();
  gateway.session.now = {
    conversationId: conversationId(1),
    caller: userId(caller),
    device: deviceId(device),
    roomId: roomId(room),
    counsellor: userId(counsellor.userId),
    readers: [],
    invitee: null,
  };
}, 120_000);

afterAll(async () => {
  await gateway.stop();
  witness.stop();
  stopTransactions();
  await world.stop();
}, 60_000);

async function logIn() {
  const person = must(
    world.people.find(({ role }) => role === 'counsellor'),
    'a seeded counsellor',
  );
  const { json } = await speaker(world.homeserverUrl, '')('POST', `${client}/login`, {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: person.userId },
    password: person.password,
  });
  const speak = speaker(world.homeserverUrl, String(json['access_token']));
  return { userId: person.userId, deviceId: String(json['device_id']), speak };
}

/** The host's part of a start (feasibility D 2 A), by hand. */
async function openRoom(): Promise<string> {
  const host = speaker(world.homeserverUrl, world.asToken);
  const asCaller = speaker(world.homeserverUrl, world.asToken, `user_id=${encodeURIComponent(caller)}`);
  const username = caller.slice(1).split(':')[0];
  await host('POST', `${client}/register`, {
    type: 'm.login.application_service',
    username,
    inhibit_login: true,
  });
  await asCaller('PUT', `${client}/devices/${device}`, {});
  const { json } = await host('POST', `${client}/createRoom`, {
    preset: 'private_chat',
    invite: [caller, counsellor.userId],
    power_level_content_override: { users: { [caller]: 50 }, events_default: 0 },
    initial_state: [
      { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } },
    ],
  });
  const made = String(json['room_id']);
  await asCaller('POST', `${client}/rooms/${encodeURIComponent(made)}/join`, {});
  await counsellor.speak('POST', `${client}/rooms/${encodeURIComponent(made)}/join`, {});
  return made;
}

describe('a real crypto library through the gateway', () => {
  const words = 'zeg het maar — 🌞';

  test('makes its keys and its identity, talks, and Synapse gets nothing that is not on the list', async () => {
    const theirs = await openDevice(counsellor.userId, counsellor.deviceId, counsellor.speak);
    await theirs.begin();
    const own = await openDevice(caller, device, through);
    const { uploaded, body } = await own.begin();
    expect(uploaded.status).toBe(200);
    const first = await own.sync();
    expect(Object.keys((first.json['rooms'] as { join: Json }).join)).toEqual([room]);
    expect((await own.machine.getIdentity(new UserId(caller)))?.isVerified()).toBe(true);

    expect((await through('POST', `${client}/keys/device_signing/upload`, body)).status).toBe(200);
    const reset = await own.machine.bootstrapCrossSigning(true);
    const again = await through(
      'POST',
      `${client}/keys/device_signing/upload`,
      reset.uploadSigningKeysRequest.body,
    );
    expect([again.status, again.json['errcode']]).toEqual([403, 'M_FORBIDDEN']);

    const them = () => new UserId(counsellor.userId);
    await own.send(own.machine.queryKeysForUsers([them()]));
    const claim = must(await own.machine.getMissingSessions([them()]), 'a missing session');
    await own.send(claim);
    const shares = await own.machine.shareRoomKey(new RoomId(room), [them()], signedDevicesOnly());
    for (const share of shares) await own.send(share);
    expect(shares.map(({ event_type: type }) => type)).toEqual(['m.room.encrypted']);
    const encrypted = await own.machine.encryptRoomEvent(
      new RoomId(room),
      'm.room.message',
      JSON.stringify({ msgtype: 'm.text', body: words }),
    );
    const path = `${client}/rooms/${encodeURIComponent(room)}`;
    const sent = await through('PUT', `${path}/send/m.room.encrypted/t1`, encrypted);
    const repeated = await through('PUT', `${path}/send/m.room.encrypted/t1`, encrypted);
    expect([sent.status, repeated.json]).toEqual([200, sent.json]);

    await theirs.sync();
    await theirs.send(theirs.machine.queryKeysForUsers([new UserId(caller)]));
    const eventId = String(sent.json['event_id']);
    const { json: event } = await counsellor.speak('GET', `${path}/event/${encodeURIComponent(eventId)}`);
    const settings = new DecryptionSettings(TrustRequirement.CrossSigned);
    const read = await theirs.machine.decryptRoomEvent(JSON.stringify(event), new RoomId(room), settings);
    expect(JSON.parse(read.event)).toMatchObject({ content: { body: words } });

    expect(
      (await through('PUT', `${path}/typing/${encodeURIComponent(caller)}`, { typing: true })).status,
    ).toBe(200);
    expect((await through('POST', `${path}/receipt/m.read/${encodeURIComponent(eventId)}`, {})).status).toBe(
      200,
    );
    const messages = await through('GET', `${path}/messages?dir=b&limit=10`);
    expect((messages.json['chunk'] as Json[]).map((each) => each['type'])).toContain('m.room.encrypted');
    expect((await through('PUT', `${path}/redact/${encodeURIComponent(eventId)}/t2`, {})).status).toBe(200);
    expect([own.refused, theirs.refused]).toEqual([[], []]);

    const rows =
      /^(GET \S+\/sync\?|POST \S+\/keys\/(upload|query|claim|device_signing\/upload|signatures\/upload)\?|PUT \S+\/sendToDevice\/m\.room\.encrypted\/|PUT \S+\/(send\/m\.room\.encrypted|typing|redact)\/|POST \S+\/receipt\/m\.read\/|GET \S+\/messages\?)/;
    expect(witness.passed.filter((each) => !rows.test(each))).toEqual([]);
    for (const each of witness.passed) {
      const { searchParams } = new URL(each.split(' ')[1] ?? '', 'http://x');
      expect([searchParams.getAll('user_id'), searchParams.getAll('device_id')]).toEqual([
        [caller],
        [device],
      ]);
    }
  });

  test('wakes a waiting sync when the counsellor types', async () => {
    let since = String((await through('GET', `${client}/sync`)).json['next_batch']);
    const rooms = `${client}/rooms/${encodeURIComponent(room)}`;
    const isTyping = (json: Json) => {
      const { join } = (json['rooms'] ?? {}) as {
        join?: Record<string, { ephemeral: { events: Typing[] } }>;
      };
      const events = join?.[room]?.ephemeral.events ?? [];
      return events.some(({ content }) => content.user_ids?.includes(counsellor.userId));
    };
    const next = async () => {
      const { status, json } = await through('GET', `${client}/sync?timeout=30000&since=${since}`);
      expect(status).toBe(200);
      since = String(json['next_batch']);
      return json;
    };
    const passedBefore = witness.passed.length;
    let woken = next();
    await until(() => witness.passed.length > passedBefore);
    await counsellor.speak('PUT', `${rooms}/typing/${encodeURIComponent(counsellor.userId)}`, {
      typing: true,
      timeout: 10_000,
    });
    // What the first test did may come first. Typing is over before a sync that nothing wakes: that one never shows it.
    for (let turn = 0; turn < 10 && !isTyping(await woken); turn += 1) woken = next();
    expect(isTyping(await woken)).toBe(true);
  });

  test('cuts a waiting sync off on both sides when the conversation ends', async () => {
    const since = String((await through('GET', `${client}/sync`)).json['next_batch']);
    const whole = gateway.session.now;
    const passedBefore = witness.passed.length;
    witness.answers.withholds = true;
    const last = through('GET', `${client}/sync?timeout=30000&since=${since}`);
    await until(() => witness.passed.length > passedBefore);
    expect(witness.answers.cutOff).toBe(0);
    gateway.session.now = undefined;
    gateway.change(conversationId(1));
    const { status, json } = await last;
    expect([status, json['errcode']]).toEqual([401, 'M_UNKNOWN_TOKEN']);
    await until(() => witness.answers.cutOff === 1);
    witness.answers.withholds = false;
    gateway.session.now = whole;
  });

  test('is told when its device is gone', async () => {
    const asCaller = speaker(world.homeserverUrl, world.asToken, `user_id=${encodeURIComponent(caller)}`);
    await asCaller('DELETE', `${client}/devices/${device}`, {});
    const { status, json } = await through('GET', `${client}/sync`);
    expect([status, json['errcode']]).toEqual([400, 'M_UNKNOWN_DEVICE']);
  });

  test('is answered with one code while Synapse is away', async () => {
    await world.kill('synapse');
    const { status, json } = await through('GET', `${client}/sync`);
    expect([status, json['errcode']]).toEqual([502, 'HELPLINE_UNREACHABLE']);
    expect(gateway.logs.at(-1)).toEqual({
      event: 'request.failed',
      code: 'HELPLINE_UNREACHABLE',
      status: 502,
    });
  });
});

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { deskContract } from '../ports/desk-contract.ts';
import type { DeskWorld } from '../ports/desk-world.ts';
import { startCounsellor, type TestCounsellor } from '../support/counsellor.ts';
import { leftUnreadable } from '../support/engine-caller-desk.ts';
import { startWorld, type World } from '../support/world.ts';
import { isLast, matrixDeskWorld } from './matrix-desk-world.ts';
import { accessTokenOf, speaker, startMatrixService, type MatrixService } from './matrix-service.ts';
import { startUnsigned } from './matrix-unsigned.ts';

/** Whoever waits in the suites waits a minute at most. */
jest.setTimeout(120_000);

const month = '2026-11';

type Place = { readonly roomId: string; readonly eventId: string };

let world: World;
let service: MatrixService;
let counsellor: TestCounsellor;
let room: string;
let desk: DeskWorld;

beforeAll(async () => {
  world = await startWorld();
  service = await startMatrixService(world);
  counsellor = await logIn('Lotte');
  await service.ready();
  room = await deskRoomOf(counsellor, 'Lotte');
  desk = await matrixDeskWorld({ world, service: () => service, counsellor, room });
}, 180_000);

afterAll(async () => {
  await Promise.all([counsellor.stop(), service.stop()]);
  await world.stop();
}, 60_000);

function logIn(name: string): Promise<TestCounsellor> {
  const person = world.people.find((each) => each.name === name);
  if (person === undefined) throw new Error('nobody of that name');
  const { userId, password } = person;
  return startCounsellor({ homeserverUrl: world.homeserverUrl, userId, password });
}

async function deskRoomOf(who: TestCounsellor, name: string): Promise<string> {
  const roomId = String(await service.call('maker', 'makeOwn', who.userId, name, month));
  await service.call('maker', 'ensureInvited', roomId, [who.userId]);
  await who.waitFor('invitation', (event) => event.roomId === roomId);
  await who.call('join', roomId);
  await who.waitFor('entered', (event) => event.roomId === roomId);
  return roomId;
}

const help = { kind: 'help', isCoordinator: false };
const helpWords = `woorden ${JSON.stringify(help)}`;

async function send(key: string, more: object = {}): Promise<Place> {
  const message = { roomId: room, key, message: help, mention: null, ...more };
  return (await service.call('sender', 'send', message)) as Place;
}

const reads = (body: string) => (line: Record<string, unknown>) =>
  (line['reading'] as { body?: string } | undefined)?.body === body;

const deviceOf = (from: MatrixService): Record<string, unknown> | undefined =>
  from.lines.find((line) => line['device'] !== undefined);

describe('the desk', () => {
  test('speaks under its own name, and learns who pressed its card', async () => {
    const card = await send('card', { mention: counsellor.userId });
    const words = await counsellor.waitFor('words', (event) => event.eventId === card.eventId);
    expect(words).toMatchObject({ body: helpWords, sender: service.desk });
    await counsellor.call('react', room, card.eventId, '✋');
    const pressed = await service.waitFor('a press', (line) => {
      const reading = line['reading'] as { kind?: string; by?: string } | undefined;
      return reading?.kind === 'reaction' && reading.by === counsellor.userId;
    });
    expect(pressed['reading']).toMatchObject({ key: '✋', to: card.eventId });
  });

  test('reads neither edits nor emotes nor pictures', async () => {
    const said = String(await counsellor.call('say', room, '!wie'));
    await counsellor.call('edit', room, said, '!uit');
    await counsellor.call('sendContent', room, '{"msgtype":"m.emote","body":"!uit"}');
    await counsellor.call('sendContent', room, '{"msgtype":"m.file","body":"!uit","url":"mxc://x/y"}');
    await counsellor.call('sendContent', room, '{"msgtype":"m.notice","body":"!uit"}');
    await counsellor.call('say', room, '!help');
    await service.waitFor('words', reads('!help'));
    expect(service.lines.some(reads('!uit'))).toBe(false);
    expect(service.lines.some(reads('* !uit'))).toBe(false);
  });

  test('reads a reply and a thread, without what an older client repeats of the card', async () => {
    const card = await send('card to reply to');
    const replyTo = { 'm.in_reply_to': { event_id: card.eventId } };
    const contents = [
      { body: `> <@1712_desk> ${helpWords}\n\n!neem 1`, 'm.relates_to': replyTo },
      { body: '!neem 2', 'm.relates_to': { rel_type: 'm.thread', event_id: card.eventId, ...replyTo } },
    ];
    for (const content of contents) {
      await counsellor.call('sendContent', room, JSON.stringify({ msgtype: 'm.text', ...content }));
    }
    expect(await service.waitFor('the reply', reads('!neem 1'))).toBeDefined();
    expect(await service.waitFor('the thread', reads('!neem 2'))).toBeDefined();
  });

  test('is seen by counsellors as a signed device of a signed identity', async () => {
    expect(await service.call('identities', 'look', service.desk)).toEqual({
      masterKey: expect.stringMatching(/^[A-Za-z0-9+/]{43}$/),
      signedDevices: 1,
      sessionKeys: [expect.stringMatching(/^[A-Za-z0-9+/]{43}$/)],
    });
    expect(await service.call('identities', 'look', counsellor.userId)).toMatchObject({
      signedDevices: 1,
      sessionKeys: [expect.stringMatching(/^[A-Za-z0-9+/]{43}$/)],
    });
  });
});

describe('a counsellor whose device is not signed', () => {
  test('gets no key and is not understood, but reads in clear what is missing', async () => {
    const unsigned = await startUnsigned(world, 'Jef');
    const own = String(await service.call('maker', 'makeOwn', unsigned.userId, 'Jef', month));
    await service.call('maker', 'ensureInvited', own, [unsigned.userId]);
    await unsigned.waitFor('entered');
    const look = await service.call('identities', 'look', unsigned.userId);
    expect(look).toEqual({ masterKey: null, signedDevices: 0, sessionKeys: [] });
    await send('unsigned-card', { roomId: own, mention: unsigned.userId });
    expect(await unsigned.waitFor('MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE')).toBeDefined();
    unsigned.say('!aan');
    await service.waitFor(
      'unreadable words',
      (line) =>
        line['by'] === unsigned.userId && (line['reading'] as { kind?: string }).kind === 'unreadable',
      20_000,
    );
    const message = { kind: 'refusal', refusal: { code: 'no-cross-signing' } };
    await send('told', { roomId: own, message });
    expect(await unsigned.waitFor('no-cross-signing')).toContain('woorden');
    await unsigned.stop();
  });

  test('a signed one gets the same words encrypted', async () => {
    const told = await send('told-signed', { message: { kind: 'refusal', refusal: { code: 'not-read' } } });
    await counsellor.waitFor('words', (event) => event.eventId === told.eventId);
    const token = await accessTokenOf(world, 'Lotte');
    const event = await fetch(
      `${world.homeserverUrl}/_matrix/client/v3/rooms/${encodeURIComponent(room)}/event/${encodeURIComponent(told.eventId)}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    expect(await event.json()).toMatchObject({ type: 'm.room.encrypted' });
  });
});

describe('a desk room', () => {
  const colleague = () => String(world.people.find(({ name }) => name === 'Annelies')?.userId);

  test.each([
    ['invites nobody', 'invite', colleague],
    ['puts out nobody', 'kick', () => service.desk],
    ['bans nobody', 'ban', () => service.desk],
  ])('is its owner’s to write in: the homeserver %s for them', async (_what, how, whom) => {
    const path = `/rooms/${encodeURIComponent(room)}/${how}`;
    const asking = speaker(world)(counsellor.userId, { method: 'POST', path, body: { user_id: whom() } });
    await expect(asking).rejects.toThrow('M_FORBIDDEN');
  });
});

deskContract(() => desk);

describe('the desk’s device outlives', () => {
  test('SIGKILL in the middle of its words: same device, same keys, old sessions, nothing doubled', async () => {
    const before = deviceOf(service);
    const sent = await send('before-kill', { mention: counsellor.userId });
    const cut = send('cut').catch(() => undefined);
    await service.kill();
    await Promise.race([cut, Promise.resolve()]);
    await counsellor.call('say', room, '!pauze');
    service = await startMatrixService(world);
    await service.ready();
    expect(deviceOf(service)).toEqual(before);
    expect(await service.waitFor('words', reads('!pauze'))).toBeDefined();
    expect(await send('before-kill', { mention: counsellor.userId })).toEqual(sent);
    const again = await send('cut');
    const words = await counsellor.waitFor('words', (event) => event.eventId === again.eventId);
    expect(words.body).toBe(helpWords);
    expect(await service.call('maker', 'makeOwn', counsellor.userId, 'Lotte', month)).toBe(room);
    expect(await leftUnreadable(counsellor)).toEqual([]);
  });

  test('the database’s being away: it stands still, and goes on with the same keys', async () => {
    const devices = service.lines.filter((line) => line['device'] !== undefined).length;
    await world.kill('postgres');
    await world.restart('postgres');
    const again = await service.waitFor(
      'the next term',
      (line) =>
        line['device'] !== undefined &&
        service.lines.filter((each) => each['device'] !== undefined).length > devices &&
        line !== deviceOf(service),
      60_000,
    );
    expect(again).toEqual(deviceOf(service));
    await service.waitFor('return', (line) => line['state'] === 'ready' && isLast(service, line), 60_000);
    await counsellor.call('say', room, '!aan na databank');
    expect(await service.waitFor('words', reads('!aan na databank'), 60_000)).toBeDefined();
    const back = await send('back-again');
    expect(
      await counsellor.waitFor('words', (event) => event.eventId === back.eventId, 60_000),
    ).toBeDefined();
  }, 240_000);

  test('printing nothing, and staying within its memory', async () => {
    expect(service.strayOutput).toEqual([]);
    expect(service.lines.filter((line) => line['unhandled'] !== undefined)).toEqual([]);
    const reported = service.lines.filter((line) => line['library'] !== undefined);
    expect(JSON.stringify(reported)).not.toMatch(/[@!$]\S+:|Bearer|ed25519/);
    expect(await service.call('test', 'memoryMegabytes')).toBeLessThanOrEqual(260);
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { DecryptionSettings, RoomId, TrustRequirement } from '@matrix-org/matrix-sdk-crypto-wasm';
import { createGatewayClient } from '../../../widget/crypto/gateway-client.ts';
import { createKeyLedger } from '../../../widget/crypto/key-ledger.ts';
import { createKeyRequests } from '../../../widget/crypto/key-requests.ts';
import { openMachine } from '../../../widget/crypto/open-machine.ts';
import { shareRoomKey } from '../../../widget/crypto/share-room-key.ts';
import { startDevice } from '../../../widget/crypto/start-device.ts';
import {
  callerId,
  counsellorId,
  phrase,
  started,
  nextConversation,
  roomId,
  surroundingsOf,
  createEngineWorld,
  isKind,
  isSent,
  isHeld,
  stopWorlds,
} from './engine-world.ts';
import { createStandInHomeserver } from './stand-in-homeserver.ts';
import { createTestCounsellor } from './test-counsellor.ts';
import { untroubled } from './untroubled.ts';
import { companyOrder } from '../../support/company-order.ts';

afterEach(stopWorlds);

describe('a conversation', () => {
  test('lets out the words typed before anybody was there, in order, once a key has reached the counsellor', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'load' });
    world.ask({ kind: 'send', id: 'a', body: `${phrase} één` });
    world.ask({ kind: 'start', conversation: started });
    world.ask({ kind: 'send', id: 'b', body: `${phrase} twee` });
    await world.until(isHeld('b'));
    await world.until(isKind('ready'));
    expect(world.sendAttempts()).toBe(0);
    await world.join();
    await world.until(isSent('b'));
    world.ask({ kind: 'send', id: 'c', body: `${phrase} drie` });
    world.ask({ kind: 'send', id: 'c', body: `${phrase} drie` });
    await world.until(isSent('c'));
    expect(await world.counsellor.readNew()).toEqual([`${phrase} één`, `${phrase} twee`, `${phrase} drie`]);
    const kinds = world.told.map((message) => message.kind);
    expect(kinds.indexOf('secured')).toBeLessThan(kinds.indexOf('sent'));
    expect(kinds.filter((kind) => kind === 'sent')).toHaveLength(3);
    expect(world.homeserver.seen.filter((each) => each.body.includes('geheime'))).toHaveLength(0);
  });

  test('is known to be secured as soon as the counsellor has joined, without a word', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    expect(world.sendAttempts()).toBe(0);
  });

  test('reads answers, edits by their author, removals, and shows own words no second time', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    world.ask({ kind: 'send', id: 'a', body: 'hallo' });
    await world.until(isSent('a'));
    const first = await world.counsellor.say({ msgtype: 'm.text', body: 'dag' }, callerId);
    const message = await world.until(isKind('message'));
    expect(message).toMatchObject({
      message: { eventId: first, sender: counsellorId, body: 'dag', kind: 'text' },
    });
    const relation = { rel_type: 'm.replace', event_id: first };
    const edit = {
      msgtype: 'm.text',
      body: '* goeiedag',
      'm.new_content': { msgtype: 'm.text', body: 'goeiedag' },
      'm.relates_to': relation,
    };
    await world.counsellor.say(edit, callerId);
    expect(await world.until(isKind('edited'))).toEqual({ kind: 'edited', eventId: first, body: 'goeiedag' });
    world.homeserver.putEvent(counsellorId, {
      type: 'm.room.redaction',
      redacts: first,
      content: { redacts: first },
    });
    expect(await world.until(isKind('removed'))).toEqual({ kind: 'removed', eventId: first });
    expect(world.told.filter(isKind('message'))).toHaveLength(1);
  });

  test('says that a message is removed of which it had said that it cannot be read', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    const content = { algorithm: 'm.megolm.v1.aes-sha2', session_id: 'unknown', ciphertext: 'AwgA' };
    const eventId = world.homeserver.putEvent(counsellorId, { type: 'm.room.encrypted', content });
    world.ask({ kind: 'send', id: 'a', body: 'wat schreef je?' });
    expect(await world.until(isKind('unreadable'))).toEqual({ kind: 'unreadable', eventId });
    world.homeserver.putEvent(counsellorId, { type: 'm.room.redaction', content: { redacts: eventId } });
    expect(await world.until(isKind('removed'))).toEqual({ kind: 'removed', eventId });
  });

  test('keeps words back from who had the conversation, though they are still in the room', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    world.ask(companyOrder(null));
    world.ask({ kind: 'send', id: 'a', body: phrase });
    await world.until(isHeld('a'));
    await world.counsellor.say({ msgtype: 'm.text', body: 'ben je er nog' }, callerId);
    await world.until(isKind('message'));
    expect([await world.counsellor.readNew(), world.told.filter(isKind('sent'))]).toEqual([[], []]);
  });

  test('shows words once, though somebody sends the same ciphertext again', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    world.ask({ kind: 'send', id: 'a', body: 'hallo' });
    await world.until(isSent('a'));
    await world.counsellor.say({ msgtype: 'm.text', body: 'Ja, doe maar.' }, callerId);
    await world.until(isKind('message'));
    world.homeserver.repeatLast(counsellorId);
    await world.counsellor.say({ msgtype: 'm.text', body: 'Tot zo.' }, callerId);
    await world.until((message) => message.kind === 'message' && message.message.body === 'Tot zo.');
    const bodies = world.told.flatMap((each) => (each.kind === 'message' ? [each.message.body] : []));
    expect(bodies).toEqual(['Ja, doe maar.', 'Tot zo.']);
  });

  test('tells of typing and of the newest own words that were read', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    world.ask({ kind: 'send', id: 'a', body: 'hallo' });
    const sent = await world.until(isSent('a'));
    const answer = await world.counsellor.say({ msgtype: 'm.text', body: 'dag' }, callerId);
    await world.until(isKind('message'));
    world.homeserver.setEphemeral('m.typing', { user_ids: [counsellorId] });
    expect(await world.until(isKind('typing'))).toEqual({ kind: 'typing', isTyping: true });
    world.homeserver.setEphemeral('m.receipt', { [answer]: { 'm.read': { [counsellorId]: { ts: 1 } } } });
    const eventId = sent.kind === 'sent' ? sent.eventId : '';
    expect(await world.until(isKind('read'))).toEqual({ kind: 'read', eventId });
  });

  test('sends one event for words whose answer was lost', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    let lost = 0;
    const through = world.homeserver.fetchAs(callerId, started.deviceId);
    world.homeserver.fail = (request) => {
      if (!request.path.includes('/send/') || lost > 0) return undefined;
      lost += 1;
      world.homeserver.fail = () => undefined;
      void through(`http://gateway${request.path}`, { method: 'PUT', body: request.body });
      return new Response('', { status: 502 });
    };
    world.ask({ kind: 'send', id: 'a', body: 'hallo' });
    await world.until(isSent('a'));
    expect(lost).toBe(1);
    expect(await world.counsellor.readNew()).toEqual(['hallo']);
  });

  test('refuses words that are too long, and sends those of exactly 4,000 characters', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    world.ask({ kind: 'send', id: 'long', body: 'x'.repeat(4_001) });
    world.ask({ kind: 'send', id: 'fits', body: '😀'.repeat(4_000) });
    await world.until(isSent('fits'));
    expect(world.told).toContainEqual({ kind: 'refused', id: 'long' });
    expect(await world.counsellor.readNew()).toEqual(['😀'.repeat(4_000)]);
  });
});

describe('starting and ending', () => {
  test('without WebAssembly nothing leaves the browser', async () => {
    const world = await createEngineWorld({ surroundings: { canEncrypt: () => false } });
    world.ask({ kind: 'load' });
    world.ask({ kind: 'start', conversation: started });
    world.ask({ kind: 'send', id: 'a', body: phrase });
    expect(await world.until(isKind('failed'))).toEqual({ kind: 'failed', failure: 'no-webassembly' });
    expect(world.homeserver.seen.filter((each) => each.userId === callerId)).toHaveLength(0);
  });

  test.each([
    ['not-loaded', new TypeError('Failed to fetch')],
    ['crypto-failed', new WebAssembly.CompileError('bad magic')],
  ])('a WASM that does not load is said (%s), and nothing leaves the browser', async (failure, error) => {
    const world = await createEngineWorld({
      surroundings: { loadCrypto: () => Promise.reject(error) },
    });
    world.ask({ kind: 'start', conversation: started });
    expect(await world.until(isKind('failed'))).toEqual({ kind: 'failed', failure });
    expect(world.homeserver.seen.filter((each) => each.userId === callerId)).toHaveLength(0);
  });

  test('a homeserver that refuses the identity is a failure', async () => {
    const world = await createEngineWorld();
    world.homeserver.fail = (request) =>
      request.path.endsWith('/device_signing/upload')
        ? Response.json({ errcode: 'M_FORBIDDEN' }, { status: 403 })
        : undefined;
    world.ask({ kind: 'start', conversation: started });
    expect(await world.until(isKind('failed'))).toEqual({ kind: 'failed', failure: 'homeserver-refused' });
  });

  test('a homeserver that is away at the start is waited for', async () => {
    const world = await createEngineWorld();
    world.homeserver.fail = () => {
      throw new TypeError('network');
    };
    world.ask({ kind: 'start', conversation: started });
    world.homeserver.fail = () => undefined;
    await world.until(isKind('ready'));
    expect(world.told.filter(isKind('failed'))).toHaveLength(0);
  });

  test.each([
    [400, 'M_UNKNOWN_DEVICE'],
    [401, 'M_UNKNOWN_TOKEN'],
  ])('%i %s is the end, and asks no more', async (status, errcode) => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    world.homeserver.fail = (request) =>
      request.userId === callerId ? Response.json({ errcode }, { status }) : undefined;
    world.ask({ kind: 'send', id: 'a', body: phrase });
    await world.until(isKind('ended'));
    const asked = world.homeserver.seen.length;
    world.ask({ kind: 'send', id: 'b', body: phrase });
    world.ask({ kind: 'stop' });
    await world.until(isKind('stopped'));
    expect(world.homeserver.seen).toHaveLength(asked);
  });

  test('removal from the room is the end', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.until(isKind('ready'));
    world.homeserver.setMembership(callerId, 'leave');
    await world.until(isKind('ended'));
    expect(world.told.filter(isKind('failed'))).toHaveLength(0);
  });

  test('after a stop nothing is known and a new conversation can start', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    world.ask({ kind: 'send', id: 'old', body: phrase });
    await world.until(isKind('ready'));
    world.ask({ kind: 'stop' });
    await world.until(isKind('stopped'));
    world.told.length = 0;
    world.ask({ kind: 'start', conversation: nextConversation });
    await world.until(isKind('ready'));
    expect(world.told.filter((message) => message.kind === 'held' || message.kind === 'ended')).toHaveLength(
      0,
    );
  });

  test('the own device is signed in the own store, so that own words stay readable (trap A 4)', async () => {
    const homeserver = createStandInHomeserver(roomId);
    const surroundings = surroundingsOf(homeserver, callerId, 'BROWSER');
    const machine = await openMachine(callerId, 'BROWSER');
    const gateway = createGatewayClient(surroundings, 'bearer', untroubled());
    const requests = createKeyRequests(machine, gateway);
    const counsellor = await createTestCounsellor({
      surroundings: surroundingsOf(homeserver, counsellorId, 'ELEMENT'),
      roomId,
      userId: counsellorId,
    });
    const isSigned = await startDevice({ machine, gateway, requests, userId: callerId, deviceId: 'BROWSER' });
    expect(isSigned).toBe(true);
    const bodies = homeserver.seen
      .filter((each) => each.userId === callerId)
      .map((each) => each.path.split('/v3/')[1]);
    expect(bodies.at(-1)).toBe('keys/query');
    await requests.query([counsellor.userId]);
    const addressee = { userId: counsellor.userId, signedDevices: ['ELEMENT'] };
    await shareRoomKey({ machine, requests, ledger: createKeyLedger(), roomId }, addressee);
    const content = await machine.encryptRoomEvent(
      new RoomId(roomId),
      'm.room.message',
      '{"msgtype":"m.text","body":"x"}',
    );
    const event = {
      type: 'm.room.encrypted',
      event_id: '$own',
      sender: callerId,
      room_id: roomId,
      origin_server_ts: 1,
      content: JSON.parse(content) as unknown,
    };
    const settings = new DecryptionSettings(TrustRequirement.CrossSigned);
    const clear = await machine.decryptRoomEvent(JSON.stringify(event), new RoomId(roomId), settings);
    expect(clear.event).toContain('"x"');
  });
});

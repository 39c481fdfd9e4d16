import { afterEach, describe, expect, test } from '@jest/globals';
import {
  callerId,
  counsellorId,
  phrase,
  started,
  createEngineWorld,
  isKind,
  isSent,
  isHeld,
  isUnsecured,
  stopWorlds,
} from './engine-world.ts';
import { companyOrder } from '../../support/company-order.ts';

afterEach(stopWorlds);

describe('the gate', () => {
  test('keeps every word from a counsellor without a signed device, and lets them out once one is signed', async () => {
    const world = await createEngineWorld({ isSigned: false });
    world.ask({ kind: 'start', conversation: started });
    world.ask({ kind: 'send', id: 'a', body: phrase });
    await world.join('not known yet');
    await world.until(isUnsecured('no-signed-device'));
    await world.until(isHeld('a'));
    expect(world.homeserver.seen.filter((each) => each.path.includes('/sendToDevice/'))).toHaveLength(0);
    await world.counsellor.signOwnDevice();
    world.ask(
      companyOrder({
        userId: counsellorId,
        masterKey: await world.counsellor.masterKey(),
        organisation: 'VK',
      }),
    );
    await world.until(isSent('a'));
    expect(await world.counsellor.readNew()).toEqual([phrase]);
  });

  test('lets nothing out to an identity that is not the pinned one, and shows nothing of it', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    world.ask({ kind: 'send', id: 'a', body: phrase });
    await world.join('AAAA');
    await world.until(isUnsecured('identity-changed'));
    await world.counsellor.say({ msgtype: 'm.text', body: 'ik ben het' }, callerId);
    await world.counsellor.say({ msgtype: 'm.text', body: 'echt' }, callerId);
    await world.until((message) => message.kind === 'held');
    expect(world.sendAttempts()).toBe(2);
    expect(
      world.homeserver.seen.filter(
        (each) => each.userId === callerId && each.path.includes('/sendToDevice/'),
      ),
    ).toHaveLength(0);
    expect(world.told.filter(isKind('message'))).toHaveLength(0);
  });

  test('stops at an identity replaced in mid-conversation, and goes on after a new pin', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    world.ask({ kind: 'send', id: 'a', body: 'vóór' });
    await world.until(isSent('a'));
    await world.counsellor.resetIdentity();
    await world.until(isUnsecured('identity-changed'));
    world.ask({ kind: 'send', id: 'b', body: 'erna' });
    await world.until(isHeld('b'));
    await world.counsellor.say({ msgtype: 'm.text', body: 'van de nieuwe' }, callerId);
    expect(world.told.filter(isKind('message'))).toHaveLength(0);
    expect(await world.counsellor.readNew()).toEqual(['vóór']);
    world.ask(
      companyOrder({
        userId: counsellorId,
        masterKey: await world.counsellor.masterKey(),
        organisation: 'CAW',
      }),
    );
    await world.until(isSent('b'));
    await world.until(isKind('message'));
    expect(await world.counsellor.readNew()).toEqual(['erna']);
  });

  test('keeps the words while no secure channel can be made, then loses none and leaves none unreadable', async () => {
    const world = await createEngineWorld();
    world.homeserver.withoutKeys.add(`${counsellorId} ELEMENT`);
    world.ask({ kind: 'start', conversation: started });
    world.ask({ kind: 'send', id: 'a', body: 'een' });
    await world.join();
    await world.until(isUnsecured('no-key-delivered'));
    world.ask({ kind: 'send', id: 'b', body: 'twee' });
    await world.until(isHeld('b'));
    expect(world.sendAttempts()).toBe(0);
    world.homeserver.withoutKeys.clear();
    await world.until(isSent('b'));
    world.ask({ kind: 'send', id: 'c', body: 'drie' });
    await world.until(isSent('c'));
    expect(await world.counsellor.readNew()).toEqual(['een', 'twee', 'drie']);
    expect(world.told.filter(isKind('secured'))).toHaveLength(1);
  });

  test('keeps the words while the homeserver is away between the joining and the first words', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.until(isKind('ready'));
    await world.until(isKind('connection'));
    await world.join();
    world.homeserver.fail = () => new Response('', { status: 502 });
    world.ask({ kind: 'send', id: 'a', body: 'een' });
    world.ask({ kind: 'send', id: 'b', body: 'twee' });
    await world.until((message) => message.kind === 'connection' && !message.isConnected);
    await world.until(isHeld('b'));
    world.homeserver.fail = () => undefined;
    await world.until(isSent('b'));
    expect(await world.counsellor.readNew()).toEqual(['een', 'twee']);
  });

  test('does not encrypt for a counsellor who has left', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    world.homeserver.setMembership(counsellorId, 'leave');
    await world.until(isKind('left'));
    world.ask({ kind: 'send', id: 'a', body: phrase });
    await world.until(isHeld('a'));
    expect(world.sendAttempts()).toBe(0);
  });
});

import { describe, expect, test } from '@jest/globals';
import { checkIdentities } from '../../../appservice/usecases/check-identities.ts';
import { reportSecurity, type SecurityReport } from '../../../appservice/usecases/report-security.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina } = people;

const changedIdentity: SecurityReport = { state: 'unsecured', code: 'identity-changed' };

const code = 'k3Fd 9aLm Qx2T';

describe('another identity than the pinned one', () => {
  const replace = (world: HelplineWorld) =>
    world.homeserver.identities.set(an, {
      masterKey: 'another key',
      signedDevices: 1,
      sessionKeys: ['k3Fd9aLmQx2Tmore'],
    });

  test('takes nothing, goes off duty, and waits for a coordinator', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    replace(world);
    await world.press(an, '✋');
    expect(world.duty(an)).toMatchObject({ state: 'off', unconfirmedMasterKey: 'another key' });
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
    expect(world.shown(dina).at(-1)).toEqual({ kind: 'identity-to-confirm', who: 'An', codes: [code] });
    expect(await world.command(an, '!aan')).toMatchObject({ refusal: { code: 'identity-changed' } });
  });

  test('is pinned by a coordinator’s word, after which duty is possible again', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    replace(world);
    expect(await world.command(an, '!aan')).toMatchObject({ refusal: { code: 'identity-changed' } });
    expect(await world.command(bert, `!bevestig an ${code}`)).toMatchObject({
      refusal: { code: 'coordinator-only' },
    });
    expect(await world.command(dina, `!bevestig Dina ${code}`)).toMatchObject({
      refusal: { code: 'not-yourself' },
    });
    expect(await world.command(dina, `!bevestig niemand ${code}`)).toMatchObject({
      refusal: { code: 'who-is-that' },
    });
    expect(await world.command(dina, `!bevestig An ${code}`)).toEqual({
      kind: 'identity-confirmed',
      who: 'An',
    });
    expect(world.shown(an).at(-1)).toEqual({ kind: 'identity-confirmed', who: 'An' });
    expect(await world.command(an, '!aan')).toMatchObject({ kind: 'duty', state: 'on' });
    expect(await world.command(dina, `!bevestig @an:localhost ${code}`)).toMatchObject({
      refusal: { code: 'nothing-to-confirm' },
    });
  });

  test('reported by the caller’s browser and true, gives the conversation back at once', async () => {
    const world = await helplineWorld();
    const { conversationId, roomId } = await joinedBy(an, world);
    await world.say(an, roomId);
    replace(world);
    await reportSecurity(world, { conversationId, report: changedIdentity });
    await world.settle();
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
    expect(world.duty(an).state).toBe('off');
    expect(world.roomsOf(an, 'join')).toHaveLength(0);
  });

  test('reported by the caller’s browser but not true, sends nobody off duty', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    await reportSecurity(world, { conversationId, report: changedIdentity });
    expect(world.duty(an).state).toBe('on');
    expect(world.conversation(conversationId).unsecuredSince).toBe(world.clock.now());
  });

  test('is found by the regular check, too', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    replace(world);
    await checkIdentities(world);
    await world.settle();
    expect(world.duty(an).state).toBe('off');
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
    const told = world.shown(an).length;
    await checkIdentities(world);
    await world.settle();
    expect(world.shown(an)).toHaveLength(told);
  });

  test('is written down once, however often it is looked at while they go on talking', async () => {
    const world = await helplineWorld();
    const { roomId } = await joinedBy(an, world);
    await world.say(an, roomId);
    replace(world);
    await checkIdentities(world);
    await world.settle();
    await checkIdentities(world);
    const logged = { event: 'duty.changed', code: 'identity-changed' };
    expect(world.eventLog.events.filter(({ event }) => event === 'duty.changed')).toEqual([logged]);
  });

  test('says nothing about anybody while the homeserver cannot be asked', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    world.homeserver.failing.set('look', 'unreachable');
    await checkIdentities(world);
    expect(world.duty(an).state).toBe('on');
    expect(world.eventLog.events.at(-1)).toMatchObject({ job: 'check-identities', code: 'unreachable' });
  });
});

import { describe, expect, test } from '@jest/globals';
import { checkIdentities } from '../../../appservice/usecases/check-identities.ts';
import { reportHandOver } from '../../../appservice/usecases/report-hand-over.ts';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { must } from '../../support/parsed.ts';
import { companyWorld } from '../../support/worlds/company-world.ts';
import { endedWorld } from '../../support/worlds/ended-world.ts';
import type { HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { offboard } from '../../support/worlds/offboarding.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;

const reset = ({ homeserver }: Pick<HelplineWorld, 'homeserver'>, who: UserId) =>
  homeserver.identities.set(who, { masterKey: 'another', signedDevices: 1, sessionKeys: [] });
const invitersOf = ({ homeserver, roomId }: Awaited<ReturnType<typeof endedWorld>>) => [
  ...must(homeserver.rooms.get(roomId), 'the room').inviters,
];

/** The caller is told that Chris comes, and their browser goes away. */
async function announcedByHand() {
  const world = await companyWorld();
  await world.elapse(10);
  await world.command(an, '!overleg Chris');
  await world.answer(chris, '✅');
  return world;
}

describe('a colleague on their way, when the counsellor’s own program is to share', () => {
  test('does not come with another identity than the pinned one', async () => {
    const world = await announcedByHand();
    reset(world, chris);
    await world.elapse(10);
    expect(world.company().coming).toBeNull();
    expect(world.cards(chris)).toEqual(['identity-changed']);
    expect(world.mayInvite(an)).toBe(false);
  });

  test('does not come while their identity cannot be seen', async () => {
    const world = await announcedByHand();
    world.homeserver.failing.set('look', 'unreachable');
    await world.elapse(10);
    expect(world.company().coming).toBeNull();
    expect(world.told(an).at(-1)).toMatchObject({ code: 'not-coming', why: 'not-invited' });
  });

  test('does not come either where the caller’s browser only says that it could not share', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    await world.pass(10);
    reset(world, chris);
    const { conversationId } = world;
    await reportHandOver(world, {
      conversationId,
      report: { userId: chris, state: 'failed', code: 'not-shared' },
    });
    expect(world.company().coming).toBeNull();
  });

  test('is not invited by a right that comes after their keys changed', async () => {
    const world = await announcedByHand();
    world.homeserver.failing.set('allow-inviting', 'unreachable');
    await world.elapse(10);
    reset(world, chris);
    world.homeserver.failing.clear();
    await world.elapse(2);
    expect(world.mayInvite(an)).toBe(false);
  });

  test('is among those whose keys are watched, also off duty', async () => {
    const world = await announcedByHand();
    await world.command(chris, '!uit');
    reset(world, chris);
    await checkIdentities(world);
    expect(world.duty(chris).unconfirmedMasterKey).toBe('another');
  });
});

describe('a conversation that is over', () => {
  test('is not shared with keys that nobody confirmed', async () => {
    const world = await endedWorld();
    reset(world, bert);
    expect(await world.command(an, '!deel 1001 Bert')).toMatchObject({
      message: { refusal: { code: 'colleague-identity' } },
    });
    expect([world.database.tables.reopenings, invitersOf(world)]).toEqual([[], []]);
    expect(world.audit().at(-1)).toMatchObject({ act: 'conversation-refused', subject: bert });
  });

  test('is not shared with who has left service', async () => {
    const world = await endedWorld();
    await offboard(world, dina, 'Bert');
    expect(await world.command(an, '!deel 1001 Bert')).toMatchObject({
      message: { refusal: { code: 'left-service' } },
    });
    expect(world.database.tables.reopenings).toEqual([]);
  });

  test('gives no right to invite keys that changed after it was shared', async () => {
    const world = await endedWorld();
    world.homeserver.failing.set('allow-inviting', 'unreachable');
    await world.command(an, '!deel 1001 Bert');
    reset(world, bert);
    world.homeserver.failing.clear();
    await world.elapse(2);
    expect(invitersOf(world)).toEqual([]);
  });

  test('is not opened again for keys that nobody confirmed', async () => {
    const world = await endedWorld();
    reset(world, an);
    await world.command(an, '!heropen 1001 verslag');
    expect([world.membership(an), world.database.tables.reopenings]).toEqual(['leave', []]);
  });

  test('lets nobody in whose keys changed after it was opened again', async () => {
    const world = await endedWorld();
    world.homeserver.failing.set('invite', 'unreachable');
    await world.command(an, '!heropen 1001 verslag');
    reset(world, an);
    world.homeserver.failing.clear();
    await world.command(an, '!stand');
    await world.elapse(2);
    expect(world.membership(an)).toBe('leave');
  });
});

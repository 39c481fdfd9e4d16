import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { offboard, pressOffboarding } from '../../support/worlds/offboarding.ts';
import { people, sampleRoster } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina } = people;

/** The sample with a coordinator of Limburg beside the one of all teams. */
const withTeamCoordinator = {
  ...sampleRoster,
  members: sampleRoster.members.map((member) =>
    member.userId === bert ? { ...member, role: 'coordinator' as const } : member,
  ),
};

const said = (message: object) => ({ kind: 'coordination', message });

const question = (state: 'asked' | 'confirmed' | 'kept', more: object = {}) =>
  said({ code: 'offboarding', who: 'An', conversations: 0, unregistered: 0, state, ...more });

/** Presses, and what follows happens. */
async function press(world: HelplineWorld, sign: string) {
  pressOffboarding(world, dina, sign);
  await world.settle();
}

describe('!uitdienst asks first', () => {
  test('and says what will become of what they have, and what can never be registered then', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    await endConversation(world, { conversationId, by: 'caller' });
    await joinedBy(an, world);
    expect(await world.command(dina, '!uitdienst An')).toEqual(
      question('asked', { conversations: 1, unregistered: 1 }),
    );
    expect(world.deskDevice.entries.at(-1)?.signs).toEqual(['✅', '❌']);
    expect(world.duty(an)).toMatchObject({ state: 'on', offboardedAt: null });
    expect(world.homeserver.closedAccounts.size).toBe(0);
  });

  test('and ✅ does it, once, whatever is pressed again', async () => {
    const world = await helplineWorld();
    await world.command(dina, '!uitdienst An');
    await press(world, '✅');
    await press(world, '✅');
    expect(world.homeserver.closedAccounts).toContain(an);
    expect(world.shown(dina)).toContainEqual(question('confirmed'));
    expect(world.shown(dina).at(-1)).toEqual(said({ code: 'already-offboarded', who: 'An' }));
    expect(world.database.tables.audit).toHaveLength(1);
  });

  test('and ❌ leaves it, after which ✅ under it does nothing', async () => {
    const world = await helplineWorld();
    await world.command(dina, '!uitdienst An');
    await press(world, '❌');
    expect(world.shown(dina).at(-1)).toEqual(question('kept'));
    await press(world, '✅');
    expect(world.shown(dina).at(-1)).toEqual(said({ code: 'offboarding-over', who: 'An' }));
    expect(world.homeserver.closedAccounts.size).toBe(0);
  });

  test('and after ten minutes the question is over', async () => {
    const world = await helplineWorld();
    await world.command(dina, '!uitdienst An');
    world.clock.elapse(10 * 60_000);
    await press(world, '✅');
    expect(world.shown(dina).at(-1)).toEqual(said({ code: 'offboarding-over', who: 'An' }));
    expect(world.homeserver.closedAccounts.size).toBe(0);
  });

  test('whoever else may put them out: a sign by somebody else, or another sign, is nothing', async () => {
    const world = await helplineWorld({ roster: withTeamCoordinator });
    await world.command(dina, '!uitdienst An');
    pressOffboarding(world, bert, '✅');
    await press(world, '👍');
    expect(world.homeserver.closedAccounts.size).toBe(0);
  });

  test('and ✅ is not obeyed with other keys than the known ones', async () => {
    const world = await helplineWorld();
    await world.command(dina, '!uitdienst An');
    world.homeserver.identities.set(dina, { masterKey: 'another', signedDevices: 1, sessionKeys: ['s'] });
    await press(world, '✅');
    expect(world.shown(dina)).toContainEqual({ kind: 'refusal', refusal: { code: 'keys-in-doubt' } });
    expect(world.homeserver.closedAccounts.size).toBe(0);
  });

  test('and ✅ is judged by the roles of now', async () => {
    const roster: { teams: typeof sampleRoster.teams; members: typeof sampleRoster.members } = {
      ...sampleRoster,
    };
    const world = await helplineWorld({ roster });
    await world.command(dina, '!uitdienst An');
    roster.members = roster.members.map((member) =>
      member.userId === dina ? { ...member, role: 'counsellor' } : member,
    );
    await press(world, '✅');
    expect(world.shown(dina).at(-1)).toEqual({ kind: 'refusal', refusal: { code: 'coordinator-only' } });
    expect(world.homeserver.closedAccounts.size).toBe(0);
  });
});

test('contacts of who left service, which nobody can register any more, are counted nowhere', async () => {
  const world = await helplineWorld();
  const { conversationId } = await joinedBy(an, world);
  await endConversation(world, { conversationId, by: 'caller' });
  await world.settle();
  const counted = [{ team: 'Limburg', count: 1 }];
  expect(await world.command(dina, '!stand')).toMatchObject({
    message: { standing: { unregistered: counted } },
  });
  expect(await world.command(dina, '!te-registreren')).toMatchObject({ message: { teams: counted } });
  await offboard(world, dina, 'An');
  expect(await world.command(dina, '!stand')).toMatchObject({ message: { standing: { unregistered: [] } } });
  expect(await world.command(dina, '!te-registreren')).toMatchObject({ message: { teams: [] } });
});

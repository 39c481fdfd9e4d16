import { describe, expect, test } from '@jest/globals';
import { helplineWorld, tuesdayAtFive } from '../../support/worlds/helpline-world.ts';
import { offboard } from '../../support/worlds/offboarding.ts';
import { people, sampleRoster, seedHours } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;

/** The sample with a coordinator of Limburg beside the one of all teams. */
const withTeamCoordinator = {
  ...sampleRoster,
  members: sampleRoster.members.map((member) =>
    member.userId === bert ? { ...member, role: 'coordinator' as const } : member,
  ),
};

const said = (message: object) => ({ kind: 'coordination', message });

describe('!stand', () => {
  test('tells a coordinator who is there, who waits and since when, and whether the chat is open', async () => {
    const world = await helplineWorld();
    await world.command(an, '!aan');
    await world.call('limburg');
    await world.press(an, '✋');
    await world.command(chris, '!aan');
    await world.command(bert, '!aan');
    await world.command(bert, '!pauze');
    await world.elapse(10);
    await world.call('antwerpen');
    await world.elapse(10);
    expect(await world.command(dina, '!stand')).toEqual(
      said({
        code: 'standing',
        standing: {
          people: [
            { name: 'An', team: 'Limburg', state: 'on', conversations: 1 },
            { name: 'Bert', team: 'Limburg', state: 'paused', conversations: 0 },
            { name: 'Chris', team: 'Antwerpen', state: 'on', conversations: 0 },
          ],
          waiting: 1,
          waitingSince: tuesdayAtFive + 10_000,
          inConversation: 1,
          schedule: 'open',
          opensAt: null,
          blocks: [],
          unregistered: [],
        },
      }),
    );
  });

  test('says when a chat that a coordinator closed can open again', async () => {
    const world = await helplineWorld({ openingHours: seedHours });
    await world.command(dina, '!dicht tot 18:30 te weinig mensen');
    expect(await world.command(dina, '!stand')).toMatchObject({
      message: { standing: { schedule: 'exceptional', opensAt: tuesdayAtFive + 90 * 60_000 } },
    });
  });

  test('is for coordinators only', async () => {
    const world = await helplineWorld();
    expect(await world.command(an, '!stand')).toMatchObject({ refusal: { code: 'coordinator-only' } });
  });
});

describe('!noodstop', () => {
  test('closes the chat and ends every conversation, so that no caller’s secret is worth anything (S37)', async () => {
    const world = await helplineWorld();
    await world.command(an, '!aan');
    await world.command(bert, '!aan');
    const taken = await world.call('limburg');
    await world.press(an, '✋');
    const waiting = await world.call('limburg');
    expect(await world.command(dina, '!noodstop iemand is in ons systeem')).toEqual(
      said({ code: 'all-stopped', who: 'Dina', conversations: 2 }),
    );
    for (const { conversationId } of [taken, waiting]) {
      expect(world.conversation(conversationId).phase).toMatchObject({ name: 'ended', by: 'coordinator' });
    }
    expect(world.database.tables.resumes.size).toBe(0);
    expect(await world.command(dina, '!stand')).toMatchObject({
      message: { standing: { schedule: 'exceptional' } },
    });
    expect(world.shown('antwerpen').at(-1)).toMatchObject(said({ code: 'all-stopped' }));
  });

  test('is audited with its reason', async () => {
    const world = await helplineWorld();
    await world.command(dina, '!noodstop iemand is in ons systeem');
    expect(world.database.tables.audit).toEqual([
      expect.objectContaining({ act: 'sessions-ended', who: dina, reason: 'iemand is in ons systeem' }),
    ]);
  });

  test('is for coordinators only, and nothing ends', async () => {
    const world = await helplineWorld();
    await world.command(an, '!aan');
    const { conversationId } = await world.call('limburg');
    expect(await world.command(an, '!noodstop zomaar')).toMatchObject({
      refusal: { code: 'coordinator-only' },
    });
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
  });
});

describe('!uitdienst', () => {
  test('closes the account, and what they had goes to somebody else (S30)', async () => {
    const world = await helplineWorld();
    await world.command(an, '!aan');
    const { conversationId } = await world.call('limburg');
    await world.press(an, '✋');
    await offboard(world, dina, 'An');
    expect(world.shown(dina)).toContainEqual(said({ code: 'offboarded', who: 'An', conversations: 1 }));
    expect(world.shown(dina).at(-1)).toEqual(said({ code: 'account-closed', who: 'An' }));
    expect(world.homeserver.closedAccounts).toContain(an);
    expect(world.duty(an)).toMatchObject({ state: 'off', pinnedMasterKey: null });
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
    expect(world.database.tables.audit).toEqual([
      expect.objectContaining({ act: 'counsellor-offboarded', who: dina, subject: an }),
    ]);
  });

  test('is tried until the account is closed, also when the homeserver is away for hours', async () => {
    const world = await helplineWorld();
    world.homeserver.failing.set('close-account', 'unreachable');
    await offboard(world, dina, 'An');
    await world.elapse(2 * 3_600);
    expect(world.homeserver.closedAccounts).not.toContain(an);
    world.homeserver.failing.clear();
    await world.elapse(60);
    expect(world.homeserver.closedAccounts).toContain(an);
  });

  test('leaves them without a voice at the desk, whatever the configuration still says', async () => {
    const world = await helplineWorld({ roster: withTeamCoordinator });
    world.homeserver.failing.set('close-account', 'unreachable');
    await offboard(world, dina, 'Bert');
    const before = world.shown(bert).length;
    await world.command(bert, '!dicht nu');
    await world.command(bert, '!aan');
    expect(world.shown(bert)).toHaveLength(before);
    expect(world.duty(bert).state).toBe('off');
    expect(world.database.tables.closures).toEqual([]);
  });

  test('is for one’s own team unless one coordinates all of them, and never for oneself', async () => {
    const world = await helplineWorld({ roster: withTeamCoordinator });
    expect(await world.command(bert, '!uitdienst Chris')).toEqual(
      said({ code: 'not-your-team', who: 'Chris' }),
    );
    expect(await world.command(bert, '!uitdienst Dina')).toEqual(
      said({ code: 'not-your-team', who: 'Dina' }),
    );
    expect(await world.command(bert, '!uitdienst Bert')).toEqual(said({ code: 'not-yourself' }));
    expect(await world.command(an, '!uitdienst Chris')).toMatchObject({
      refusal: { code: 'coordinator-only' },
    });
    expect(await world.command(dina, '!uitdienst Niemand')).toMatchObject({
      refusal: { code: 'who-is-that' },
    });
    expect(world.homeserver.closedAccounts.size).toBe(0);
  });

  test('is said to be done already the second time', async () => {
    const world = await helplineWorld();
    await offboard(world, dina, 'An');
    expect(await world.command(dina, '!uitdienst An')).toEqual(
      said({ code: 'already-offboarded', who: 'An' }),
    );
  });
});

describe('what a coordinator decides for everybody', () => {
  test('is audited with the reason of a closing', async () => {
    const world = await helplineWorld();
    await world.command(dina, '!dicht te weinig mensen');
    expect(world.database.tables.audit).toMatchObject([
      { act: 'helpline-closed', who: dina, reason: 'te weinig mensen' },
    ]);
  });

  test('is audited: closing, opening, and confirming a new identity', async () => {
    const world = await helplineWorld();
    await world.command(an, '!aan');
    world.homeserver.identities.set(an, {
      masterKey: 'another',
      signedDevices: 1,
      sessionKeys: ['k3Fd9aLmQx2Tmore'],
    });
    await world.command(an, '!uit');
    await world.command(an, '!aan');
    await world.command(dina, '!dicht te weinig mensen');
    await world.command(dina, '!open');
    await world.command(dina, '!bevestig An k3Fd 9aLm Qx2T');
    expect(world.database.tables.audit.map(({ act, who, subject }) => ({ act, who, subject }))).toEqual([
      { act: 'helpline-closed', who: dina, subject: null },
      { act: 'helpline-opened', who: dina, subject: null },
      { act: 'identity-confirmed', who: dina, subject: an },
    ]);
  });
});

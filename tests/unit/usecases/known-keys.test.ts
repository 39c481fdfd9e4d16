import { beforeEach, describe, expect, test } from '@jest/globals';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { must, teamId, userId } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { talkWith } from '../../support/worlds/returning-caller.ts';
import { people, sampleRoster } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina } = people;
const eva = userId('@eva:localhost');
const ans = 'k3Fd 9aLm Qx2T';
const inDoubt = { kind: 'refusal', refusal: { code: 'keys-in-doubt' } };
const notSeen = { kind: 'refusal', refusal: { code: 'keys-not-seen' } };

/** Eva coordinates the team of Antwerpen, of which An is not. */
const roster = {
  ...sampleRoster,
  members: [
    ...sampleRoster.members,
    {
      userId: eva,
      name: 'Eva',
      role: 'coordinator',
      organisation: 'CAW',
      teamId: teamId('antwerpen'),
      slots: 1,
    },
  ],
} as const;

const reset = (world: HelplineWorld, who: UserId, [masterKey, sessionKey]: readonly [string, string]) =>
  world.homeserver.identities.set(who, { masterKey, signedDevices: 1, sessionKeys: [sessionKey] });

const stolen = ['stolen', 'Th1efTh1efTh1efKey'] as const;
const own = ['new key of An', 'k3Fd9aLmQx2TofAn'] as const;
const rung = (world: HelplineWorld, who: UserId) =>
  world.deskDevice.entries.flatMap(({ mention, versions }) =>
    mention === who ? versions.slice(0, 1).map(({ kind }) => kind) : [],
  );

/** The same, with what was taken back. */
const everTold = (who: UserId) =>
  world.deskDevice.entries
    .filter(({ place }) => place.roomId === world.deskRoom(who))
    .flatMap(({ versions }) => versions)
    .flatMap((message) => (message.kind === 'recognition' ? [message.message.code] : []));

/** Somebody reacts to the newest message of their own desk. */
const answer = async (who: UserId, key: string) => {
  const room = world.deskRoom(who);
  const entry = must(
    world.deskDevice.entries.findLast(({ place }) => place.roomId === room),
    'a message',
  );
  world.homeserver.emit(room, who, { kind: 'reaction', to: entry.place.eventId, key });
  await world.settle();
};

let world: HelplineWorld;
beforeEach(async () => {
  world = await helplineWorld({ roster });
});

describe('a coordinator whose keys are others than the pinned ones', () => {
  beforeEach(async () => {
    await world.onDuty(an);
    reset(world, an, own);
    await world.command(an, '!aan');
    await world.command(dina, '!wie');
    reset(world, dina, stolen);
  });

  test('confirms nobody', async () => {
    expect(await world.command(dina, `!bevestig An ${ans}`)).toEqual(inDoubt);
    expect(world.duty(an).pinnedMasterKey).toBe(`key of ${an}`);
  });

  test('confirms nobody once it was seen, even when the old keys are back', async () => {
    await world.command(dina, '!stand');
    world.homeserver.identities.set(dina, { masterKey: `key of ${dina}`, signedDevices: 1, sessionKeys: [] });
    expect(await world.command(dina, `!bevestig An ${ans}`)).toEqual(inDoubt);
  });

  test.each(['!noodstop nu', '!uitdienst An', '!inzage 1001', '!stand', '!open', '!dicht druk'])(
    'is refused %s',
    async (command) => {
      expect(await world.command(dina, command)).toEqual(inDoubt);
      expect(world.database.tables.audit).toEqual([]);
    },
  );

  test('still reads help and may stop', async () => {
    expect(await world.command(dina, '!help')).toMatchObject({ kind: 'help' });
    expect(await world.command(dina, '!uit')).toMatchObject({ kind: 'duty', state: 'off' });
  });
});

describe('somebody whose keys cannot be looked up now', () => {
  beforeEach(async () => {
    await world.onDuty(an);
    await world.command(dina, '!wie');
    world.homeserver.failing.set('look', 'unreachable');
  });

  test.each([
    [dina, '!noodstop nu'],
    [dina, '!uitdienst An'],
    [dina, '!inzage 1001'],
    [dina, `!bevestig An ${ans}`],
    [an, '!ip gevaar'],
  ])('is refused what must be sure (%s: %s)', async (who, command) => {
    expect(await world.command(who, command)).toEqual(notSeen);
  });

  test('is heard in everything else by what is stored', async () => {
    expect(await world.command(an, '!pauze')).toMatchObject({ kind: 'duty', state: 'paused' });
  });
});

describe('keys that were never seen', () => {
  test('are pinned at the first command, without coming on duty', async () => {
    await world.command(dina, '!wie');
    expect(world.duty(dina)).toMatchObject({ state: 'off', pinnedMasterKey: `key of ${dina}` });
  });

  test('are still those of somebody who comes on duty for the first time', async () => {
    await world.command(an, '!wie');
    expect(await world.command(an, '!aan')).toMatchObject({ isFirstTime: true });
  });
});

describe('a change that is seen', () => {
  test('rings the person and the coordinators who may confirm it, with the code to compare', async () => {
    await world.onDuty(an);
    reset(world, an, own);
    await world.command(an, '!wie');
    expect(rung(world, an)).toContain('duty-ended');
    expect(rung(world, dina)).toEqual(['identity-to-confirm']);
    expect(world.shown(dina).at(-1)).toMatchObject({ who: 'An', codes: [ans] });
    expect(world.shown(eva)).not.toContainEqual(expect.objectContaining({ kind: 'identity-to-confirm' }));
  });
});

describe('confirming', () => {
  beforeEach(async () => {
    await world.onDuty(an);
    reset(world, an, own);
    await world.command(an, '!aan');
  });

  test('takes the code with any capitals and spaces, and rings whose keys they are', async () => {
    await world.command(dina, '!bevestig An k3fd9aLM qx2t');
    expect(world.duty(an)).toMatchObject({ pinnedMasterKey: own[0], unconfirmedMasterKey: null });
    expect(rung(world, an)).toContain('identity-confirmed');
  });

  test('refuses a code that is not of those keys', async () => {
    const said = await world.command(dina, '!bevestig An AAAA AAAA AAAA');
    expect(said).toMatchObject({ refusal: { code: 'other-code' } });
    expect(world.duty(an).unconfirmedMasterKey).toBe(own[0]);
  });

  test('does not pin keys that came after the telephone call', async () => {
    reset(world, an, stolen);
    expect(await world.command(dina, `!bevestig An ${ans}`)).toMatchObject({
      refusal: { code: 'changed-again' },
    });
    expect(world.duty(an)).toMatchObject({
      pinnedMasterKey: `key of ${an}`,
      unconfirmedMasterKey: stolen[0],
    });
  });

  test('is not for the coordinator of another team', async () => {
    expect(await world.command(eva, `!bevestig An ${ans}`)).toMatchObject({
      message: { code: 'not-your-team' },
    });
  });
});

describe('an address', () => {
  test('is not asked for by keys that nobody confirmed', async () => {
    await talkWith(world, an, { address: '203.0.113.7' });
    reset(world, an, stolen);
    await world.command(an, '!ip x');
    expect(world.shown(an)).toContainEqual(inDoubt);
    expect([...world.database.tables.actions.values()].map(({ action }) => action.kind)).not.toContain(
      'tell-address',
    );
  });

  test('is not shown to keys that came after it was asked for', async () => {
    world = await helplineWorld({ addressMode: 'break-glass' });
    await talkWith(world, an, { address: '203.0.113.7' });
    await world.command(an, '!ip x');
    reset(world, an, stolen);
    await answer(bert, '✅');
    expect(everTold(an)).not.toContain('address');
    expect(world.duty(an).unconfirmedMasterKey).toBe(stolen[0]);
  });

  test('is agreed on by nobody whose keys changed', async () => {
    world = await helplineWorld({ addressMode: 'break-glass' });
    await talkWith(world, an, { address: '203.0.113.7' });
    await world.onDuty(bert);
    await world.command(an, '!ip x');
    reset(world, bert, stolen);
    await answer(bert, '✅');
    expect(world.shown(bert).at(-1)).toEqual(inDoubt);
    expect(everTold(an)).not.toContain('address');
  });
});

import { describe, expect, test } from '@jest/globals';
import { dispatchRings } from '../../../appservice/usecases/dispatch-rings.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { refuseReader } from '../../../appservice/usecases/refuse-reader.ts';
import { reportHandOver } from '../../../appservice/usecases/report-hand-over.ts';
import { companyWorld, type CompanyWorld } from '../../support/worlds/company-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, stranger } = people;

/** Chris has said yes, and the caller has said nothing for ten seconds. */
async function sharing(): Promise<CompanyWorld> {
  const world = await companyWorld();
  await world.command(an, '!overleg Chris');
  await world.answer(chris, '✅');
  await world.pass(10);
  return world;
}

/** The same, with a caller whose browser is away. */
async function sharingByHand(): Promise<CompanyWorld> {
  const world = await companyWorld();
  await world.elapse(10);
  await world.command(an, '!overleg Chris');
  await world.answer(chris, '✅');
  await world.elapse(10);
  return world;
}

describe('the word to share', () => {
  test('comes after ten seconds without a no, for the named colleague only', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    await world.pass(9);
    expect((await world.view()).handOver).toBeNull();
    await world.pass(1);
    expect((await world.view()).handOver).toEqual({ userId: chris });
  });

  test('lets the colleague in by the caller’s invitation, and the caller sees who reads', async () => {
    const world = await sharing();
    await world.invite(world.caller, chris);
    await world.accept(chris);
    expect(world.company()).toMatchObject({ readers: [chris], coming: null, successor: null });
    expect(await world.view()).toMatchObject({
      readers: [{ userId: chris, masterKey: `key of ${chris}` }],
      announced: null,
      handOver: null,
    });
    expect(world.cards(chris)).toEqual(['came']);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'came', who: 'Chris' });
    expect((await world.audited()).map(({ act }) => act)).toContain('colleague-came');
  });

  test('is followed by a withdrawal when they are not in the room after a minute', async () => {
    const world = await sharing();
    await world.invite(world.caller, chris);
    await world.pass(59);
    expect(world.membership(chris)).toBe('invite');
    await world.pass(1);
    expect(world.membership(chris)).toBe('leave');
    expect(world.cards(chris)).toEqual(['not-joined']);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'not-coming', why: 'not-joined' });
  });

  test('is over when the colleague declines the invitation', async () => {
    const world = await sharing();
    await world.invite(world.caller, chris);
    await world.leave(chris);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'not-coming', why: 'declined' });
  });

  test('is not given to a caller’s browser that says it cannot: then the counsellor shares', async () => {
    const world = await sharing();
    const { conversationId } = world;
    const report = { userId: chris, state: 'failed', code: 'not-shared' } as const;
    await reportHandOver(world, { conversationId, report });
    await world.settle();
    expect(world.told(an).at(-1)).toMatchObject({ code: 'share-now', colleague: chris });
    expect(world.mayInvite(an)).toBe(true);
  });

  test('is for nobody with another identity, when that is really there', async () => {
    const world = await sharing();
    const { conversationId } = world;
    const report = { userId: chris, state: 'failed', code: 'identity-changed' } as const;
    world.homeserver.identities.set(chris, { masterKey: 'another', signedDevices: 1, sessionKeys: [] });
    await reportHandOver(world, { conversationId, report });
    await world.settle();
    expect(world.company().coming).toBeNull();
    expect(world.cards(chris)).toEqual(['identity-changed']);
  });

  test('of a report about somebody else changes nothing', async () => {
    const world = await sharing();
    const { conversationId } = world;
    const report = { userId: bert, state: 'failed', code: 'not-shared' } as const;
    expect(await reportHandOver(world, { conversationId, report })).toBe(true);
    expect(world.company().coming).toMatchObject({ sharedBy: 'caller' });
  });
});

describe('a caller’s no', () => {
  const no = (world: CompanyWorld, userId: string = chris) =>
    refuseReader(world, { conversationId: world.conversationId, userId });

  test('stops the colleague before anything is shared, and both are told', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    await no(world);
    await world.settle();
    expect(await world.view()).toMatchObject({ announced: null, handOver: null });
    expect(world.cards(chris)).toEqual(['caller-refused']);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'not-coming', why: 'caller-refused' });
  });

  test('withdraws an invitation that was sent', async () => {
    const world = await sharing();
    await world.invite(world.caller, chris);
    await no(world);
    await world.settle();
    expect(world.membership(chris)).toBe('leave');
  });

  test('comes before an invitation that is under way, which is undone', async () => {
    const world = await sharing();
    await no(world);
    await world.settle();
    await world.invite(world.caller, chris);
    expect(world.membership(chris)).toBe('leave');
  });

  test('said twice, or about somebody else, changes nothing', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    expect(await no(world, bert)).toBe(true);
    expect(world.company().coming).not.toBeNull();
    await no(world);
    expect(await no(world)).toBe(true);
  });

  test('comes too late once they are in the room', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    expect(await no(world)).toBe(true);
    expect(world.company().readers).toEqual([chris]);
  });

  test('after the end is none', async () => {
    const world = await sharing();
    await endConversation(world, { conversationId: world.conversationId, by: 'caller' });
    expect(await no(world)).toBe(false);
  });
});

describe('with the caller’s browser away', () => {
  test('the counsellor is told the very words, and may invite', async () => {
    const world = await sharingByHand();
    expect(world.told(an).at(-1)).toMatchObject({ code: 'share-now', who: 'Chris', colleague: chris });
    expect(world.mayInvite(an)).toBe(true);
    expect(await world.view()).toMatchObject({ announced: { userId: chris }, handOver: null });
  });

  test('the right goes when the invitation is seen', async () => {
    const world = await sharingByHand();
    await world.invite(an, chris);
    expect(world.mayInvite(an)).toBe(false);
    await world.accept(chris);
    expect(world.company().readers).toEqual([chris]);
  });

  test('the right goes after two minutes, and nobody comes', async () => {
    const world = await sharingByHand();
    await world.elapse(119);
    expect(world.mayInvite(an)).toBe(true);
    await world.elapse(1);
    expect(world.mayInvite(an)).toBe(false);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'not-coming', why: 'not-invited' });
  });

  test('the right goes with the conversation', async () => {
    const world = await sharingByHand();
    await endConversation(world, { conversationId: world.conversationId, by: 'exit' });
    await world.settle();
    expect(world.mayInvite(an)).toBe(false);
  });

  test('the right is taken back however long the homeserver is away', async () => {
    const world = await sharingByHand();
    world.homeserver.failing.set('forbid-inviting', 'unreachable');
    await world.invite(an, chris);
    await world.accept(chris);
    await world.elapse(120);
    world.homeserver.failing.clear();
    await world.elapse(60);
    expect(world.mayInvite(an)).toBe(false);
  });

  test('a right that comes too late is not given any more', async () => {
    const world = await companyWorld();
    world.homeserver.failing.set('allow-inviting', 'unreachable');
    await world.elapse(10);
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    await world.elapse(10);
    await refuseReader(world, { conversationId: world.conversationId, userId: chris });
    world.homeserver.failing.clear();
    await world.elapse(30);
    expect(world.homeserver.calls).not.toContain('allow-inviting');
  });

  test('somebody else than the named one is removed, told why, and audited', async () => {
    const world = await sharingByHand();
    await world.invite(an, stranger);
    expect(world.membership(stranger)).toBe('leave');
    expect(world.told(an).at(-1)).toMatchObject({ code: 'stranger', stranger });
    expect(await world.audited()).toContainEqual(
      expect.objectContaining({ act: 'stranger-removed', who: an, subject: stranger }),
    );
    expect(world.company().coming).not.toBeNull();
  });

  test('twenty seconds without an invitation give the word to the counsellor, browser or not', async () => {
    const world = await sharing();
    await world.pass(19);
    expect(world.mayInvite(an)).toBe(false);
    await world.pass(1);
    expect(world.mayInvite(an)).toBe(true);
  });
});

test('an absence of the service is held against no colleague', async () => {
  const world = await companyWorld();
  await world.command(an, '!overleg Chris');
  world.clock.elapse(3_600_000);
  await dispatchRings(world, { wasAway: true });
  await world.settle();
  expect(world.cards(chris)).toEqual(['open']);
  await world.answer(chris, '✅');
  expect(world.company().coming).toMatchObject({ stage: 'announced' });
});

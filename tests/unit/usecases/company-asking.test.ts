import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { companyWorld } from '../../support/worlds/company-world.ts';
import { joinedBy } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;

const refused = (code: string) => ({ message: { code: 'refusal', refusal: { code } } });

describe('asking a colleague', () => {
  test('rings with a card at the colleague’s own desk, and says so to who asks, with the other team', async () => {
    const world = await companyWorld();
    expect(await world.command(an, '!overleg Chris')).toMatchObject({
      message: { code: 'asked', who: 'Chris', team: 'Antwerpen', purpose: 'reads-along' },
    });
    expect(world.told(chris).at(-1)).toMatchObject({ code: 'card', from: 'An', state: 'open' });
    const card = world.deskDevice.entries.at(-2);
    expect([card?.mention, card?.signs]).toEqual([chris, ['✅', '❌']]);
    expect(await world.audited()).toMatchObject([{ act: 'colleague-asked', who: an, subject: chris }]);
  });

  test('tells the caller nothing before the colleague has said yes', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    expect(await world.view()).toMatchObject({ announced: null, readers: [], handOver: null });
  });

  test('without an answer for a minute is a “not now”', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.pass(60);
    expect(world.cards(chris)).toEqual(['missed']);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'not-coming', who: 'Chris', why: 'missed' });
    expect(world.company().coming).toBeNull();
  });

  test.each([
    ['❌', (world: Awaited<ReturnType<typeof companyWorld>>) => world.answer(chris, '❌')],
    ['!niet', (world: Awaited<ReturnType<typeof companyWorld>>) => world.command(chris, '!niet 1001')],
  ])('is over by %s', async (_name, say) => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await say(world);
    expect(world.cards(chris)).toEqual(['declined']);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'not-coming', why: 'declined' });
  });

  test('who does not exist, is oneself, is in already, or was never on duty is refused', async () => {
    const world = await companyWorld();
    expect(await world.command(an, '!geef Zus')).toMatchObject(refused('who-is-that'));
    expect(await world.command(an, '!geef An')).toMatchObject(refused('yourself'));
    await world.bring(bert, '!overleg Bert');
    expect(await world.command(an, '!overleg Bert')).toMatchObject(refused('already-in'));
  });

  test('to take over needs somebody on duty with a free slot', async () => {
    const world = await companyWorld();
    expect(await world.command(an, '!geef Bert')).toMatchObject(refused('colleague-off-duty'));
    await joinedBy(bert, world);
    expect(await world.command(an, '!geef Bert')).toMatchObject(refused('colleague-busy'));
  });

  test('to read along needs no free slot', async () => {
    const world = await companyWorld();
    await joinedBy(bert, world);
    expect(await world.command(an, '!overleg Bert')).toMatchObject({ message: { code: 'asked' } });
  });

  test('is refused while another one is coming', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Bert');
    expect(await world.command(an, '!overleg Chris')).toMatchObject(refused('somebody-coming'));
    expect(world.cards(chris)).toEqual([]);
  });

  test('is refused to somebody who has no conversation', async () => {
    const world = await companyWorld();
    expect(await world.command(bert, '!overleg Chris')).toMatchObject({
      refusal: { code: 'no-conversation' },
    });
  });

  test('is refused before one is in the room', async () => {
    const world = await companyWorld();
    await world.onDuty(bert);
    await world.call();
    await world.command(bert, '!neem');
    expect(await world.command(bert, '!overleg Chris')).toMatchObject(refused('not-in-room'));
  });

  test('fills a slot of who is to take over', async () => {
    const world = await companyWorld();
    await world.onDuty(bert);
    await world.command(an, '!geef Bert');
    await expect(world.call()).rejects.toThrow('busy');
    await world.answer(bert, '❌');
    await world.call();
    expect(world.card(bert)).toBe('open');
  });

  test('ends with the conversation, and the card says so', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await endConversation(world, { conversationId: world.conversationId, by: 'exit' });
    await world.settle();
    expect(world.cards(chris)).toEqual(['withdrawn']);
  });
});

describe('a yes', () => {
  test('tells the caller who will come and why, with the pinned identity, and that they may say no', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅\uFE0F');
    expect(await world.view()).toMatchObject({
      readers: [],
      announced: {
        userId: chris,
        masterKey: `key of ${chris}`,
        organisation: 'CAW',
        purpose: 'reads-along',
        mayBeRefused: true,
      },
      handOver: null,
    });
    expect(world.cards(chris)).toEqual(['coming']);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'coming', who: 'Chris', team: 'Antwerpen' });
  });

  test('may be written, with the number', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.command(chris, '!neem 1001');
    expect(world.company().coming).toMatchObject({ stage: 'announced' });
  });

  test('pressed twice says nothing more', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    const before = world.shown(chris).length;
    await world.answer(chris, '✅');
    expect(world.shown(chris)).toHaveLength(before);
  });

  test('may be taken back until they are in the room', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    await world.answer(chris, '❌');
    expect(world.company().coming).toBeNull();
    expect((await world.view()).announced).toBeNull();
  });

  test('on an old card is answered, and nothing is done', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.pass(60);
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅', 1);
    expect(world.shown(chris).at(-1)).toMatchObject(refused('not-asked-any-more'));
    expect(world.company().coming).toMatchObject({ stage: 'asked' });
  });

  test('with another identity than the pinned one is refused, and ends their duty', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    world.homeserver.identities.set(chris, { masterKey: 'another', signedDevices: 1, sessionKeys: [] });
    await world.answer(chris, '✅');
    expect(world.shown(chris).at(-1)).toMatchObject(refused('own-identity'));
    await world.settle();
    expect(world.duty(chris).unconfirmedMasterKey).toBe('another');
    expect(world.company().coming).toBeNull();
  });

  test('of somebody else than the one who was asked takes what rings, or nothing', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    expect(await world.command(dina, '!neem 1001')).toMatchObject({ refusal: { code: 'already-taken' } });
  });
});

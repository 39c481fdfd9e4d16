import { describe, expect, test } from '@jest/globals';
import { checkIdentities } from '../../../appservice/usecases/check-identities.ts';
import { companyWorld } from '../../support/worlds/company-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina, stranger } = people;

const refused = (code: string) => ({ message: { code: 'refusal', refusal: { code } } });

/** Chris, of Antwerpen, has come to take An's conversation over. */
async function handingOver() {
  const world = await companyWorld();
  await world.onDuty(chris);
  await world.bring(chris, '!geef Chris');
  return world;
}

describe('a hand-over', () => {
  test('leaves both in the room until it is done', async () => {
    const world = await handingOver();
    expect([world.membership(an), world.membership(chris)]).toEqual(['join', 'join']);
    expect(world.company()).toMatchObject({ readers: [chris], successor: chris });
    expect(world.conversation(world.conversationId).phase).toMatchObject({ counsellor: an });
  });

  test.each([
    ['who takes it over', chris],
    ['who gives it', an],
  ])('is done by !overgenomen of %s', async (_name, who) => {
    const world = await handingOver();
    await world.command(who, '!overgenomen');
    expect(world.conversation(world.conversationId)).toMatchObject({
      controller: 'antwerpen',
      phase: { name: 'talking', counsellor: chris, takenAt: world.clock.now() },
      company: { readers: [], successor: null },
    });
    expect([world.membership(an), world.membership(chris)]).toEqual(['leave', 'join']);
    expect([world.card(an), world.card(chris)]).toEqual(['handed-over', 'received']);
    expect(world.duty(an).idleSince).toBe(world.clock.now());
    expect(await world.view()).toMatchObject({ counsellor: { userId: chris }, readers: [] });
  });

  test.each([
    ['rings for who takes it over when the other one says so', an, chris],
    ['does not ring for who says so', chris, null],
  ])('%s', async (_title, who, mention) => {
    const world = await handingOver();
    await world.command(who, '!overgenomen');
    const card = world.deskDevice.entries.findLast(({ versions }) => {
      const [first] = versions;
      return first?.kind === 'card' && first.state.name === 'received';
    });
    expect(card?.mention).toBe(mention);
  });

  test('is audited with the colleague and the team that is responsible now', async () => {
    const world = await handingOver();
    expect(world.conversation(world.conversationId).controller).toBe('limburg');
    await world.command(an, '!overgenomen 1001');
    const handed = (await world.audited()).filter(({ act }) => act === 'conversation-handed-over');
    expect(handed.map(({ who, subject }) => [who, subject])).toEqual([
      [an, chris],
      [an, 'antwerpen'],
    ]);
  });

  test('is done when the old counsellor leaves the room by hand', async () => {
    const world = await handingOver();
    await world.leave(an);
    expect(world.conversation(world.conversationId).phase).toMatchObject({ counsellor: chris });
  });

  test('without anybody who takes over is refused, with the way out', async () => {
    const world = await companyWorld();
    expect(await world.command(an, '!overgenomen')).toMatchObject(refused('no-successor'));
    expect(await world.command(bert, '!overgenomen')).toMatchObject({ refusal: { code: 'no-conversation' } });
  });

  test('keeps its end card with who has it now', async () => {
    const world = await handingOver();
    await world.command(chris, '!overgenomen');
    await world.command(chris, '!einde');
    expect([world.card(an), world.card(chris)]).toEqual(['handed-over', 'ended']);
  });

  test('keeps the team of the first take when a coordinator of all teams gets it', async () => {
    const world = await companyWorld();
    await world.onDuty(dina);
    await world.bring(dina, '!geef Dina');
    await world.command(dina, '!overgenomen');
    expect(world.conversation(world.conversationId).controller).toBe('limburg');
  });

  test('stops who is on their way to the old counsellor', async () => {
    const world = await handingOver();
    await world.command(an, '!overleg Bert');
    await world.command(chris, '!overgenomen');
    expect(world.cards(bert)).toEqual(['withdrawn']);
    expect(world.company().coming).toBeNull();
  });
});

describe('a reader', () => {
  test('ends their own reading by !einde, is out of the room, and the conversation goes on', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    await world.command(chris, '!einde');
    expect(world.membership(chris)).toBe('leave');
    expect(world.told(chris).at(-1)).toMatchObject({ code: 'reading-over', why: 'stopped' });
    expect(world.told(an).at(-1)).toMatchObject({ code: 'reader-gone', who: 'Chris', why: 'stopped' });
    expect(world.conversation(world.conversationId).phase.name).toBe('talking');
    expect((await world.audited()).at(-1)).toMatchObject({ act: 'colleague-left', who: chris });
  });

  test('who leaves by hand reads no more, and takes nothing over', async () => {
    const world = await handingOver();
    await world.leave(chris);
    expect(world.company()).toMatchObject({ readers: [], successor: null });
    expect(world.told(an).at(-1)).toMatchObject({ code: 'reader-gone', why: 'left' });
  });

  test('leaves with everybody at the end, and is told', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    await world.command(an, '!einde');
    expect(world.membership(chris)).toBe('leave');
    expect(world.told(chris).at(-1)).toMatchObject({ code: 'reading-over', why: 'ended' });
  });

  test('leaves when the conversation goes back to the pool, and may take it', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    await world.leave(an);
    expect(world.membership(chris)).toBe('leave');
    expect(world.told(chris).at(-1)).toMatchObject({ code: 'reading-over', why: 'returned' });
    await world.onDuty(chris);
    await world.command(chris, '!neem 1001');
    expect(world.conversation(world.conversationId).phase).toMatchObject({ counsellor: chris });
  });

  test('with another identity than the pinned one is removed', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    world.homeserver.identities.set(chris, { masterKey: 'another', signedDevices: 1, sessionKeys: [] });
    await checkIdentities(world);
    await world.settle();
    expect(world.membership(chris)).toBe('leave');
    expect(world.told(an).at(-1)).toMatchObject({ code: 'reader-gone', why: 'identity-changed' });
  });

  test('who invites a stranger has that undone, and is told', async () => {
    const world = await companyWorld();
    await world.bring(chris, '!overleg Chris');
    await world.invite(chris, stranger);
    expect(world.membership(stranger)).toBe('leave');
    expect(world.told(chris).at(-1)).toMatchObject({ code: 'stranger', stranger });
  });
});

describe('a stranger whom nobody named', () => {
  test('before the word to share is removed as well, also the colleague who was asked', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.answer(chris, '✅');
    await world.invite(world.caller, chris);
    expect(world.membership(chris)).toBe('leave');
  });
});

describe('a call for help', () => {
  test('reaches every coordinator at once, and the caller notices nothing', async () => {
    const world = await companyWorld();
    expect(await world.command(an, '!collega')).toMatchObject({
      message: { code: 'help-called', names: ['Dina'] },
    });
    expect(world.told(dina).at(-1)).toMatchObject({ code: 'card', purpose: 'help', from: 'An' });
    expect((await world.view()).announced).toBeNull();
  });

  test('goes on like a consult once somebody answers', async () => {
    const world = await companyWorld();
    await world.command(an, '!collega');
    await world.answer(dina, '✅');
    expect(await world.view()).toMatchObject({ announced: { userId: dina, purpose: 'reads-along' } });
    expect(world.told(an).at(-1)).toMatchObject({ code: 'coming', who: 'Dina' });
    await world.pass(10);
    await world.invite(world.caller, dina);
    await world.accept(dina);
    expect(world.company().readers).toEqual([dina]);
    expect(world.cards(dina)).toEqual(['came']);
  });

  test('comes before a colleague who has not answered, and after one who has', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Chris');
    await world.command(an, '!collega');
    await world.answer(dina, '✅');
    expect(world.cards(chris)).toEqual(['withdrawn']);
    expect(world.company().coming).toMatchObject({ colleague: dina });

    const other = await companyWorld();
    await other.command(an, '!overleg Chris');
    await other.command(an, '!collega');
    await other.answer(chris, '✅');
    await other.answer(dina, '✅');
    expect(other.shown(dina).at(-1)).toMatchObject(refused('one-at-a-time'));
    expect(other.company().coming).toMatchObject({ colleague: chris });
  });

  test('without an answer is over after a minute, and rings for who called', async () => {
    const world = await companyWorld();
    await world.command(an, '!collega');
    await world.pass(60);
    expect(world.told(an).at(-1)).toMatchObject({ code: 'help-unanswered' });
    expect(world.cards(dina)).toEqual(['missed']);
  });

  test('is over at once when everybody says no', async () => {
    const world = await companyWorld();
    await world.command(an, '!collega');
    await world.answer(dina, '❌');
    expect(world.told(an).at(-1)).toMatchObject({ code: 'help-unanswered' });
    expect(world.cards(dina)).toEqual(['declined']);
  });

  test('is answered by a coordinator who came in otherwise meanwhile', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Dina');
    await world.answer(dina, '✅');
    await world.pass(1);
    await world.command(an, '!collega');
    await world.pass(9);
    await world.invite(world.caller, dina);
    await world.accept(dina);
    expect(world.company()).toMatchObject({ readers: [dina], helpCall: null });
    expect(world.cards(dina)).toEqual(['came', 'withdrawn']);
  });

  test('runs once at a time', async () => {
    const world = await companyWorld();
    await world.command(an, '!collega');
    expect(await world.command(an, '!collega')).toMatchObject(refused('already-called'));
  });
});

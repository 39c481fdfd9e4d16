import { describe, expect, test } from '@jest/globals';
import { refuseReader } from '../../../appservice/usecases/refuse-reader.ts';
import { companyWorld, type CompanyWorld } from '../../support/worlds/company-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;

const refused = (code: string) => ({ message: { code: 'refusal', refusal: { code } } });

/** Whom the newest message at An's desk rings for. */
const lastRungFor = (world: CompanyWorld) =>
  world.deskDevice.entries.findLast(({ place }) => place.roomId === world.deskRoom(an))?.mention;

/** Somebody is asked by a command and says yes, and the caller says no. */
async function afterANo(command = '!overleg Chris', colleague: string = chris): Promise<CompanyWorld> {
  const world = await companyWorld();
  await world.command(an, command);
  await world.answer(colleague === dina ? dina : chris, '✅');
  await refuseReader(world, { conversationId: world.conversationId, userId: colleague });
  await world.settle();
  return world;
}

describe('a colleague whom the caller refused', () => {
  test.each(['!overleg Chris', '!geef Chris'])('is not asked again, by %s either', async (command) => {
    const world = await afterANo();
    await world.command(chris, '!aan');
    expect(await world.command(an, command)).toMatchObject(refused('caller-refused'));
    expect(world.company().coming).toBeNull();
  });

  test('is not called for help either', async () => {
    const world = await afterANo('!collega', dina);
    expect(await world.command(an, '!collega')).toMatchObject(refused('nobody-to-call'));
  });

  test('may not answer a call that was open already', async () => {
    const world = await companyWorld();
    await world.command(an, '!overleg Dina');
    await world.answer(dina, '✅');
    await world.command(an, '!collega');
    await refuseReader(world, { conversationId: world.conversationId, userId: dina });
    await world.settle();
    await world.answer(dina, '✅');
    expect(world.shown(dina).at(-1)).toMatchObject(refused('unwanted'));
    expect(world.company().coming).toBeNull();
  });

  test('stays refused when the conversation goes to somebody else', async () => {
    const world = await afterANo();
    await world.command(bert, '!aan');
    await world.bring(bert, '!geef Bert');
    await world.command(an, '!overgenomen');
    expect(await world.command(bert, '!overleg Chris')).toMatchObject(refused('caller-refused'));
  });

  test('is neither rung nor may take it when it goes back to the pool', async () => {
    const world = await afterANo();
    await world.command(chris, '!aan');
    await world.leave(an);
    await world.elapse(1);
    expect(world.conversation(world.conversationId).phase).toMatchObject({ name: 'waiting', ring: null });
    expect(await world.command(chris, '!neem 1001')).toMatchObject({
      kind: 'refusal',
      refusal: { code: 'caller-refused' },
    });
  });

  test('is in the audit log, without a word of the caller', async () => {
    const world = await afterANo();
    expect((await world.audited()).at(-1)).toMatchObject({
      act: 'colleague-unwanted',
      who: chris,
      subject: null,
      reason: null,
    });
  });
});

describe('help that was promised and does not come', () => {
  test('rings for who called, with the way out of somebody alone', async () => {
    const world = await afterANo('!collega', dina);
    expect(world.told(an).at(-1)).toMatchObject({
      code: 'not-coming',
      purpose: 'help',
      why: 'caller-refused',
    });
    expect(lastRungFor(world)).toBe(an);
  });

  test('rings too when it is on its way', async () => {
    const world = await companyWorld();
    await world.command(an, '!collega');
    await world.answer(dina, '✅');
    expect(world.told(an).at(-1)).toMatchObject({ code: 'coming', who: 'Dina' });
    expect(lastRungFor(world)).toBe(an);
  });

  test('does not ring for a consult that nobody is in need of', async () => {
    const world = await afterANo();
    expect(lastRungFor(world)).toBeNull();
  });
});

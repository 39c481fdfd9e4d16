import { describe, expect, test } from '@jest/globals';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';
import { contactDesk } from './contact-desk.ts';

const { an, bert } = people;

/** How often the desk has said whom words without a mark reach, and the numbers it named. */
const said = (world: HelplineWorld, who: UserId) =>
  world
    .shown(who)
    .flatMap((each) =>
      each.kind === 'desk-room' && each.message.code === 'own-desk' ? [each.message.caseNumbers] : [],
    );

describe('words without a mark at one’s own desk', () => {
  test('are answered while a conversation goes on: the caller does not read them, and where they do', async () => {
    const world = await helplineWorld({ caseNumbers: ['4711'] });
    await joinedBy(an, world);
    await world.command(an, 'Ben je nu veilig?');
    expect(said(world, an)).toEqual([['4711']]);
  });

  test('are answered once in ten minutes, also after a restart, and then again', async () => {
    const world = await helplineWorld();
    const answers = () => world.shown(an).filter(({ kind }) => kind === 'command-problem').length;
    await world.command(an, 'dag');
    world.restart();
    await world.command(an, 'ben je daar nog?');
    world.clock.elapse(9 * 60_000);
    await world.command(an, 'ik lees mee');
    expect(answers()).toBe(1);
    world.clock.elapse(61_000);
    await world.command(an, 'nog steeds');
    expect(answers()).toBe(2);
  });

  test('tell who has no conversation how a command begins', async () => {
    const world = await helplineWorld();
    expect(await world.command(an, 'goeiemorgen')).toEqual({
      kind: 'command-problem',
      problem: { code: 'no-command', meant: null },
    });
  });

  test.each([
    ['aan', '!aan'],
    ['Aan.', '!aan'],
    ['einde 4711', '!einde 4711'],
  ])('that are a bare command are told what is missing, each time (%s)', async (body, meant) => {
    const world = await helplineWorld();
    const answer = { kind: 'command-problem', problem: { code: 'no-command', meant } };
    expect([await world.command(an, body), await world.command(an, body)]).toEqual([answer, answer]);
    expect(world.shown(an).filter(({ kind }) => kind === 'command-problem')).toHaveLength(2);
    expect(world.database.tables.duties.size).toBe(0);
  });

  test('get no answer in the team’s, nor from somebody who is not heard', async () => {
    const world = await helplineWorld();
    const before = world.deskDevice.entries.length;
    await world.command(an, 'koffie?', world.deskRoom('limburg'));
    await world.command(bert, 'aan', world.deskRoom(an));
    expect(world.deskDevice.entries).toHaveLength(before);
  });

  test('that answer a form get no other answer', async () => {
    const world = await helplineWorld();
    const desk = contactDesk(world);
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    await desk.write('1');
    await desk.write('alles onbekend');
    expect(world.shown(an).filter(({ kind }) => kind === 'command-problem')).toEqual([]);
  });

  test('that are no answer to a form are told where they do not arrive, while a conversation goes on', async () => {
    const world = await helplineWorld({ caseNumbers: ['4711', '4712'] });
    const desk = contactDesk(world);
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    await desk.write('koffie');
    expect(desk.said().at(-1)).toMatchObject({ code: 'form-hint', caseNumbers: [] });
    await joinedBy(an, world);
    await desk.write('Ben je nu veilig?');
    expect(desk.said().at(-1)).toMatchObject({ code: 'form-hint', caseNumbers: ['4712'] });
  });

  test('that are no answer to a form go with it when it is saved', async () => {
    const world = await helplineWorld();
    const desk = contactDesk(world);
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    const written = [await desk.write('Ben je nu veilig?'), await desk.write('bewaren')];
    await desk.write('alles onbekend');
    expect(written.map((each) => world.deskDevice.redacted.has(each))).toEqual([true, true]);
  });
});

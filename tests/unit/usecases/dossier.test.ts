import { beforeEach, describe, expect, test } from '@jest/globals';
import { must } from '../../support/parsed.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';
import { contactDesk } from './contact-desk.ts';

const { an, bert } = people;

let world: HelplineWorld;
let desk: ReturnType<typeof contactDesk>;

beforeEach(async () => {
  world = await helplineWorld({ caseNumbers: ['4711', '4712'] });
  desk = contactDesk(world);
});

const notes = () => [...world.database.tables.contacts.dossiers.values()];
const audited = () => world.database.tables.audit.filter(({ act }) => act === 'dossier-noted');

/** Presses a sign under what the desk said last about a dossier. */
const press = async (sign: string, by = an) => {
  const { place } = must(
    world.deskDevice.entries.findLast(({ versions }) => versions.at(-1)?.kind === 'register'),
    'a message',
  );
  world.homeserver.emit(place.roomId, by, { kind: 'reaction', to: place.eventId, key: sign });
  await world.settle();
};

describe('a dossier', () => {
  test('is noted after the counsellor says that there were more contacts, which the desk explains (R64)', async () => {
    await joinedBy(an, world);
    await world.command(an, '!dossier ja 4711 CAW-2026/12');
    expect(desk.said()).toEqual([{ code: 'dossier-rule', caseNumber: '4711' }]);
    expect([notes()[0]?.answer, audited()]).toEqual([null, []]);
    await press('✅');
    expect(notes()).toMatchObject([{ answer: 'agreed', reference: 'CAW-2026/12', asked: null }]);
    expect(audited()).toMatchObject([{ who: an, reason: null }]);
  });

  test('is not noted when there were none', async () => {
    await joinedBy(an, world);
    await world.command(an, '!dossier ja');
    await press('❌');
    expect(notes()).toMatchObject([{ answer: null, asked: null }]);
    expect(desk.said().at(-1)).toMatchObject({ code: 'dossier-not-yet' });
  });

  test('that was refused stays refused while a yes waits for that word (R65)', async () => {
    await joinedBy(an, world);
    await world.command(an, '!dossier geweigerd');
    expect(desk.said().at(-1)).toMatchObject({ code: 'dossier-noted', answer: 'refused' });
    await world.command(an, '!dossier ja');
    expect(notes()).toMatchObject([{ answer: 'refused' }]);
    await world.command(an, '!dossier later');
    await press('✅');
    expect(notes()).toMatchObject([{ answer: 'later', asked: null }]);
  });

  test('is noted for a conversation that is over, with its number or the newest', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!dossier later');
    await world.command(an, '!registreer');
    await desk.press('opening', '⏭');
    await world.command(an, '!dossier geweigerd 4711');
    expect(notes()).toMatchObject([{ answer: 'refused' }]);
    await world.command(an, '!dossier later');
    expect(desk.said().at(-1)).toEqual({ code: 'dossier-of-which' });
  });

  test('is nothing that a colleague notes who was not in it, and a number that is none sounds the same', async () => {
    await desk.talkedAndOver();
    await world.command(bert, '!dossier ja 4711');
    await world.command(bert, '!dossier ja 9999');
    expect(contactDesk(world, bert).said()).toEqual([
      { code: 'dossier-not-yours', caseNumber: '4711' },
      { code: 'dossier-not-yours', caseNumber: '9999' },
    ]);
    expect(notes()).toEqual([]);
  });

  test('is called by its name in no message and no action', async () => {
    await joinedBy(an, world);
    await world.command(an, '!dossier ja CAW-2026/12');
    await press('✅');
    expect(JSON.stringify(world.database.tables.actions)).not.toContain('CAW-2026');
  });
});

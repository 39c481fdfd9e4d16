import { beforeEach, describe, expect, test } from '@jest/globals';
import { dayMs, minuteMs } from '../../../appservice/domain/time.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { shuffleContacts } from '../../../appservice/usecases/shuffle-contacts.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';
import { contactDesk } from './contact-desk.ts';

const { an, bert, dina } = people;

let world: HelplineWorld;
let desk: ReturnType<typeof contactDesk>;

beforeEach(async () => {
  world = await helplineWorld({ caseNumbers: ['4711', '4712', '4713'] });
  desk = contactDesk(world);
});

describe('a conversation that is over', () => {
  test('is on its counsellor’s list, and they are told how to register it', async () => {
    await desk.talkedAndOver();
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'conversation-ended', isToRegister: true });
    await world.command(an, '!open-staand');
    expect(desk.said()).toEqual([
      { code: 'unregistered', own: [{ caseNumber: '4711', day: '2026-11-24' }], teams: null },
    ]);
  });

  test('without a counsellor in it is on nobody’s list', async () => {
    await world.onDuty(an);
    const { conversationId } = await world.call();
    await world.press(an, '✋');
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    expect(desk.forms()).toEqual([]);
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'conversation-ended', isToRegister: false });
  });

  test('is counted for its team before a coordinator', async () => {
    await desk.talkedAndOver();
    await world.command(dina, '!open-staand');
    expect(contactDesk(world, dina).said()).toEqual([
      { code: 'unregistered', own: [], teams: [{ team: 'Limburg', count: 1 }] },
    ]);
  });
});

describe('the form', () => {
  test('saves with one reaction, everything unknown that is not known already', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    await desk.press('opening', '⏭️');
    expect(desk.register()).toMatchObject([
      {
        channel: 'chat',
        day: '2026-11-24',
        listVersion: '2020-01-01',
        answers: { region: 'limburg', language: 'nl', duration: 'under-15', role: null, theme: null },
      },
    ]);
    expect(desk.said().at(-1)).toMatchObject({ code: 'registered', of: { caseNumber: '4711' } });
    await world.command(an, '!open-staand');
    expect(desk.said().at(-1)).toMatchObject({ own: [] });
  });

  test('asks one question after the other, by reactions and short answers, and is saved by ✅', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer 4711');
    await desk.press('role', '1️⃣');
    await desk.press('relation', '1️⃣');
    expect(desk.entryOf('theme').signs).toEqual(['❔', '⏭']);
    await desk.write('partnergeweld');
    await desk.press('sub-theme', '5️⃣');
    await desk.write('1');
    await desk.write('26 tot en met 64');
    await desk.press('sex', '1️⃣');
    await desk.press('referral', '❔');
    await desk.write('nee');
    expect(desk.register()).toEqual([]);
    await desk.write('ja');
    expect(desk.said().at(-1)).toMatchObject({ code: 'form-review' });
    await desk.press('review', '✅');
    expect(desk.register()).toMatchObject([
      {
        answers: {
          role: 'victim',
          relation: 'self',
          theme: 'partner-violence',
          'sub-theme': 'stalking',
          context: 'family',
          age: '26-64',
          sex: 'female',
          referral: null,
          anonymous: 'no',
          'next-step': 'yes',
        },
      },
    ]);
  });

  test('shows in the question itself what was chosen', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    expect(desk.entryOf('role').signs).toEqual(['1⃣', '2⃣', '3⃣', '4⃣', '❔', '⏭']);
    await desk.press('role', '3️⃣');
    expect(desk.entryOf('role').versions.at(-1)).toMatchObject({
      message: { answered: { label: 'omstander' } },
    });
  });

  test('changes an earlier answer by another choice under it, until it is saved', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    await desk.press('role', '3️⃣');
    await desk.press('role', '1️⃣');
    await desk.press('opening', '⏭');
    expect(desk.register()).toMatchObject([{ answers: { role: 'victim' } }]);
  });

  test('shows an answer that was changed in the last look as well', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    await desk.press('role', '❔');
    for (const answer of ['?', 'coping', 'verwerkingsproblematiek', '?', '?', '?', '?', '?', '?']) {
      await desk.write(answer);
    }
    await desk.press('role', '1️⃣');
    expect(desk.entryOf('review').versions.at(-1)).toMatchObject({
      message: { answers: expect.arrayContaining([{ question: 'role', label: 'slachtoffer' }]) },
    });
    expect(desk.said().filter(({ code }) => code === 'form-review')).toHaveLength(1);
  });

  test('asks for the sub-theme again after another theme, below', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    for (const answer of ['1', '1', '2', '5']) await desk.write(answer);
    const before = desk.entryOf('sub-theme').place;
    await desk.write('?');
    const asked = desk.entryOf('theme').place;
    world.homeserver.emit(asked.roomId, an, { kind: 'reaction', to: asked.eventId, key: '❔' });
    await world.settle();
    expect(desk.forms()[0]?.answers).toMatchObject({ theme: null });
    expect(desk.forms()[0]?.answers).not.toHaveProperty('sub-theme');
    world.homeserver.emit(before.roomId, an, { kind: 'reaction', to: before.eventId, key: '1️⃣' });
    await world.settle();
    expect(desk.said().at(-1)).toEqual({ code: 'old-question' });
  });

  test('lies aside by ❌, and goes on where it was', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    await desk.press('role', '1️⃣');
    await desk.press('opening', '❌');
    expect(desk.said().at(-1)).toMatchObject({ code: 'put-aside' });
    await desk.press('relation', '1️⃣');
    expect(desk.said().at(-1)).toMatchObject({ code: 'lies-aside' });
    await world.command(an, '!registreer');
    expect(desk.said().at(-1)).toMatchObject({ code: 'form-question', question: 'relation' });
    await desk.press('opening', '⏭');
    expect(desk.register()).toMatchObject([{ answers: { role: 'victim', relation: null } }]);
  });

  test('goes on after a crash, from what is stored', async () => {
    await desk.talkedAndOver();
    world.write(an, '!registreer');
    await world.deliver();
    world.restart();
    await world.settle();
    await desk.press('role', '1️⃣');
    expect(desk.said().at(-1)).toMatchObject({ question: 'relation' });
  });

  test('of another conversation puts the open one aside, and each keeps its answers', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!einde');
    await desk.talkedAndOver();
    await world.command(an, '!registreer 4711');
    await desk.press('role', '1️⃣');
    await world.command(an, '!registreer 4712');
    expect(desk.said()).toContainEqual({
      code: 'put-aside',
      of: { caseNumber: '4711', day: '2026-11-24' },
    });
    await desk.press('opening', '⏭');
    await world.command(an, '!registreer');
    await desk.press('opening', '⏭');
    expect(desk.register().map(({ answers }) => answers.role)).toEqual([null, 'victim']);
  });

  test('without anything on the list, or of a conversation that is not on it, is refused', async () => {
    await world.command(an, '!registreer');
    expect(desk.said().at(-1)).toEqual({ code: 'nothing-to-register' });
    await desk.talkedAndOver();
    const other = contactDesk(world, bert);
    await world.command(bert, '!registreer 4711');
    expect(other.said().at(-1)).toEqual({ code: 'not-on-your-list', caseNumber: '4711' });
  });
});

describe('a contact that is registered', () => {
  const registered = async () => {
    const conversation = await desk.talkedAndOver();
    await world.command(an, '!registreer');
    const question = desk.entryOf('role');
    const pressed = await desk.press('role', '1️⃣');
    const written = await desk.write('1');
    await desk.press('opening', '⏭');
    return { conversation, question, pressed, written };
  };

  test('has no conversation, counsellor, case number or time, and its form is gone', async () => {
    const { conversation } = await registered();
    const text = JSON.stringify(desk.register());
    for (const trace of [conversation.conversationId, conversation.caseNumber, an]) {
      expect(text).not.toContain(trace);
    }
    expect(Object.keys(must(desk.register()[0], 'a contact')).toSorted()).toEqual([
      'answers',
      'channel',
      'day',
      'listVersion',
    ]);
    expect(desk.forms()).toEqual([]);
  });

  test('leaves no answer in the desk room: questions, reactions and short answers are taken back', async () => {
    const { question, pressed, written } = await registered();
    for (const event of [question.place.eventId, pressed, written]) {
      expect(world.deskDevice.redacted.has(event)).toBe(true);
    }
    expect(desk.said().filter(({ code }) => code.startsWith('form-'))).toEqual([]);
  });

  test('leaves no answer among the actions', async () => {
    await registered();
    const text = JSON.stringify(world.database.tables.actions);
    expect(text).not.toMatch(/slachtoffer|victim|gaat over zichzelf/);
  });

  test('is not registered twice', async () => {
    await desk.talkedAndOver();
    await world.command(an, '!registreer');
    const { place } = desk.entryOf('opening');
    for (let time = 0; time < 2; time += 1) {
      world.homeserver.emit(place.roomId, an, { kind: 'reaction', to: place.eventId, key: '⏭' });
    }
    await world.settle();
    expect(desk.register()).toHaveLength(1);
    expect(desk.said().at(-1)).toEqual({ code: 'already-registered' });
  });

  test('lies in another order after the night, once a day', async () => {
    await registered();
    await shuffleContacts(world);
    expect(world.database.tables.contacts.shuffledOn).toBe('2026-11-24');
    const { register } = world.database.tables.contacts;
    world.clock.elapse(minuteMs);
    await shuffleContacts(world);
    expect(world.database.tables.contacts.register).toBe(register);
    world.clock.elapse(dayMs);
    await shuffleContacts(world);
    expect(world.database.tables.contacts.shuffledOn).toBe('2026-11-25');
  });
});

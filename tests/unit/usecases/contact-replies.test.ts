import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Roster } from '../../../appservice/domain/roster.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people, sampleRoster } from '../../support/worlds/sample-roster.ts';
import { contactDesk } from './contact-desk.ts';

const { an, bert } = people;

let world: HelplineWorld;
let desk: ReturnType<typeof contactDesk>;
let roster: { teams: Roster['teams']; members: Roster['members'] };

beforeEach(async () => {
  roster = { ...sampleRoster };
  world = await helplineWorld({ caseNumbers: ['4711', '4712'], roster });
  desk = contactDesk(world);
  await desk.talkedAndOver();
});

const open = () => world.command(an, '!registreer');
const answers = () => desk.forms()[0]?.answers;

describe('what is written while a form is open', () => {
  test('and is no answer changes nothing, and is told what is one', async () => {
    await open();
    const before = answers();
    await desk.write('ik haal even koffie');
    expect(answers()).toEqual(before);
    expect(desk.said().at(-1)).toMatchObject({ code: 'form-hint', question: 'role' });
  });

  test('in the team’s desk room is small talk', async () => {
    await open();
    const before = desk.said().length;
    world.write(an, '1', world.deskRoom('limburg'));
    await world.settle();
    expect(answers()?.role).toBeUndefined();
    expect(desk.said()).toHaveLength(before);
  });

  test('and is a command is obeyed', async () => {
    await open();
    expect(await world.command(an, '!pauze')).toMatchObject({ kind: 'duty', state: 'paused' });
    expect(answers()?.role).toBeUndefined();
  });

  test('and holds a telephone number is to be removed, and nothing of it is stored (R63)', async () => {
    await open();
    const before = answers();
    await desk.write('0470 12 34 56');
    expect(desk.said().at(-1)).toEqual({ code: 'looks-like-number' });
    expect(answers()).toEqual(before);
    expect(JSON.stringify(world.database.tables)).not.toContain('0470');
  });

  test('that looks like a number is taken back with the form, too', async () => {
    await open();
    const written = await desk.write('0470 12 34 56');
    await desk.press('opening', '⏭');
    expect(world.deskDevice.redacted.has(written)).toBe(true);
  });

  test('while none is open is small talk', async () => {
    const before = desk.said().length;
    await desk.write('1');
    expect(desk.said()).toHaveLength(before);
  });
});

describe('a reaction', () => {
  test('by somebody else is not heard', async () => {
    await open();
    await desk.press('role', '1️⃣', bert);
    expect(answers()?.role).toBeUndefined();
  });

  test('that is no choice of the question is told what is one', async () => {
    await open();
    await desk.press('role', '9️⃣');
    expect(desk.said().at(-1)).toMatchObject({ code: 'form-hint' });
    expect(answers()?.role).toBeUndefined();
  });

  test('that comes again changes nothing', async () => {
    await open();
    const { place } = desk.entryOf('role');
    const react = { kind: 'reaction', to: place.eventId, key: '1️⃣' } as const;
    world.homeserver.emit(place.roomId, an, react);
    const [event] = world.homeserver.outbox;
    await world.settle();
    await desk.press('role', '2️⃣');
    if (event !== undefined) world.homeserver.outbox.push(event);
    await world.settle();
    expect(answers()?.role).toBe('perpetrator');
  });

  test('on a question that was put again below is refused', async () => {
    await open();
    const { place } = desk.entryOf('role');
    await open();
    world.homeserver.emit(place.roomId, an, { kind: 'reaction', to: place.eventId, key: '1️⃣' });
    await world.settle();
    expect(desk.said().at(-1)).toEqual({ code: 'old-question' });
    expect(answers()?.role).toBeUndefined();
  });

  test('of somebody who works here no more is refused', async () => {
    await open();
    const { place } = desk.entryOf('role');
    roster.members = sampleRoster.members.filter(({ userId }) => userId !== an);
    world.homeserver.emit(place.roomId, an, { kind: 'reaction', to: place.eventId, key: '1️⃣' });
    await world.settle();
    expect(world.shown(an).at(-1)).toMatchObject({ refusal: { code: 'not-in-roster' } });
    expect(answers()?.role).toBeUndefined();
  });
});

describe('a telephone call', () => {
  test('is registered by the same form, without a conversation', async () => {
    await world.command(an, '!telefoon');
    expect(desk.said().at(-1)).toMatchObject({ code: 'form-question', question: 'region', total: 12 });
    await desk.press('region', '2️⃣');
    await desk.press('opening', '⏭');
    expect(desk.register()).toMatchObject([
      { channel: 'phone', day: '2026-11-24', answers: { region: 'limburg', duration: null } },
    ]);
  });

  test('that was begun goes on by the same command', async () => {
    await world.command(an, '!telefoon');
    await desk.press('region', '2️⃣');
    await world.command(an, '!telefoon');
    expect(desk.said().at(-1)).toMatchObject({ question: 'language' });
    expect(desk.forms().filter(({ channel }) => channel === 'phone')).toHaveLength(1);
  });
});

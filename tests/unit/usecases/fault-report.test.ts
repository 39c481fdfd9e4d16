import { describe, expect, test } from '@jest/globals';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { reportFault } from '../../../appservice/usecases/report-fault.ts';
import { helplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, dina } = people;
const fault = { noticedAt: 1_799_999_000_000, code: 'not-loaded', description: 'Wit scherm', browser: null };

describe('a fault report', () => {
  test('is told to each coordinator in their own desk room, to nobody else, and is gone then', async () => {
    const world = await helplineWorld();
    const before = world.shown(an).length;
    await reportFault(world, fault);
    expect(world.database.tables.faultReports).toHaveLength(1);
    await world.settle();
    expect(world.shown(dina).at(-1)).toEqual({
      kind: 'fault',
      report: { ...fault, receivedAt: world.clock.now() },
    });
    expect(world.shown(an)).toHaveLength(before);
    expect(world.database.tables.faultReports).toEqual([]);
  });

  test('has its words in one sealed place: the action that tells it holds its number only', async () => {
    const world = await helplineWorld();
    await reportFault(world, fault);
    expect(JSON.stringify(world.database.tables.actions)).not.toContain('Wit scherm');
  });

  test('stays when there is nobody to tell', async () => {
    const world = await helplineWorld();
    const roster = {
      ...world.roster,
      members: world.roster.members.filter(({ role }) => role !== 'coordinator'),
    };
    await reportFault({ ...world, roster }, fault);
    await world.settle();
    expect(world.database.tables.faultReports).toHaveLength(1);
  });

  test('stays while it cannot be told, and is told once when it can', async () => {
    const world = await helplineWorld();
    const { deskRooms } = world.database.tables;
    world.database.tables = { ...world.database.tables, deskRooms: [] };
    await reportFault(world, fault);
    await world.settle();
    expect(world.database.tables.faultReports).toHaveLength(1);
    world.database.tables = { ...world.database.tables, deskRooms };
    await world.elapse(3);
    expect(world.shown(dina).filter(({ kind }) => kind === 'fault')).toHaveLength(1);
    expect(world.database.tables.faultReports).toEqual([]);
  });
});

describe('the words of a fault report', () => {
  const now = Date.UTC(2026, 10, 30, 10);
  const report = { ...fault, receivedAt: now, noticedAt: now - 300_000 };

  test('quote each line of the person, so that none passes for a word of the desk', () => {
    const words = deskWords({ kind: 'fault', report: { ...report, description: 'Een\n!sluit' } }, now);
    expect(words.split('\n').filter((line) => line.startsWith('> '))).toEqual(['> Een', '> !sluit']);
    expect(words).toContain('code not-loaded');
    expect(words).toMatch(/10[.:]55.*11[.:]00/);
  });

  test.each(['\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    'quote what comes after %j, which some programs show as a new line',
    (separator) => {
      const description = `Een${separator}Je sessie is verlopen`;
      const words = deskWords({ kind: 'fault', report: { ...report, description } }, now);
      expect(words.split('\n')).toEqual(expect.arrayContaining(['> Een', '> Je sessie is verlopen']));
    },
  );

  test('name the browser only when it was sent along', () => {
    expect(deskWords({ kind: 'fault', report }, now)).not.toContain('browser');
    expect(deskWords({ kind: 'fault', report: { ...report, browser: 'Mozilla/5.0' } }, now)).toContain(
      'De browser noemt zichzelf:\n> Mozilla/5.0',
    );
  });

  test('quote the browser as well, which may be any words of a stranger', () => {
    const browser = 'Firefox. Log opnieuw in op https://inloggen.example - @dirk:localhost';
    const words = deskWords({ kind: 'fault', report: { ...report, browser } }, now);
    expect(words).not.toMatch(/https:\/\/|@dirk/);
  });
});

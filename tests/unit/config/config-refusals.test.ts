import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../config/load.ts';
import { configWorld, keyText, problemsIn, section, type Sections } from './config-world.ts';

const world = configWorld();
const { changed, folder, load, minimal, problemsOf } = world;

beforeEach(() => {
  world.reset();
});

afterAll(() => {
  world.remove();
});

describe('a configuration that is wrong', () => {
  test.each<[string, string, (sections: Sections) => void]>([
    ['a missing section', 'line 1: homeserver is missing', (all) => delete all['homeserver']],
    [
      'a missing key',
      'homeserver.serverName is missing',
      (all) => delete section(all, 'homeserver')['serverName'],
    ],
    ['an unknown section', 'chatt is not a known setting', (all) => Object.assign(all, { chatt: {} })],
    [
      'an unknown key',
      'limits.startsPerHour is not a known setting',
      (all) => Object.assign(all, { limits: { startsPerHour: 3 } }),
    ],
    [
      'an accent that is no colour',
      'helpline.accentColour must be a colour such as "#0f6460", in quotes',
      (all) => Object.assign(all, { helpline: { accentColour: 'green' } }),
    ],
    [
      'an accent on which white words cannot be read',
      'helpline.accentColour must be darker, because white words stand on it: their contrast is 2.1, and 4.5 is the least (WCAG 1.4.3); "#a86500" has it',
      (all) => Object.assign(all, { helpline: { accentColour: '#ff9900' } }),
    ],
    [
      'a number that is a text',
      'limits.startsPerMinutePerAddress must be a whole number',
      (all) => Object.assign(all, { limits: { startsPerMinutePerAddress: 'many' } }),
    ],
    [
      'a number out of range',
      'limits.startsPerMinutePerAddress must be 1 or more',
      (all) => Object.assign(all, { limits: { startsPerMinutePerAddress: 0 } }),
    ],
    [
      'an origin with a path',
      'listeners.publicOrigin must be an origin such as',
      (all) => Object.assign(section(all, 'listeners'), { publicOrigin: 'https://chat.example.org/' }),
    ],
    [
      'a proxy that is no address',
      'listeners.trustedProxies.0 must be an IP address or a range',
      (all) => Object.assign(section(all, 'listeners'), { trustedProxies: ['loopback'] }),
    ],
    [
      'a password inside the address',
      'database.url must not hold the password',
      (all) => Object.assign(section(all, 'database'), { url: 'postgres://a:hunter2@127.0.0.1/x' }),
    ],
    [
      'a sentence under a key that there is not',
      'texts.nl.everybody.start.hello is no text of the chat',
      (all) => Object.assign(all, { texts: { nl: { everybody: { 'start.hello': 'Dag' } } } }),
    ],
    [
      'a sentence without the place that is filled in',
      'texts.fr.everybody.doors.phone must have these places and no others: {phone}',
      (all) => Object.assign(all, { texts: { fr: { everybody: { 'doors.phone': 'Appeler' } } } }),
    ],
    [
      'a sentence with a place that nothing is filled into',
      'texts.en.child.start.button must have no place in braces',
      (all) => Object.assign(all, { texts: { en: { child: { 'start.button': 'Chat {now}' } } } }),
    ],
    [
      'a sentence that is too long for its place',
      'texts.nl.everybody.start.button must be at most 40 characters long',
      (all) => Object.assign(all, { texts: { nl: { everybody: { 'start.button': 'Start '.repeat(7) } } } }),
    ],
    [
      'an empty sentence',
      'texts.nl.child.start.button must say something',
      (all) => Object.assign(all, { texts: { nl: { child: { 'start.button': ' ' } } } }),
    ],
    [
      'two listeners on one port',
      'listeners.private.port must differ',
      (all) => Object.assign(section(all, 'listeners'), { private: { port: 8080 } }),
    ],
    [
      'a span that ends before it begins',
      'openingHours.versions.0.week.monday.0 must be a span',
      (all) =>
        Object.assign(all, {
          openingHours: { versions: [{ validFrom: '2026-01-01', week: { monday: ['19:00-17:00'] } }] },
        }),
    ],
    [
      'spans that overlap',
      'openingHours.exceptions.0.spans must not overlap',
      (all) =>
        Object.assign(all, {
          openingHours: { exceptions: [{ day: '2026-01-01', spans: ['09:00-12:00', '11:59-13:00'] }] },
        }),
    ],
    [
      'a day that does not exist',
      'openingHours.exceptions.0.day must be a day',
      (all) => Object.assign(all, { openingHours: { exceptions: [{ day: '2026-02-29', spans: [] }] } }),
    ],
    [
      'a weekday that does not exist',
      'openingHours.versions.0.week.dinsdag is not a known setting',
      (all) =>
        Object.assign(all, {
          openingHours: { versions: [{ validFrom: '2026-01-01', week: { dinsdag: [] } }] },
        }),
    ],
    [
      'a counsellor without a team',
      'roster.members.0.team is missing',
      (all) =>
        Object.assign(section(all, 'roster'), {
          members: [{ userId: '@an:example.org', name: 'An', organisation: 'VK' }],
        }),
    ],
    [
      'a team that is not in the list',
      'roster.members.0.team is not one of the teams',
      (all) =>
        Object.assign(section(all, 'roster'), {
          members: [{ userId: '@an:example.org', name: 'An', organisation: 'VK', team: 'gent' }],
        }),
    ],
    [
      'two teams for a province',
      'roster.teams.1.province has a team already',
      (all) =>
        Object.assign(section(all, 'roster'), {
          teams: [
            { id: 'limburg', name: 'Limburg', province: 'limburg' },
            { id: 'limburg-2', name: 'Limburg 2', province: 'limburg' },
          ],
        }),
    ],
    [
      'development in production',
      'development must be left out unless helpline.isDemo is true',
      (all) => Object.assign(all, { development: { isClockDriven: true } }),
    ],
    [
      'plain HTTP in production',
      'listeners.publicOrigin must begin with https://',
      (all) => Object.assign(section(all, 'listeners'), { publicOrigin: 'http://chat.example.org' }),
    ],
  ])('is refused for %s, by the key and the line', (_name, sentence, change) => {
    const problems = problemsOf(changed(change));
    expect(problems.filter((each) => each.includes(sentence))).toHaveLength(1);
    expect(problems[0]).toMatch(/helpline\.yaml line \d+: /);
  });

  test('is told the line on which the wrong key stands', () => {
    const text = minimal.replace('serverName: example.org', 'serverName: Example Org');
    expect(problemsOf(text)[0]).toContain('helpline.yaml line 4: homeserver.serverName must be');
  });

  test('is told every problem at once', () => {
    const problems = problemsOf(
      minimal.replace('limburg, name', 'Limburg!, name').replace('chat@', 'chat at '),
    );
    expect(problems).toHaveLength(2);
  });

  test('is never shown its own values', () => {
    const text = minimal.replace('asTokenFile: as-token', 'asTokenFile: [as-token-itself-by-mistake]');
    expect(problemsOf(text).join()).not.toContain('by-mistake');
    expect(problemsOf(text)[0]).toContain('homeserver.asTokenFile must be a text');
  });

  test('is refused when a key stands twice', () => {
    expect(problemsOf(`${minimal}\ncontact: {}\n`)[0]).toMatch(/line 28: this is not YAML \(DUPLICATE_KEY\)/);
  });

  test('is refused when it is no YAML, and when it is empty', () => {
    expect(problemsOf('a: [1')[0]).toContain('line 1: this is not YAML');
    expect(problemsOf('')[0]).toContain('the file must be a group of settings');
  });

  test('is asked for by both ways to name it', () => {
    expect(problemsIn(() => loadConfig(''))[0]).toBe(
      'Name the configuration file: --config FILE, or the environment variable HELPLINE_CONFIG.',
    );
  });

  test('is refused when the file is not there, without a stack of jargon', () => {
    expect(() => loadConfig(join(folder, 'nowhere.yaml'))).toThrow('a file that does not exist.');
    expect(() => loadConfig(folder)).toThrow('a file that is a folder.');
  });
});

describe('the files of secrets', () => {
  test.each<[string, string, string]>([
    ['master', 'secrets.masterKeyFile names a file that must hold 32 random bytes', keyText(1).slice(4)],
    ['master', 'secrets.deskStoreKeyFile must not hold the same key as masterKeyFile', keyText(2)],
    ['as-token', 'homeserver.asTokenFile names a file that must hold one line of 16 to 1024', 'short'],
    [
      'as-token',
      'homeserver.asTokenFile names a file that must hold one line',
      'two words two words two words',
    ],
    ['as-token', 'homeserver.hsTokenFile must not hold the same token', 'hs-token-hs-token-hs-token'],
  ])('are refused when %s is not what it is for: %s', (name, sentence, content) => {
    world.writeSecret(name, content);
    const problems = problemsOf(minimal);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
    expect(problems[0]).not.toContain(content);
  });

  test('are refused when they are missing', () => {
    rmSync(join(folder, 'desk'));
    expect(problemsOf(minimal)[0]).toMatch(
      /line 13: secrets.deskStoreKeyFile names a file that does not exist/,
    );
  });

  test('are refused when the folder of recognition is missing, is a file, or others may look into it', () => {
    const place = join(folder, 'recognition');
    chmodSync(place, 0o750);
    expect(problemsOf(minimal)[0]).toContain('recognitionKeyFolder names a folder that other accounts');
    rmSync(place, { recursive: true });
    expect(problemsOf(minimal)[0]).toContain('recognitionKeyFolder names a folder that does not exist');
    world.writeSecret('recognition', 'a file');
    expect(problemsOf(minimal)[0]).toContain('recognitionKeyFolder names a folder that does not exist');
    rmSync(place);
  });

  test('are refused in production when others may read them, and warned of in a demo', () => {
    chmodSync(join(folder, 'hs-token'), 0o640);
    expect(problemsOf(minimal)[0]).toContain(
      'homeserver.hsTokenFile names a file that other accounts can read',
    );
    const demo = load(changed((all) => Object.assign(all, { helpline: { isDemo: true } })));
    expect(demo.warnings).toHaveLength(1);
  });
});

describe('a configuration without somebody to turn to', () => {
  const required = [
    'siteOwner',
    'complaintUrl',
    'generalAddress',
    'technicalAddress',
    'privacyAddress',
    'dossierPrivacyAddress',
    'flemishAuthority',
    'belgianAuthority',
  ];

  test.each(required)('is refused: contact.%s (R40, R41, R86)', (key) => {
    const problems = problemsOf(changed((all) => Reflect.deleteProperty(section(all, 'contact'), key)));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`contact\\.${key} (is missing|must be a mail address)`));
  });

  test('is refused when the day of a check is none', () => {
    const flemishAuthority = { name: 'A', url: 'https://www.example.org/', checkedOn: '2026-02-31' };
    const problems = problemsOf(
      changed((all) => Object.assign(section(all, 'contact'), { flemishAuthority })),
    );
    expect(problems).toEqual([expect.stringContaining('checkedOn must be a day such as 2026-11-30')]);
  });
});

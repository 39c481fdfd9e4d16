import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { describedKeys, sampleConfig } from '../../../scripts/samples/sample-config.ts';
import { configWorld, section } from './config-world.ts';

const world = configWorld();
const { changed, load, minimal, problemsOf } = world;

beforeEach(() => {
  world.reset();
});

afterAll(() => {
  world.remove();
});

describe('the configuration file', () => {
  test('gives what is left out its default', () => {
    const { config, warnings } = load(minimal);
    expect(config.helpline).toEqual({ isDemo: false, accentColour: null });
    expect(config.listeners.public).toEqual({ host: '127.0.0.1', port: 8080 });
    expect(config.limits.startsPerMinutePerAddress).toBe(60);
    expect(config.development).toBeNull();
    expect(warnings).toEqual([]);
  });

  test('may put sentences of its own in the place of ours', () => {
    const own = { nl: { everybody: { 'doors.phone': 'Bel ons op {phone}' } } };
    const { config } = load(changed((all) => Object.assign(all, { texts: own })));
    expect(config.texts.nl).toEqual({ everybody: { 'doors.phone': 'Bel ons op {phone}' }, child: {} });
    expect(config.texts.fr).toEqual({ everybody: {}, child: {} });
  });

  test('is open Tuesday to Thursday from 17 to 19 when it names no hours (R9)', () => {
    const span = [{ startMinute: 1_020, endMinute: 1_140 }];
    expect(load(minimal).config.openingHours).toEqual({
      versions: [{ validFrom: '2020-01-01', week: { 2: span, 3: span, 4: span } }],
      exceptions: [],
      isClosedOnPublicHolidays: true,
    });
  });

  test('reads secrets from their files and keeps them apart', () => {
    const loaded = load(minimal);
    expect(loaded.secrets.asToken).toBe('as-token-as-token-as-token');
    expect(loaded.secrets.masterKey).toEqual(new Uint8Array(32).fill(1));
    expect(loaded.secrets.databasePassword).toBeNull();
    expect(JSON.stringify(loaded.config)).not.toContain('as-token-as-token');
  });

  test('parses opening hours into spans, in order, with midnight as the end of a day', () => {
    const openingHours = {
      versions: [
        { validFrom: '2027-01-01', week: { sunday: ['20:00-24:00', '00:00-01:30'] } },
        { validFrom: '2026-01-01', week: {} },
      ],
      exceptions: [{ day: '2026-12-24', spans: [] }],
      closedOnPublicHolidays: false,
    };
    const { config } = load(changed((all) => Object.assign(all, { openingHours })));
    expect(config.openingHours.versions).toEqual([
      { validFrom: '2026-01-01', week: {} },
      {
        validFrom: '2027-01-01',
        week: {
          7: [
            { startMinute: 0, endMinute: 90 },
            { startMinute: 1_200, endMinute: 1_440 },
          ],
        },
      },
    ]);
    expect(config.openingHours.isClosedOnPublicHolidays).toBe(false);
  });

  test('parses the roster into the words of the domain', () => {
    const members = [
      { userId: '@an:example.org', name: 'An', organisation: 'VK', team: 'limburg' },
      { userId: '@co:example.org', name: 'Co', organisation: 'CAW', role: 'coordinator' },
    ];
    const { config } = load(changed((all) => Object.assign(section(all, 'roster'), { members })));
    expect(config.roster.teams).toEqual([{ teamId: 'limburg', name: 'Limburg', province: 'limburg' }]);
    expect(config.roster.members).toEqual([
      {
        userId: '@an:example.org',
        name: 'An',
        role: 'counsellor',
        organisation: 'VK',
        teamId: 'limburg',
        slots: 1,
      },
      {
        userId: '@co:example.org',
        name: 'Co',
        role: 'coordinator',
        organisation: 'CAW',
        teamId: null,
        slots: 1,
      },
    ]);
  });
});

describe('what shows only beside other settings', () => {
  test('is a warning when the website is of another registrable domain than the chat', () => {
    const { warnings } = load(minimal.replace('https://www.example.org]', 'https://www.elsewhere.org]'));
    expect(warnings[0]).toContain('listeners.hostOrigins.0 is of another registrable domain');
    expect(warnings[0]).toContain('browsers give the chat no cookie there');
    expect(warnings[0]).toMatch(/right would be a publicOrigin below elsewhere\.org\.$/);
  });

  test.each([
    ['https://chat.example.be', 'https://example.be', true],
    ['https://chat.example.be', 'https://www.example.be', true],
    ['https://chat.example.be', 'https://www.elsewhere.be', false],
    ['https://chat.example.co.uk', 'https://www.elsewhere.co.uk', false],
    ['https://chat.github.io', 'https://www.github.io', false],
    ['https://chat.example.org', 'https://example.org.evil.org', false],
    ['https://localhost:17121', 'https://localhost:17120', true],
    ['https://127.0.0.1:17121', 'https://127.0.0.1:17120', true],
    ['https://127.0.0.1:17121', 'https://localhost:17120', false],
    ['https://10.0.0.1', 'https://10.1.0.1', false],
    ['https://[::1]:17121', 'https://[::1]:17120', true],
  ])('takes %s and %s for one site as browsers do: %p', (publicOrigin, hostOrigin, isOne) => {
    const { warnings } = load(
      changed((all) => Object.assign(section(all, 'listeners'), { publicOrigin, hostOrigins: [hostOrigin] })),
    );
    expect(warnings.some((each) => each.includes('another registrable domain'))).toBe(!isOne);
  });

  test('allows plain HTTP and development in a demo', () => {
    const demo = changed((all) => {
      Object.assign(all, { helpline: { isDemo: true } });
      Object.assign(all, {
        development: { startAt: '2027-05-25T17:30:00+02:00', crashAt: 'start.reserved' },
      });
      Object.assign(section(all, 'listeners'), {
        publicOrigin: 'http://localhost:17121',
        hostOrigins: ['http://localhost:17120'],
      });
    });
    const { config, warnings } = load(demo);
    expect(config.development).toEqual({
      startAt: Date.UTC(2027, 4, 25, 15, 30),
      isClockDriven: false,
      crashAt: 'start.reserved',
    });
    expect(warnings).toEqual([]);
  });
});

describe('the sample', () => {
  test('is what the sections generate', () => {
    expect(readFileSync('config/helpline.sample.yaml', 'utf8')).toBe(sampleConfig());
  });

  test('describes every key in a sentence', () => {
    const undescribed = [...describedKeys()].filter(([, text]) => text?.endsWith('.') !== true);
    expect(undescribed).toEqual([]);
    expect(describedKeys().size).toBeGreaterThan(50);
  });

  test('is a configuration that works', () => {
    const secrets = { 'as-token': 'as-token', 'hs-token': 'hs-token', 'operator-token': 'operator-token' };
    let text = readFileSync('config/helpline.sample.yaml', 'utf8');
    for (const [name, here] of Object.entries(secrets)) text = text.replace(`secrets/${name}`, here);
    text = text.replace('secrets/master-key', 'master').replace('secrets/desk-store-key', 'desk');
    text = text.replace('secrets/recognition-keys', 'recognition');
    text = text.replace('secrets/database-password', 'as-token');
    expect(problemsOf(text)).toEqual([]);
  });
});

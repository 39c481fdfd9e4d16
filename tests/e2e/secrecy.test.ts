import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout } from '../../scripts/stack/checkout.ts';
import { intakeForCounsellor } from '../../widget/frame/texts/for-counsellor.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import { accept, command, openCard, openCounsellor, pressHand } from '../support/engine-caller-desk.ts';
import { caseNumberOf, query, roomHistory } from '../support/engine-caller-looks.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import { filesBelow } from '../support/source-files.ts';
import { startWorld, type World } from '../support/world.ts';
import { filesThatHold, rowsThatHold } from './secrecy-search.ts';

const limitMs = 180_000;

/** What must be nowhere in clear, by what it is. */
const markers = {
  'words of the caller': 'paarse olifant bij het raam 7731',
  'words of the counsellor': 'rustige giraf aan de telefoon 5520',
  nickname: 'Zonnekever88',
  'age and region of the intake': '- Leeftijd: 107 jaar\n- Regio: ',
  address: '203.0.113.77',
  'request secret': randomBytes(32).toString('base64url'),
};

let world: World;
let counsellor: TestCounsellor;
let callers: CallersProcess;
let roomId = '';
let callerId = '';
let bearer = '';

/** One whole conversation, by way of a proxy that the service trusts, with markers in everything that a person gives. */
beforeAll(async () => {
  world = await startWorld({
    hasAppservice: true,
    wishes: { overrides: { listeners: { trustedProxies: ['127.0.0.1', '::1'] } } },
  });
  counsellor = await openCounsellor(world, 'Annelies');
  callers = startCallers(world.publicUrl, markers.address);
  await command(counsellor, '!aan', /^Je staat aan/);
  const caller = callers.caller('marked');
  const nickname = markers.nickname;
  const intake = intakeForCounsellor({ nickname, age: 107, area: 'limburg', sex: 'woman' }, 'nl');
  caller.say(intake);
  caller.say(markers['words of the caller']);
  const requestSecret = markers['request secret'];
  const session = await caller.start({ nickname, requestSecret, province: 'limburg' });
  ({ roomId, userId: callerId, bearer } = session);
  await pressHand(counsellor, await openCard(counsellor, await caseNumberOf(world, roomId)));
  await accept(counsellor, roomId);
  const isMarked = ({ body }: { readonly body: string }): boolean => body === markers['words of the caller'];
  await counsellor.waitFor('words', isMarked, 45_000);
  const isIntake = ({ body }: { readonly body: string }): boolean =>
    body.includes(markers['age and region of the intake']) && body.includes(nickname);
  await counsellor.waitFor('words', isIntake, 45_000);
  await counsellor.call('say', roomId, markers['words of the counsellor']);
  await caller.untilHeard(markers['words of the counsellor'], 45_000);
  caller.order({ kind: 'end' });
  await counsellor.waitFor('removed', (event) => event.roomId === roomId, 45_000);
}, limitMs);

afterAll(async () => {
  await callers.stop();
  await counsellor.kill();
  await world.stop();
}, limitMs);

function needles(): Readonly<Record<string, string>> {
  return { ...markers, bearer };
}

test(
  'no file of any server holds a word, a name, an address or a secret of a caller in clear',
  async () => {
    await query(world, 'CHECKPOINT');
    const found = filesThatHold(world.dataFolder, { ...needles(), 'something that is there': callerId });
    expect(found['something that is there']?.some((file) => file.startsWith('postgres/'))).toBe(true);
    expect(Object.keys(found)).toEqual(['something that is there']);
  },
  limitMs,
);

test(
  'no row of any table holds them either',
  async () => {
    const all = { ...needles(), 'something that is there': callerId };
    const found = {
      helpline: await rowsThatHold(world, 'helpline', all),
      synapse: await rowsThatHold(world, 'synapse', all),
    };
    expect(found.helpline['something that is there']).toContain('public.conversations');
    expect(found.synapse['something that is there']).toContain('public.events');
    for (const database of [found.helpline, found.synapse]) {
      expect(Object.keys(database)).toEqual(['something that is there']);
    }
  },
  limitMs,
);

test('no state event of the room says who the caller is or where they are', async () => {
  const history = await roomHistory(world, roomId);
  const state = JSON.stringify(history.filter(({ state_key }) => state_key !== undefined));
  expect(state).toContain('m.room.encryption');
  for (const [, text] of Object.entries(needles())) expect(state).not.toContain(text);
  expect(state).not.toMatch(/limburg|leeftijd|\b107\b|vrouw/i);
});

test('the logs of all parts name no person and no room', () => {
  const folder = join(world.dataFolder, 'logs');
  const files = filesThatHold(folder, { ...needles(), 'room id': roomId, 'caller id': callerId });
  expect(files).toEqual({});
  const people = Object.fromEntries(world.people.map(({ userId }) => [userId, userId]));
  expect(filesThatHold(folder, people)).toEqual({});
});

test('our own log says nothing but codes and numbers', () => {
  const lines = readFileSync(world.logFile('appservice'), 'utf8').trim().split('\n');
  expect(lines.length).toBeGreaterThan(5);
  const isCoded = (value: unknown): boolean =>
    typeof value !== 'string' || /^[A-Za-z0-9_.:-]{1,80}$/.test(value);
  const odd = lines.filter(
    (line) => !line.startsWith('{') || !Object.values(JSON.parse(line) as object).every(isCoded),
  );
  expect(odd).toEqual([]);
});

test(
  'what a browser downloads holds no secret of the service',
  async () => {
    const secrets = Object.fromEntries(secretsOf(world.secretsFolder));
    expect(Object.keys(secrets).length).toBeGreaterThan(20);
    const build = join(checkout, 'dist');
    const paths = readdirSync(build, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.br'))
      .map((entry) => relative(build, join(entry.parentPath, entry.name)));
    const leaks: string[] = [];
    let served = 0;
    for (const path of paths) {
      const response = await fetch(`${world.publicUrl}/widget/${path}`);
      const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
      if (response.ok) served += 1;
      for (const [name, secret] of Object.entries(secrets)) {
        if (text.includes(secret)) leaks.push(`${path}: ${name}`);
      }
    }
    expect(served).toBeGreaterThan(3);
    expect(leaks).toEqual([]);
  },
  limitMs,
);

/** Every secret by its file; the people's passwords one by one. */
function secretsOf(folder: string): readonly (readonly [string, string])[] {
  return filesBelow(folder).flatMap((file): [string, string][] => {
    const text = readFileSync(file, 'utf8').trim();
    if (!file.endsWith('people.json')) return [[relative(folder, file), text]];
    return Object.entries(JSON.parse(text) as Record<string, string>);
  });
}

import { describe, expect, test } from '@jest/globals';
import { demoCounsellorOf, type RunUser, usualName } from '../../../scripts/counsellor/account.ts';
import { afterSync, awaySentence, failureSentence } from '../../../scripts/counsellor/away.ts';
import { createTurns } from '../../../scripts/counsellor/in-turn.ts';
import { chooseUser, readOptions } from '../../../scripts/counsellor/options.ts';
import { knownName } from '../../../scripts/counsellor/room-name.ts';

const person = (name: string, role: RunUser['role'] = 'counsellor'): RunUser => ({
  userId: `@${name}:localhost`,
  password: 'x',
  role,
  team: null,
});
const annelies = person('annelies');
const users = [
  annelies,
  person('bram'),
  person('lotte'),
  person('marleen', 'coordinator'),
  person('dirk', 'administrator'),
];
const run = { users, pids: { start: 1, counsellor: 7 } };

describe('the command line', () => {
  test('without a name means lotte, of the usual run file', () => {
    expect(readOptions([], 'run.json')).toEqual({
      kind: 'start',
      name: 'lotte',
      runFile: 'run.json',
      recoveryKey: undefined,
    });
  });

  test('is explained on request', () => {
    expect(readOptions(['--help'], 'run.json')).toEqual({ kind: 'help' });
  });

  test.each([[['--nope']], [['bram', 'fien']]])(
    'that makes no sense is answered with its use: %j',
    (args) => {
      expect(readOptions(args, 'run.json')).toMatchObject({
        kind: 'problem',
        sentence: expect.stringContaining('npm run counsellor'),
      });
    },
  );
});

describe('the account', () => {
  test('is found by short name, capitals or not, and by user id', () => {
    expect(chooseUser(run, 'Bram', undefined)).toBe(users[1]);
    expect(chooseUser(run, '@bram:localhost', undefined)).toBe(users[1]);
  });

  test('of nobody is answered with the names one can type', () => {
    expect(chooseUser(run, 'rosa', undefined)).toBe(
      '“rosa” staat niet in de lijst. Kies uit: annelies, bram, lotte, marleen',
    );
  });

  test('of the running demo counsellor is refused', () => {
    expect(chooseUser(run, 'annelies', annelies)).toMatch(/^annelies is nu de demo-hulpverlener/u);
  });

  test('taken without a name is not the demo counsellor’s', () => {
    const demo = demoCounsellorOf(run, () => ['node', '/x/scripts/counsellor/demo.ts', '--run', 'y']);
    expect(demo).toBe(annelies);
    expect(chooseUser(run, usualName, demo)).toBe(users[2]);
  });

  test('of the demo counsellor is the one it was told to take', () => {
    const demo = demoCounsellorOf(run, () => ['node', '/x/scripts/counsellor/demo.ts', '--user', 'bram']);
    expect(demo).toBe(users[1]);
  });

  test('is nobody’s demo when none runs, or its process has gone', () => {
    expect(demoCounsellorOf({ users, pids: { start: 1 } }, () => [])).toBeUndefined();
    expect(demoCounsellorOf(run, () => ['something', 'else'])).toBeUndefined();
  });
});

describe('a room', () => {
  const room = (name: string, state?: string): Parameters<typeof knownName>[0] => ({
    roomId: '!raZBx',
    name,
    currentState: {
      getStateEvents: () => (state === undefined ? null : { getContent: () => ({ name: state }) }),
    },
  });

  test('is called as its state says, also before the library does', () => {
    expect(knownName(room('!raZBx', 'Gesprek 6312'))).toBe('Gesprek 6312');
  });

  test('has no name yet as long as there is only its id', () => {
    expect(knownName(room('!raZBx'))).toBeUndefined();
  });
});

describe('a homeserver that is away', () => {
  test('is told as such when something fails', () => {
    const gone = Object.assign(new Error('fetch failed'), { name: 'ConnectionError' });
    const proxied = Object.assign(new Error('bad gateway'), { httpStatus: 502 });
    expect([failureSentence(gone), failureSentence(proxied)]).toEqual([awaySentence, awaySentence]);
    expect(failureSentence(new Error('M_FORBIDDEN'))).toBe('Dat lukte niet. Probeer het nog eens.');
  });

  test('is told once when it goes and once when it is back', () => {
    let isAway = false;
    const lines = ['SYNCING', 'RECONNECTING', 'ERROR', 'CATCHUP', 'SYNCING', 'SYNCING'].map((state) => {
      const news = afterSync(isAway, state);
      isAway = news.isAway;
      return news.line;
    });
    expect(lines.filter((line) => line !== undefined)).toEqual([
      awaySentence,
      'De homeserver antwoordt weer.',
    ]);
  });
});

test('lines that are piped in are worked off one after the other, also after a failure', async () => {
  const done: string[] = [];
  const turns = createTurns(() => done.push('failed'));
  const first = Promise.withResolvers<undefined>();
  turns.add(async () => {
    await first.promise;
    done.push('accepted');
  });
  turns.add(() => Promise.reject(new Error('no')));
  turns.add(() => {
    done.push('!aan');
    return Promise.resolve();
  });
  first.resolve(undefined);
  await turns.done();
  expect(done).toEqual(['accepted', 'failed', '!aan']);
});

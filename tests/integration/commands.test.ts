import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../../scripts/stack/checkout.ts';
import { configWorld } from '../unit/config/config-world.ts';

const world = configWorld();
const bare = mkdtempSync(join(tmpdir(), 'bare-clone-'));
const service = join(checkout, 'appservice/main.ts');
const registration = join(checkout, 'scripts/registration.ts');

function run(program: string, args: readonly string[] = [], more: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], INIT_CWD: bare, ...more },
  });
  return { status, words: stdout + stderr };
}

const stackTrace = /^\s+at |node:internal/m;

beforeAll(() => {
  world.reset();
  for (const name of ['scripts/run.mjs', 'scripts/doctor.mjs', 'scripts/prepare']) {
    cpSync(join(checkout, name), join(bare, name), { recursive: true });
  }
});

afterAll(() => {
  world.remove();
  rmSync(bare, { recursive: true });
});

describe('a clone in which nothing is installed', () => {
  test.each(['run.mjs', 'doctor.mjs'])('is told by scripts/%s to begin with npm start', (program) => {
    const { status, words } = run(join(bare, 'scripts', program), ['check.ts']);
    expect(words).toContain('Begin with "npm start"');
    expect(words).not.toMatch(stackTrace);
    expect(status).toBe(1);
  });

  test('is told the same when its installation was interrupted', () => {
    mkdirSync(join(bare, 'node_modules/.bin'), { recursive: true });
    writeFileSync(join(bare, 'node_modules/.bin/node'), '');
    expect(run(join(bare, 'scripts/doctor.mjs')).words).toContain('WRONG  packages: Begin with "npm start"');
  });
});

describe('npm start', () => {
  const start = join(checkout, 'scripts/start.mjs');

  test('starts nothing when npm kept an option for itself, and says how it is written', () => {
    const { status, words } = run(start, [], { npm_config_demo_counsellor: 'true' });
    expect(words).toBe(
      'npm kept --demo-counsellor for itself: write "--" before it, as in "npm start -- --demo-counsellor".\n',
    );
    expect(status).toBe(2);
  });

  test('says where options stand when it is given a word that belongs to none', () => {
    const { status, words } = run(start, ['foo']);
    expect(words).toContain('options stand after "--"');
    expect(status).toBe(2);
  });
});

describe('the service', () => {
  test('lists its options when one is not known', () => {
    const { status, words } = run(service, ['--foo']);
    expect(words).toContain('--config FILE');
    expect(words).not.toMatch(stackTrace);
    expect(status).toBe(78);
  });

  test('names the database and its setting when nothing listens there, but no address', () => {
    world.load(world.minimal.replace('127.0.0.1/helpline', '127.0.0.1:1/helpline'));
    const { status, words } = run(service, ['--config', join(world.folder, 'helpline.yaml')]);
    expect(words).toContain(
      'could not start. The database is not reached (unreachable, ECONNREFUSED): look at',
    );
    expect(words).not.toContain('127.0.0.1');
    expect(status).toBe(1);
  });
});

describe('the registration', () => {
  test('lists its options when asked, and when one is not known', () => {
    expect(run(registration, ['-h']).words).toContain('--out FILE');
    expect(run(registration, ['--foo']).words).toMatch(/not an option of this program[^]*--out FILE/);
  });

  test('takes its paths from where the person stands', () => {
    world.load(world.minimal);
    const { words } = run(registration, ['--config', 'helpline.yaml'], { INIT_CWD: world.folder });
    expect(words).toContain(`${join(world.folder, 'registration.yaml')} is written`);
  });
});

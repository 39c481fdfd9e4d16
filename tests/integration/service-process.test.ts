import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { checkout } from '../../scripts/stack/checkout.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
}, 180_000);

afterAll(async () => {
  await world.stop();
}, 60_000);

const logged = (event: string) =>
  readFileSync(world.logFile('appservice'), 'utf8').split(`"event":"${event}"`).length - 1;

test('every event is counted from the first one on, the flips of health and messages of libraries too', async () => {
  const response = await fetch(`http://127.0.0.1:${world.privatePort}/metrics`);
  const text = await response.text();
  expect(text).toMatch(/helpline_events_total\{event="homeserver\.health",code=""\} [1-9]/);
  expect(text).toMatch(/helpline_events_total\{event="service\.started",code=""\} 1/);
  expect(text).toMatch(/helpline_now\{what="counsellorsOnDuty"\} 0/);
});

describe('npm run audit', () => {
  const audit = () => {
    const config = join(world.dataFolder, 'appservice/helpline.yaml');
    const program = join(checkout, 'scripts/audit.ts');
    return spawnSync(process.execPath, [program, '--config', config], { encoding: 'utf8' });
  };

  test('walks the log that the service only adds to, and names the line that a superuser changed, never its words', async () => {
    const client = new pg.Client({ connectionString: world.superuserUrl('helpline') });
    await client.connect();
    await client.query("INSERT INTO audit.lines (at, act, who) VALUES (0, 'audit-read', '@lotte:localhost')");
    const before = audit();
    await client.query("UPDATE audit.lines SET who = '@bram:localhost' WHERE sequence = 1");
    const after = audit();
    await client.end();
    expect([before.status, before.stdout.split('\n')[0]]).toEqual([
      0,
      'OK: 1 line, from 1970-01-01 to 1970-01-01.',
    ]);
    expect([after.status, after.stdout]).toEqual([1, expect.stringMatching(/^BROKEN at line 1: /)]);
    expect(before.stdout + before.stderr + after.stdout + after.stderr).not.toMatch(/warning|lotte|bram/);
  }, 30_000);

  test('is not warned of at the start, where nobody but the keeper could change the log', () => {
    expect(readFileSync(world.logFile('appservice'), 'utf8')).not.toContain('warning:');
  });
});

describe('npm run contacts', () => {
  const contacts = (...options: readonly string[]) => {
    const config = join(world.dataFolder, 'appservice/helpline.yaml');
    const program = join(checkout, 'scripts/contacts.ts');
    return spawnSync(process.execPath, [program, '--config', config, ...options], { encoding: 'utf8' });
  };

  test('counts what is registered in the months that were asked for, as a table', async () => {
    const client = new pg.Client({ connectionString: world.databaseUrl });
    await client.connect();
    await client.query(
      `INSERT INTO contacts (channel, day, list_version, answers)
       SELECT 'phone', day, '2020-01-01', jsonb_build_object('region', null, 'language', null, 'duration', null,
         'role', null, 'relation', null, 'theme', 'coping', 'sub-theme', null, 'context', null, 'age', null,
         'sex', null, 'referral', null, 'anonymous', null, 'next-step', null)
       FROM unnest(ARRAY['2026-01-01', '2026-01-15', '2026-01-31', '2026-01-31', '2026-01-31', '2026-02-01']) AS day`,
    );
    await client.end();
    const { status, stdout, stderr } = contacts('--from', '2026-01', '--to', '2026-01');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\r\n').slice(1, 3)).toEqual([
      '2026-01,2026-01,1712,verwerkingsproblematiek,5,5',
      '2026-01,2026-01,CHI,mental-health,5,5',
    ]);
  }, 30_000);

  test('refuses what is no month, says why, and prints no table', () => {
    const { status, stdout, stderr } = contacts('--from', '2026-01-01', '--to', '2026-01-31');
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([
      78,
      '',
      '"2026-01-01" is no month such as 2026-01; the figures are of whole months.',
    ]);
  }, 30_000);
});

test('two signals stop it once, in order', async () => {
  const file = readFileSync(join(world.dataFolder, 'run/appservice.pid.json'), 'utf8');
  const { pid } = z.object({ pid: z.int() }).parse(JSON.parse(file));
  process.kill(pid, 'SIGTERM');
  process.kill(pid, 'SIGINT');
  await world.waitForEnd('appservice', 12_000);
  expect([logged('service.stopping'), logged('service.stopped'), logged('job.failed')]).toEqual([1, 1, 0]);
}, 30_000);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
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

test('two signals stop it once, in order', async () => {
  const file = readFileSync(join(world.dataFolder, 'run/appservice.pid.json'), 'utf8');
  const { pid } = z.object({ pid: z.int() }).parse(JSON.parse(file));
  process.kill(pid, 'SIGTERM');
  process.kill(pid, 'SIGINT');
  await world.waitForEnd('appservice', 12_000);
  expect([logged('service.stopping'), logged('service.stopped'), logged('job.failed')]).toEqual([1, 1, 0]);
}, 30_000);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../ports/eventually.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import { cardsOf, command, deskWordsLike, openCounsellor } from '../support/engine-caller-desk.ts';
import {
  count,
  devicesOf,
  membersNow,
  query,
  roomHistory,
  roomsOf,
  statusNow,
} from '../support/engine-caller-looks.ts';
import { startWorld, type World } from '../support/world.ts';
import { arm, expectCrash, hasNothingToDo } from './crash-walk.ts';

const limitMs = 120_000;

let world: World;
let counsellor: TestCounsellor;

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
  counsellor = await openCounsellor(world, 'Annelies');
  await command(counsellor, '!aan', /^Je staat aan/);
}, limitMs);

afterAll(async () => {
  await counsellor.kill();
  await world.stop();
}, limitMs);

/**
 * A caller whose browser is gone before the answer comes. To be refused is no answer: a homeserver that is slow for a moment
 * counts as away.
 */
async function startAndVanish(): Promise<void> {
  const requestSecret = randomBytes(32).toString('base64url');
  const wishes = { province: 'antwerpen', nickname: null, language: 'nl', noticeVersion: '1' };
  const isAnswered = (): Promise<boolean> =>
    fetch(`${world.publicUrl}/api/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requestSecret, ...wishes }),
    }).then(
      () => true,
      () => false,
    );
  while (await isAnswered()) await pause(1_000);
}

/** Moves the service's clock on, again and again: a service that has just started begins to count anew. */
async function passTimeUntilItEnds(stepMs: number): Promise<void> {
  const step = (): Promise<Response> =>
    fetch(`http://127.0.0.1:${world.privatePort}/development/clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.hsToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: stepMs }),
    });
  for (let steps = 0; steps < 20; steps += 1) {
    const isThere = await step().then(
      () => true,
      () => false,
    );
    if (!isThere) return;
    await pause(1_000);
  }
}

test.each(['start.reserved', 'start.room-made'] as const)(
  'a start cut off at %s and killed again at start.given-up leaves no room, no device, no card and no slot taken',
  async (cutOffAt) => {
    await arm(world, cutOffAt);
    await startAndVanish();
    await expectCrash(world);
    await arm(world, 'start.given-up');
    await passTimeUntilItEnds(61_000);
    await expectCrash(world);
    await world.restart('appservice');
    await eventually(() => hasNothingToDo(world), 30_000);
    const [row] = await query(
      world,
      `SELECT case_number, caller, room_id, phase ->> 'by' AS ended_by FROM conversations
         ORDER BY created_at DESC LIMIT 1`,
    );
    const { case_number: caseNumber, caller, room_id: roomId, ended_by: endedBy } = row ?? {};
    expect(endedBy).toBe('failure');
    expect(await devicesOf(world, String(caller))).toEqual([]);
    const members = membersNow(await roomHistory(world, String(roomId)));
    expect(members).toEqual([`@1712:${world.serverName}`]);
    expect(await roomsOf(world, String(caller))).toEqual([]);
    expect(cardsOf(counsellor, String(caseNumber))).toEqual([]);
    await eventually(async () => (await statusNow(world))?.state === 'online', 10_000);
  },
  limitMs,
);

test(
  'killed at transaction.checked while a command fails, the service answers it once when it can again',
  async () => {
    await failACommand('transaction.checked');
    await eventually(() => deskWordsLike(counsellor, /^Nu aan de balie/).length > 0, 30_000);
    await eventually(() => hasNothingToDo(world), 30_000);
    expect(deskWordsLike(counsellor, /^Nu aan de balie/)).toHaveLength(1);
    expect(deskWordsLike(counsellor, /storing/)).toEqual([]);
  },
  limitMs,
);

test(
  'killed at transaction.skipped-event after a command that cannot be carried out, the service says so once and goes on',
  async () => {
    const answersBefore = deskWordsLike(counsellor, /^Nu aan de balie/).length;
    await failACommand('transaction.skipped-event');
    await eventually(() => deskWordsLike(counsellor, /storing/).length > 0, 30_000);
    await command(counsellor, '!wie', /^Nu aan de balie/);
    await eventually(() => hasNothingToDo(world), 30_000);
    expect(deskWordsLike(counsellor, /storing/)).toHaveLength(1);
    expect(deskWordsLike(counsellor, /^Nu aan de balie/)).toHaveLength(answersBefore + 1);
    expect(await count(world, "SELECT count(*) FROM actions WHERE state = 'given-up'")).toBe(0);
  },
  limitMs,
);

/** A table is away while somebody asks who is on duty; it is back when the service starts again. */
async function failACommand(point: 'transaction.checked' | 'transaction.skipped-event'): Promise<void> {
  await world.kill('appservice');
  await query(world, 'ALTER TABLE duties RENAME TO duties_away');
  await arm(world, point);
  await counsellor.command('!wie');
  await expectCrash(world);
  await query(world, 'ALTER TABLE duties_away RENAME TO duties');
  await world.restart('appservice');
}

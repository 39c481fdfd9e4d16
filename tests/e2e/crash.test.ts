import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { crashPoints, type CrashPoint } from '../../appservice/ports/steps.ts';
import { campaignFactor } from '../../scripts/test/campaign.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import { command, openCounsellor } from '../support/engine-caller-desk.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import { startWorld, type World } from '../support/world.ts';
import {
  arm,
  expectCrash,
  expectWhole,
  openWalk,
  partsInOrder,
  script,
  untilRingsAnew,
  walkFrom,
  type Walk,
  type WalkPart,
} from './crash-walk.ts';

const limitMs = 120_000;

let world: World;
let counsellor: TestCounsellor;
let callers: CallersProcess;

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
  counsellor = await openCounsellor(world, 'Annelies');
  callers = startCallers(world.publicUrl);
  await command(counsellor, '!aan', /^Je staat aan/);
}, limitMs);

afterAll(async () => {
  await callers.stop();
  await counsellor.kill();
  await world.stop();
}, limitMs);

/** Where in the script the service is killed at a point, and (`after`) at which point it had been killed just before. */
type Crash = { readonly at: CrashPoint; readonly during: WalkPart; readonly after?: CrashPoint };

/**
 * The points that every tick passes are reached with work to do only when an earlier life has left some: there the service
 * is killed twice.
 */
const crashes: readonly Crash[] = [
  { at: 'start.checked', during: 'start' },
  { at: 'start.reserved', during: 'start' },
  { at: 'start.registered', during: 'start' },
  { at: 'start.key-made', during: 'start' },
  { at: 'start.marks-made', during: 'start' },
  { at: 'start.key-opened', during: 'start' },
  { at: 'start.room-made', during: 'start' },
  { at: 'start.recorded', during: 'start' },
  { at: 'start.pooled', during: 'start' },
  { at: 'ring.decided', during: 'start', after: 'start.pooled' },
  { at: 'action.carried-out', during: 'start' },
  { at: 'command.identity-looked-up', during: 'take' },
  { at: 'command.recorded', during: 'take' },
  { at: 'action.taken-from-queue', during: 'take', after: 'command.recorded' },
  { at: 'action.looked-up', during: 'take' },
  { at: 'action.carried-out', during: 'take' },
  { at: 'action.recorded', during: 'take' },
  { at: 'transaction.stored', during: 'take' },
  { at: 'transaction.taken', during: 'take', after: 'transaction.stored' },
  { at: 'transaction.located-event', during: 'join' },
  { at: 'transaction.completed', during: 'join' },
  { at: 'transaction.stored', during: 'talk' },
  { at: 'end.recorded', during: 'end' },
  { at: 'action.carried-out', during: 'end' },
  { at: 'action.recorded', during: 'end' },
  { at: 'transaction.read-event', during: 'command' },
  { at: 'transaction.claimed-message', during: 'command' },
  { at: 'command.recorded', during: 'command' },
  { at: 'action.carried-out', during: 'command' },
];

/** Points that only a failure reaches; each has a test of its own below. */
const pointsOfFailure: readonly CrashPoint[] = [
  'start.given-up',
  'transaction.checked',
  'transaction.skipped-event',
];

/** Each point once; a point that the script passes in several parts is killed at in all of them by the full campaign. */
const walks =
  campaignFactor > 1
    ? crashes
    : crashes.filter(({ at }, index) => crashes.findIndex((each) => each.at === at) === index);

test('every crash point of the source is reached by a walk', () => {
  const reached = new Set([...walks.map(({ at }) => at), ...pointsOfFailure]);
  expect([...crashPoints].filter((point) => !reached.has(point))).toEqual([]);
});

test.each(walks)(
  'killed at $at in the part "$during", the service loses nothing and doubles nothing',
  async ({ at, during, after }) => {
    const walk = await openWalk(world, counsellor, callers.caller(`${at} ${during}`));
    try {
      await walkThrough(walk, { at, during, ...(after === undefined ? {} : { after }) });
    } catch (failure) {
      await leaveNothingBehind(walk);
      throw failure;
    }
  },
  limitMs,
);

async function walkThrough(walk: Walk, { at, during, after }: Crash): Promise<void> {
  for (const part of partsInOrder.slice(0, partsInOrder.indexOf(during))) {
    await script[part].act(walk);
    await script[part].finish(walk);
  }
  const first = after ?? at;
  await arm(world, first);
  // Every other point of this part may be passed by ringing anew.
  if (during === 'take' && first.startsWith('command.')) await untilRingsAnew(walk);
  await script[during].act(walk);
  await expectCrash(world);
  if (after !== undefined) {
    await arm(world, at);
    await expectCrash(world);
  }
  await world.restart('appservice');
  await script[during].finish(walk);
  await walkFrom(walk, partsInOrder[partsInOrder.indexOf(during) + 1] ?? 'nothing more');
  await expectWhole(walk);
}

/** A walk that failed leaves the next one a service that runs and a counsellor who is free. */
async function leaveNothingBehind({ caller }: Walk): Promise<void> {
  await world.kill('appservice');
  await world.restart('appservice');
  caller.order({ kind: 'end' });
  await command(counsellor, '!aan', /^Je staat aan/);
}

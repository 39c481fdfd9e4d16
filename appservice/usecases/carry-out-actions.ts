import { secondMs } from '../domain/time.ts';
import type { ActionQueue, QueuedAction } from '../ports/actions.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode } from '../ports/failure-code.ts';
import { mayBeDone } from './may-be-done.ts';
import { performAction, type PerformActionDependencies } from './perform-action.ts';

/** What carrying out actions needs. */
export interface CarryOutActionsDependencies extends PerformActionDependencies {
  readonly queue: ActionQueue;
  readonly eventLog: EventLog;
  /** The lanes that a run is busy with, shared by all runs of this process. */
  readonly busyLanes: Set<string>;
}

type DueAction = QueuedAction & { readonly attempts: number };

/** Attempts with 1, 2, 4 … 60 seconds between them: about an hour. */
const mostAttempts = 65;

/** The longest pause between two attempts. */
const longestPauseMs = 60 * secondMs;

/**
 * Carries out what waits in the queue: lanes side by side, each in its order. Runs may overlap, so that a lane that hangs
 * (a team's homeserver that does not answer) holds up nobody else: each run takes up the lanes no other one is busy with.
 * What fails is tried again after a pause; it is given up after about an hour, except what takes people out of a room.
 */
export async function carryOutActions(dependencies: CarryOutActionsDependencies): Promise<void> {
  const { busyLanes } = dependencies;
  const due = await dueActions(dependencies);
  const free = due.filter((action) => !busyLanes.has(action.lane));
  for (const { lane } of free) busyLanes.add(lane);
  await Promise.all(free.map((action) => workLane(dependencies, action)));
}

async function workLane(dependencies: CarryOutActionsDependencies, first: DueAction): Promise<void> {
  const { lane } = first;
  try {
    let next: DueAction | undefined = first;
    while (next !== undefined) {
      await carryOut(dependencies, next);
      const due: readonly DueAction[] = await dueActions(dependencies);
      next = due.find((action) => action.lane === lane);
    }
  } finally {
    dependencies.busyLanes.delete(lane);
  }
}

async function dueActions({
  steps,
  queue,
  clock,
}: CarryOutActionsDependencies): Promise<readonly DueAction[]> {
  return await steps.step('action.taken-from-queue', () => queue.due(clock.now()));
}

async function carryOut(dependencies: CarryOutActionsDependencies, action: DueAction): Promise<void> {
  const { steps, queue } = dependencies;
  const outcome = await attempt(dependencies, action);
  if (outcome.ok) {
    await steps.step('action.recorded', () => queue.succeed(action.key, outcome.sent));
    return;
  }
  const attempts = action.attempts + 1;
  const pauseMs = Math.min(2 ** (attempts - 1) * secondMs, longestPauseMs);
  const isGivenUp = attempts >= mostAttempts && !isKeptTrying(action);
  const retryAt = isGivenUp ? null : dependencies.clock.now() + pauseMs;
  const { code } = outcome;
  dependencies.eventLog.log({ event: 'action.failed', code, kind: action.action.kind, attempts, isGivenUp });
  await steps.step('action.recorded', () =>
    queue.fail(action.key, { code, retryAt, mayBeDone: mayBeDone(code) }),
  );
}

async function attempt(
  dependencies: CarryOutActionsDependencies,
  action: DueAction,
): ReturnType<typeof performAction> {
  try {
    return await performAction(dependencies, action);
  } catch (error) {
    return { ok: false, code: failureCode(error) };
  }
}

/** Nobody may stay in a room where they do not belong, or let somebody in, however long it takes. */
function isKeptTrying({ action }: DueAction): boolean {
  const kept: readonly string[] = ['remove', 'close-room', 'close-account', 'revoke-invite', 'desk-remove'];
  return kept.includes(action.kind);
}

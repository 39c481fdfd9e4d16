import { anyOf } from './any-of.ts';
import { pauseMs } from './back-off.ts';
import { clientApi, type GatewayClient } from './gateway-client.ts';
import { GatewayError } from './gateway-error.ts';
import type { Line } from './line.ts';
import type { FromWorker } from '../worker-messages.ts';
import { readSync, type SyncAnswer } from './read-sync.ts';
import type { Surroundings } from './surroundings.ts';

/** How long the homeserver may keep a sync waiting for news, milliseconds (the gateway allows 30,000). */
const longPollMs = 25_000;

/** One answer that was lost is had a moment later; who reads that the line is gone must be able to believe it. */
const failuresUntilSaid = 2;

/** What the loop needs. */
export type SyncLoop = {
  readonly gateway: GatewayClient;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  readonly line: Line;
  readonly roomId: string;
  /** An earlier page of this device has asked for a first sync, too. */
  readonly isResumed: boolean;
  readonly tell: (message: FromWorker) => void;
  /** Takes one answer. Rejects with a `GatewayError` when what it left out cannot be had now: it is asked for again. */
  readonly take: (answer: SyncAnswer) => Promise<void>;
  /** The gateway answers again after it did not. */
  readonly onReconnected: () => void;
};

/**
 * Long polls until the signal is aborted, with growing pauses while nobody answers. After a failure the first answer is
 * asked for at once, news or not, so that it is known when the line is back. The filter is the gateway's own. Rejects with
 * the `GatewayError` `ended` when the device is gone.
 */
export async function runSyncLoop(loop: SyncLoop): Promise<void> {
  const { surroundings, signal, tell } = loop;
  let since: string | undefined;
  let failures = 0;
  let isHurried = true;
  let isConnected: boolean | undefined;
  const report = (isNow: boolean): void => {
    if (isNow === isConnected) return;
    isConnected = isNow;
    tell({ kind: 'connection', isConnected: isNow });
  };
  const pauseOn = async (line: AbortSignal, afterFailures: number, leastMs: number): Promise<void> => {
    const over = anyOf(signal, line);
    await surroundings.wait(pauseMs(afterFailures, surroundings.chance(), leastMs), over.signal);
    over.give();
  };
  while (!signal.aborted) {
    const line = loop.line.signal();
    const answer: SyncAnswer | GatewayError = await pollAndTake(loop, since, isHurried).catch(judge);
    if (isOver(signal)) return;
    isHurried = answer instanceof GatewayError;
    if (answer instanceof GatewayError) {
      failures += 1;
      if (failures >= failuresUntilSaid && !isOver(line)) report(false);
      await pauseOn(line, failures, answer.retryAfterMs);
      if (isOver(line)) failures = 0;
    } else {
      if (failures > 0) loop.onReconnected();
      failures = 0;
      since = answer.nextBatch;
      report(true);
    }
  }
}

/** The signal as it is now: the type checker believes that it cannot change during an `await`. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function pollAndTake(
  loop: SyncLoop,
  since: string | undefined,
  isHurried: boolean,
): Promise<SyncAnswer> {
  const answer = await poll(loop, since, isHurried ? 0 : longPollMs);
  if (!isOver(loop.signal)) await loop.take(answer);
  return answer;
}

/**
 * The first sync is answered at once, whatever it says. Synapse keeps that answer for two minutes under all that was asked
 * (`sync_response_cache_duration`), so a page that comes back asks with another timeout, or it would get the room of long ago.
 */
function firstTimeoutMs({ isResumed, surroundings }: SyncLoop): number {
  return isResumed ? 1 + Math.floor(surroundings.chance() * (longPollMs - 1)) : 0;
}

async function poll(loop: SyncLoop, since: string | undefined, longestMs: number): Promise<SyncAnswer> {
  const { gateway, roomId } = loop;
  const timeoutMs = since === undefined ? firstTimeoutMs(loop) : longestMs;
  const text = await gateway.request({
    method: 'GET',
    path: `${clientApi}/sync`,
    query: { timeout: String(timeoutMs), ...(since === undefined ? {} : { since }) },
    longPollMs: timeoutMs,
  });
  const answer = readSync(text, roomId);
  if (answer === undefined) throw new GatewayError('unreachable');
  return answer;
}

function judge(error: unknown): GatewayError {
  if (error instanceof GatewayError && error.code !== 'ended') return error;
  throw error;
}

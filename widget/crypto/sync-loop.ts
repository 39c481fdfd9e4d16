import { pauseMs } from './back-off.ts';
import { clientApi, type GatewayClient } from './gateway-client.ts';
import { GatewayError } from './gateway-error.ts';
import type { FromWorker } from '../worker-messages.ts';
import { readSync, type SyncAnswer } from './read-sync.ts';
import type { Surroundings } from './surroundings.ts';

/** How long the homeserver may keep a sync waiting for news, milliseconds (the gateway allows 30,000). */
const longPollMs = 25_000;

/** What the loop needs. */
export type SyncLoop = {
  readonly gateway: GatewayClient;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
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
 * Long polls until the signal is aborted, with growing pauses while nobody answers. The filter is the gateway's own.
 * Rejects with the `GatewayError` `ended` when the device is gone.
 */
export async function runSyncLoop(loop: SyncLoop): Promise<void> {
  const { surroundings, signal, tell } = loop;
  let since: string | undefined;
  let failures = 0;
  let isConnected: boolean | undefined;
  const report = (isNow: boolean): void => {
    if (isNow === isConnected) return;
    if (isNow && isConnected === false) loop.onReconnected();
    isConnected = isNow;
    tell({ kind: 'connection', isConnected: isNow });
  };
  while (!signal.aborted) {
    const answer = await pollAndTake(loop, since).catch(judge);
    if (isOver(signal)) return;
    if (answer instanceof GatewayError) {
      report(false);
      failures += 1;
      await surroundings.wait(pauseMs(failures, surroundings.chance(), answer.retryAfterMs), signal);
    } else {
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

async function pollAndTake(loop: SyncLoop, since: string | undefined): Promise<SyncAnswer> {
  const answer = await poll(loop, since);
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

async function poll(loop: SyncLoop, since: string | undefined): Promise<SyncAnswer> {
  const { gateway, roomId } = loop;
  const text = await gateway.request({
    method: 'GET',
    path: `${clientApi}/sync`,
    query:
      since === undefined
        ? { timeout: String(firstTimeoutMs(loop)) }
        : { timeout: String(longPollMs), since },
    longPollMs: since === undefined ? 0 : longPollMs,
  });
  const answer = readSync(text, roomId);
  if (answer === undefined) throw new GatewayError('unreachable');
  return answer;
}

function judge(error: unknown): GatewayError {
  if (error instanceof GatewayError && error.code !== 'ended') return error;
  throw error;
}

import type { FromWorker, ToWorker } from '../../worker-messages.ts';
import type { BrowserClock } from './browser-clock.ts';
import { createCryptoWorker } from './worker-policy.ts';

/** The crypto worker. The frame is the only one that talks to it. */
export interface CryptoClient {
  /** `load` begins a new worker; the one before is given a moment to end by itself. */
  readonly tell: (message: ToWorker) => void;
}

/** How long an old worker may take to let go of its requests before it is ended, milliseconds. */
const endLimitMs = 3_000;

/** Makes the client. No worker runs before the first `load`. */
export function createCryptoClient(clock: BrowserClock, hear: (news: FromWorker) => void): CryptoClient {
  let worker: Worker | undefined;

  const begin = (): void => {
    const fresh = startWorker();
    worker = fresh;
    if (fresh === undefined) {
      hear({ kind: 'failed', failure: 'crypto-failed' });
      return;
    }
    // The worker is our own script in its own thread: what it sends has the type it was sent with.
    fresh.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      if (worker === fresh) hear(event.data);
    });
    fresh.addEventListener('error', () => {
      if (worker === fresh) hear({ kind: 'failed', failure: 'crypto-failed' });
    });
    fresh.postMessage({ kind: 'load' } satisfies ToWorker);
  };

  return {
    tell: (message) => {
      if (message.kind !== 'load') {
        worker?.postMessage(message);
        return;
      }
      const last = worker;
      worker = undefined;
      if (last === undefined) begin();
      else void retire(last, clock).then(begin);
    },
  };
}

function startWorker(): Worker | undefined {
  try {
    return createCryptoWorker();
  } catch {
    return undefined;
  }
}

/** Asks a worker to stop, and ends it; what it knew was in its memory only (S7). */
function retire(worker: Worker, clock: BrowserClock): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      worker.terminate();
      resolve();
    };
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      if (event.data.kind === 'stopped') end();
    });
    clock.after(endLimitMs, end);
    worker.postMessage({ kind: 'stop' } satisfies ToWorker);
  });
}

import type { FromWorker, ToWorker, WorkerFailure } from '../../worker-messages.ts';
import type { BrowserClock } from './browser-clock.ts';

/** The crypto worker. The frame is the only one that talks to it. */
export interface CryptoClient {
  /** `load` begins a new worker; the one before is given a moment to end by itself. Nothing else is told before `loaded`. */
  readonly tell: (message: ToWorker) => void;
  /** Ends the worker at once, in the midst of whatever it does: whoever leaves quickly is gone before it could answer. */
  readonly end: () => void;
}

/** What is asked of a worker. */
type CryptoWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** What a client needs. */
export type CryptoClientParts = {
  readonly clock: BrowserClock;
  /** Throws where workers are not possible. */
  readonly createWorker: () => CryptoWorker;
  readonly hear: (news: FromWorker) => void;
  /** A worker that was told to forget everything is gone, and holds nothing open any more. */
  readonly isGone: () => void;
};

/** How long an old worker may take to let go of its requests before it is ended, milliseconds. */
const endLimitMs = 3_000;

/** How long is waited before what did not come is fetched again; after the last time it is said. Milliseconds. */
const pausesMs = [1_000, 2_000, 4_000];

/** Makes the client. No worker runs before the first `load`; one that a slow line lost on its way is fetched again. */
export function createCryptoClient({ clock, createWorker, hear, isGone }: CryptoClientParts): CryptoClient {
  let worker: CryptoWorker | undefined;
  let isLoaded = false;
  let failures = 0;
  let cancelRetry: (() => void) | undefined;

  const begin = (): void => {
    const fresh = startWorker(createWorker);
    worker = fresh;
    isLoaded = false;
    if (fresh === undefined) {
      hear({ kind: 'failed', failure: 'crypto-failed' });
      return;
    }
    const say = (news: FromWorker): void => {
      if (worker === fresh) take(fresh, news);
    };
    follow(fresh, say, () => isLoaded);
    fresh.postMessage({ kind: 'load' } satisfies ToWorker);
  };

  const take = (fresh: CryptoWorker, news: FromWorker): void => {
    if (news.kind === 'loaded') isLoaded = true;
    const pauseMs = pausesMs[failures];
    const mayComeYet = news.kind === 'failed' && news.failure === 'not-loaded' && pauseMs !== undefined;
    if (!mayComeYet) {
      hear(news);
      return;
    }
    failures += 1;
    fresh.terminate();
    worker = undefined;
    cancelRetry = clock.after(pauseMs, begin);
  };

  return {
    end: () => {
      cancelRetry?.();
      worker?.terminate();
      worker = undefined;
    },
    tell: (message) => {
      if (message.kind === 'load' || message.kind === 'stop' || message.kind === 'pause') cancelRetry?.();
      const last = worker;
      if (message.kind === 'stop' && last !== undefined) {
        worker = undefined;
        void retire(last, clock).then(isGone);
        return;
      }
      if (message.kind !== 'load') {
        worker?.postMessage(message);
        return;
      }
      worker = undefined;
      failures = 0;
      if (last === undefined) begin();
      else void retire(last, clock).then(begin);
    },
  };
}

/** What a worker says; one that breaks says nothing itself. */
function follow(worker: CryptoWorker, hear: (news: FromWorker) => void, isLoaded: () => boolean): void {
  // The worker is our own script in its own thread: what it sends has the type it was sent with.
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
    hear(event.data);
  });
  worker.addEventListener('error', () => {
    hear(failed(isLoaded() ? 'crypto-failed' : 'not-loaded'));
  });
}

function failed(failure: WorkerFailure): FromWorker {
  return { kind: 'failed', failure };
}

function startWorker(createWorker: () => CryptoWorker): CryptoWorker | undefined {
  try {
    return createWorker();
  } catch {
    return undefined;
  }
}

/** Asks a worker to stop, and ends it; what it knew was in its memory only (S7). */
function retire(worker: CryptoWorker, clock: BrowserClock): Promise<void> {
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

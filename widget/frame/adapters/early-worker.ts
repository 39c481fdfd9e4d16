import type { ToWorker } from '../../worker-messages.ts';

/** What of a worker is needed before anybody listens to it. */
type EarlyWorker = Pick<Worker, 'addEventListener' | 'postMessage'>;

/**
 * Makes the first crypto worker at once, while the words of the first screen are still on their way: on a slow line the seconds
 * until encryption are the bytes of its WASM, and a line that stands still brings none (S17: the chat is open by then). Answers
 * what gives that worker, once; another one when it is asked again, or when that one could not be loaded.
 */
export function createWorkerEarly<SomeWorker extends EarlyWorker>(
  create: () => SomeWorker,
): () => SomeWorker {
  let early = tryTo(create);
  early?.addEventListener('error', () => {
    early = undefined; // a worker whose script did not come never answers
  });
  early?.postMessage({ kind: 'prepare' } satisfies ToWorker);
  return () => {
    const first = early;
    early = undefined;
    return first ?? create();
  };
}

/** Whoever asks for a worker later hears why there is none. */
function tryTo<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

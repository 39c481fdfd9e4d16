/** Asks the homeserver to deliver what waits, again and again until it can. */
export interface DeliveryReminder {
  /** Something went wrong, or the service has just started: remind soon. */
  remind(): void;
  /** A transaction was taken: nothing to remind of. */
  delivered(): void;
  stop(): void;
}

/** Pauses before the first, second, … reminder; the last one is used for ever. */
const pausesMs = [0, 500, 1_000, 2_000, 5_000, 10_000];

/**
 * A homeserver that could not deliver waits 2, 4 … 512 s before it tries again; a ping ends that at once (feasibility A 3).
 * So it is pinged at every start, and after every transaction that could not be taken.
 */
export function deliveryReminder(ping: () => Promise<void>): DeliveryReminder {
  let attempt = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const remind = (): void => {
    if (isStopped || timer !== undefined) return;
    const pauseMs = pausesMs[Math.min(attempt, pausesMs.length - 1)];
    attempt += 1;
    timer = setTimeout(() => {
      timer = undefined;
      ping().catch(remind);
    }, pauseMs);
  };
  return {
    remind,
    delivered: () => {
      attempt = 0;
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

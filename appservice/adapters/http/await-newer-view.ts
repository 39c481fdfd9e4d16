import type { ConversationId } from '../../domain/ids.ts';
import type { CallerApi, StandingView } from './caller-api.ts';
import type { ConversationWakes } from './conversation-wakes.ts';
import type { SignsOfLife } from './signs-of-life.ts';

/** How long a caller's browser is kept waiting for news at most, and how often it is looked without a hint. */
export type LongPollTimes = {
  readonly longestMs: number;
  /** A hint may be lost while the database is away (ports/changes.ts). */
  readonly lookAgainMs: number;
};

/**
 * Waits until the conversation is newer than `after`; at the latest after `longestMs`, or as soon as the browser is gone,
 * it answers with the view as it is. Undefined when there is none.
 */
export async function awaitNewerView(
  dependencies: {
    readonly api: Pick<CallerApi, 'view'>;
    readonly wakes: ConversationWakes;
    readonly signsOfLife: SignsOfLife;
    readonly times: LongPollTimes;
  },
  asked: { readonly conversationId: ConversationId; readonly after: number; readonly gone: AbortSignal },
): Promise<StandingView | undefined> {
  const { api, wakes, signsOfLife, times } = dependencies;
  let found = await api.view(asked.conversationId);
  if (found === undefined) return undefined;
  if (found.phase !== 'ended') signsOfLife.of(asked.conversationId);
  if (found.version > asked.after) return found;
  const { place } = found;
  const over = new AbortController();
  const doorbell = createDoorbell();
  const giveUp = () => {
    over.abort();
    doorbell.ring();
  };
  const alarm = setTimeout(giveUp, times.longestMs);
  asked.gone.addEventListener('abort', giveUp, { once: true });
  if (asked.gone.aborted) giveUp();
  const stopListening = wakes.listen(asked.conversationId, doorbell.ring);
  doorbell.ring(); // something may have changed between the first look and the listening
  try {
    while (
      found !== undefined &&
      found.version <= asked.after &&
      found.place === place && // it moves when somebody else leaves (S39)
      !over.signal.aborted &&
      !wakes.stopped.aborted
    ) {
      await doorbell.wait(times.lookAgainMs);
      if (!asked.gone.aborted) found = await api.view(asked.conversationId);
    }
    return found;
  } finally {
    clearTimeout(alarm);
    stopListening();
  }
}

/** Remembers one ring, so that none is lost between two waits. */
function createDoorbell() {
  let hasRung = false;
  let open: (() => void) | undefined;
  return {
    ring: () => {
      hasRung = true;
      open?.();
    },
    wait: async (longestMs: number) => {
      await new Promise<void>((resolve) => {
        const alarm = setTimeout(resolve, hasRung ? 0 : longestMs);
        open = () => {
          clearTimeout(alarm);
          resolve();
        };
      });
      hasRung = false;
      open = undefined;
    },
  };
}

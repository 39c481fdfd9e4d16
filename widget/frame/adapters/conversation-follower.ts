import { parseConversationView, type ConversationView } from '../../../appservice/contract/conversation.ts';
import type { BrowserClock } from './browser-clock.ts';
import { chance } from './random.ts';

/** What the follower tells. */
export type ViewNews =
  | { readonly kind: 'view'; readonly view: ConversationView }
  /** The service does not answer; it is asked again by itself. */
  | { readonly kind: 'lost' }
  /** The service does not know the bearer any more. */
  | { readonly kind: 'gone' };

/** What tells of the browser's line. */
type Network = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** The service answers after 25 seconds at the latest; a little more, and the line is dead. Milliseconds. */
const answerLimitMs = 35_000;

/** Pauses between attempts grow up to this, milliseconds (S18). */
const longestPauseMs = 10_000;

/** Asks how the conversation stands, again and again, until it is over or the signal is given (contract, long poll). */
export async function followConversation(given: {
  readonly bearer: string;
  readonly clock: BrowserClock;
  readonly signal: AbortSignal;
  /** Tells `offline` and `online` (HTML, Window); an answer is not waited for on a line that is gone. */
  readonly network: Network;
  readonly tell: (news: ViewNews) => void;
}): Promise<void> {
  const { bearer, clock, signal, network, tell } = given;
  let after = 0;
  let failures = 0;
  while (!signal.aborted) {
    const news = await untilEvent({ network, event: 'offline', signal, limitMs: answerLimitMs }, (broken) =>
      ask(bearer, after, broken),
    );
    if (isStopped(signal)) return;
    tell(news);
    if (news.kind === 'gone') return;
    if (news.kind === 'view') {
      failures = 0;
      after = news.view.version;
      if (news.view.phase === 'ended') return;
    } else {
      failures += 1;
      const pauseMs = Math.min(longestPauseMs, 500 * 2 ** failures);
      const spread = pauseMs * (0.5 + chance() / 2);
      await untilEvent({ network, event: 'online', signal }, (back) => clock.wait(spread, back));
    }
  }
}

/** Does something with a signal that is also given when the event comes, or the time is over. */
async function untilEvent<Outcome>(
  until: {
    readonly network: Network;
    readonly event: 'offline' | 'online';
    readonly signal: AbortSignal;
    readonly limitMs?: number;
  },
  act: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const { network, event, signal, limitMs } = until;
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  const timer = limitMs === undefined ? undefined : setTimeout(abort, limitMs);
  network.addEventListener(event, abort);
  signal.addEventListener('abort', abort);
  try {
    return await act(controller.signal);
  } finally {
    clearTimeout(timer);
    network.removeEventListener(event, abort);
    signal.removeEventListener('abort', abort);
  }
}

/** The signal changes while the answer is awaited; read afresh. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function ask(bearer: string, after: number, signal: AbortSignal): Promise<ViewNews> {
  try {
    const response = await fetch(`/api/conversations/current?after=${after}`, {
      headers: { authorization: `Bearer ${bearer}` },
      cache: 'no-store',
      signal,
    });
    if (response.status === 401) return { kind: 'gone' };
    const view = response.ok ? parseConversationView(await response.json()) : undefined;
    return view === undefined ? { kind: 'lost' } : { kind: 'view', view };
  } catch {
    return { kind: 'lost' };
  }
}

import { parseConversationView, type ConversationView } from '../../../appservice/contract/conversation.ts';
import type { BrowserClock } from './browser-clock.ts';
import type { ServiceClock } from './service-clock.ts';
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

/** The service answers after 4 seconds at the latest; so much more, and the line is dead. Milliseconds. */
const answerLimitMs = 12_000;

/** Pauses between attempts grow up to this, milliseconds (S18): the counsellor learns within ten seconds who is back (S42). */
const longestPauseMs = 6_000;

/** One answer that was lost is had a moment later; who reads that the line is gone must be able to believe it. */
const failuresUntilSaid = 2;

/**
 * Asks how the conversation stands, again and again, until it is over or the signal is given (contract, long poll). After a
 * failure it asks for the view as it is, news or not, so that it is known when the line is back.
 */
export async function followConversation(given: {
  readonly bearer: string;
  readonly clock: BrowserClock & Partial<Pick<ServiceClock, 'hearDate'>>;
  readonly signal: AbortSignal;
  /** Tells `offline` and `online`; an answer is not waited for on a line that is gone or may be another one by now. */
  readonly network: Network;
  readonly tell: (news: ViewNews) => void;
}): Promise<void> {
  const { bearer, clock, signal, network, tell } = given;
  let after = 0;
  let failures = 0;
  while (!signal.aborted) {
    const limits = { network, signal, limitMs: answerLimitMs };
    const { outcome: news, event } = await untilEvent(limits, (broken) =>
      ask({ bearer, after, signal: broken, hearDate: clock.hearDate }),
    );
    if (isStopped(signal)) return;
    if (news.kind === 'lost') {
      after = 0;
      if (event === 'online') continue;
      failures += 1;
      if (event === 'offline' || failures >= failuresUntilSaid) tell(news);
      const pauseMs = Math.min(longestPauseMs, 500 * 2 ** failures) * (0.5 + chance() / 2);
      await untilEvent({ network, signal }, (back) => clock.wait(pauseMs, back));
      continue;
    }
    tell(news);
    if (news.kind === 'gone' || news.view.phase === 'ended') return;
    failures = 0;
    after = news.view.version;
  }
}

/** Does something with a signal that is also given when the line goes or comes, or the time is over. */
async function untilEvent<Outcome>(
  until: { readonly network: Network; readonly signal: AbortSignal; readonly limitMs?: number },
  act: (signal: AbortSignal) => Promise<Outcome>,
): Promise<{ readonly outcome: Outcome; readonly event: string | undefined }> {
  const { network, signal, limitMs } = until;
  const controller = new AbortController();
  let event: string | undefined;
  const abort = (given?: Event): void => {
    event = given?.type;
    controller.abort();
  };
  const timer = limitMs === undefined ? undefined : setTimeout(abort, limitMs);
  const names = ['offline', 'online'];
  for (const name of names) network.addEventListener(name, abort);
  signal.addEventListener('abort', abort);
  try {
    return { outcome: await act(controller.signal), event };
  } finally {
    clearTimeout(timer);
    for (const name of names) network.removeEventListener(name, abort);
    signal.removeEventListener('abort', abort);
  }
}

/** The signal changes while the answer is awaited; read afresh. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function ask(question: {
  readonly bearer: string;
  readonly after: number;
  readonly signal: AbortSignal;
  readonly hearDate: ServiceClock['hearDate'] | undefined;
}): Promise<ViewNews> {
  const { bearer, after, signal, hearDate } = question;
  try {
    const response = await fetch(`/api/conversations/current?after=${after}`, {
      headers: { authorization: `Bearer ${bearer}` },
      cache: 'no-store',
      signal,
    });
    hearDate?.(response.headers.get('date'));
    if (response.status === 401) return { kind: 'gone' };
    const view = response.ok ? parseConversationView(await response.json()) : undefined;
    return view === undefined ? { kind: 'lost' } : { kind: 'view', view };
  } catch {
    return { kind: 'lost' };
  }
}

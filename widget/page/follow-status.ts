import { createSpacedTeller } from './spaced-teller.ts';

/** The status must be had within this time, else the helpline counts as offline (R12). */
const answerLimitMs = 5_000;

/** How often the status is asked for while no stream is open. */
const pollEveryMs = 10_000;

/** Where the status is, and who wants to know. */
export type StatusQuestion = {
  /** Its changes are at the same address with `/stream` after it. */
  readonly statusUrl: string;
  /** Hears each status, or the refusal of one, as it came over the wire, and `undefined` when none can be had. */
  readonly tell: (value: unknown) => void;
  /** Hears the `Date` of each answer (RFC 9110, 6.6.1) before the status; only pages of the service's own origin may read it. */
  readonly hearDate?: (date: string | null) => void;
};

/**
 * Asks for the helpline's status and follows its changes by server-sent events; while those are not to be had, it asks
 * every ten seconds (R10, design 5.1). A first status is told at once, a later one no sooner than a second after the one
 * before. Without cookies. Answers with a function that stops it.
 */
export function followStatus(question: StatusQuestion): () => void {
  const teller = createSpacedTeller(question.tell);
  let heard = 0;
  let stream = openStream();

  function openStream(): EventSource {
    const source = new EventSource(`${question.statusUrl}/stream`);
    source.addEventListener('message', (event: MessageEvent) => {
      heard += 1;
      teller.tell(parseJson(event.data));
    });
    source.addEventListener('error', () => void ask());
    return source;
  }

  async function ask(): Promise<void> {
    const heardBefore = heard;
    const value = await fetchStatus(question);
    if (heard === heardBefore) teller.tell(value);
  }

  const timer = setInterval(() => {
    if (stream.readyState === EventSource.OPEN) return;
    if (stream.readyState === EventSource.CLOSED) stream = openStream();
    void ask();
  }, pollEveryMs);
  void ask();

  return () => {
    heard += 1; // an answer still under way is not told
    teller.stop();
    clearInterval(timer);
    stream.close();
  };
}

async function fetchStatus({ statusUrl, hearDate }: StatusQuestion): Promise<unknown> {
  const controller = new AbortController();
  // An answer that is there by then cannot be broken off any more.
  setTimeout(() => {
    controller.abort();
  }, answerLimitMs);
  try {
    const { signal } = controller;
    const answer = await fetch(statusUrl, { cache: 'no-store', credentials: 'omit', signal });
    hearDate?.(answer.headers.get('date'));
    return await answer.json();
  } catch {
    return undefined;
  }
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

import {
  parseFeedbackKeyAnswer,
  parseFeedbackTokenAnswer,
  type FeedbackPass,
  type FeedbackReport,
  type FeedbackTokenRequest,
} from '../../../appservice/contract/feedback.ts';
import type { BrowserClock } from './browser-clock.ts';

/** What is asked of the service after a conversation. */
export interface FeedbackClient {
  /** Draws the token of this conversation; undefined when none can be had, whatever the reason. */
  readonly draw: (bearer: string) => Promise<FeedbackPass | undefined>;
  /** Gives feedback; true when the service has it. */
  readonly send: (report: FeedbackReport) => Promise<boolean>;
}

/** How often each request is tried. */
const attempts = 3;

const firstPauseMs = 1_000;

/** Whoever answers cannot tell by this request who asks: no cookie, and in Chromium a connection apart from those with cookies. */
const nameless: RequestInit = { credentials: 'omit', cache: 'no-store' };

const json = { 'content-type': 'application/json' };

/**
 * Draws and gives. The key is asked for, and feedback given, without bearer and cookie (R38). Feedback is not held back for a while to blur
 * when it came: whoever watches the service live would need hours of it to be misled in a helpline with few conversations
 * at a time, callers close the page long before, and nothing that is stored knows the time.
 */
export function createFeedbackClient(clock: BrowserClock): FeedbackClient {
  const tried = createTrier(clock);
  return {
    draw: async (bearer) => {
      try {
        return await draw(tried, bearer);
      } catch {
        return undefined; // no library, no key, a signature of another key: nothing is asked then
      }
    },
    send: async (report) => {
      const init = {
        ...nameless,
        method: 'POST',
        headers: json,
        body: JSON.stringify(report),
        keepalive: true,
      };
      const { status, wasLost } = await tried('/api/feedback', init);
      // A token is taken once: a no after an answer that was lost on the way says that the first one got there.
      return status === 200 || (status === 403 && wasLost);
    },
  };
}

/** The last answer that came; `status` is 0 when none did. */
type Outcome = { readonly status: number; readonly body: unknown; readonly wasLost: boolean };

type Tried = (path: string, init: RequestInit) => Promise<Outcome>;

async function draw(tried: Tried, bearer: string): Promise<FeedbackPass | undefined> {
  const [{ createBlindToken }, answer] = await Promise.all([
    import('./blind-token.ts'),
    tried('/api/feedback/key', nameless),
  ]);
  const key = parseFeedbackKeyAnswer(answer.body);
  if (key === undefined) return undefined;
  const { week } = key;
  const { token, blinded, finish } = await createBlindToken(key.publicKey);
  const request: FeedbackTokenRequest = { week, blinded };
  const signed = await tried('/api/conversations/current/feedback-token', {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${bearer}` },
    body: JSON.stringify(request),
    cache: 'no-store',
  });
  const signature = parseFeedbackTokenAnswer(signed.body)?.signature;
  return signature === undefined ? undefined : { week, token, signature: await finish(signature) };
}

/** Tries a request again when no answer came, or one that may be another one soon. */
function createTrier(clock: BrowserClock): Tried {
  return async (path, init) => {
    let wasLost = false;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(path, init);
      if (answer.status !== 0 && answer.status < 500 && answer.status !== 429) return { ...answer, wasLost };
      if (attempt >= attempts) return { ...answer, wasLost: true };
      wasLost ||= answer.status !== 429;
      await clock.wait(firstPauseMs * attempt);
    }
  };
}

async function ask(path: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(path, init);
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: undefined };
  }
}

import {
  parseStartedConversation,
  type ReadyReport,
  type LeaveBeacon,
  type ResumeRequest,
  type SecurityReport,
  type StartedConversation,
  type StartRequest,
} from '../../../appservice/contract/conversation.ts';
import {
  browserNameLimitCharacters,
  type FaultReportRequest,
} from '../../../appservice/contract/fault-report.ts';
import type { FaultWishes } from '../state/fault-form.ts';
import type { ErrorCode } from '../../../appservice/contract/error-codes.ts';
import type { MisplacedReport } from '../../../appservice/contract/misplaced.ts';
import type { HandOverReport, ReaderRefusal } from '../../../appservice/contract/readers.ts';
import type { BrowserClock } from './browser-clock.ts';

/** What came of a start, or of a resume; only to that is it said that a conversation is `over`. */
export type StartAnswer =
  | { readonly kind: 'started'; readonly session: StartedConversation }
  | {
      readonly kind: 'refused';
      readonly problem: 'busy' | 'offline' | 'blocked' | 'limited' | 'unreachable' | 'over';
    };

/** Our own API, as far as one request and one answer go. */
export interface AppserviceClient {
  /** Starts a conversation; repeats it with the same secret when the answer is lost, so that it starts once. */
  readonly start: (request: StartRequest) => Promise<StartAnswer>;
  /** Goes on with an earlier page's conversation, by the cookie (R27); `over` when there is none any more. */
  readonly resume: (requestSecret: string) => Promise<StartAnswer>;
  /** Tells that counsellors may be rung; again and again until the service has it, because without it nobody ever comes. */
  readonly reportReady: (bearer: string) => Promise<void>;
  readonly reportSecurity: (bearer: string, report: SecurityReport) => Promise<void>;
  /** "Liever niet"; told until the service has it, because a no must not be lost (design 6). */
  readonly refuseReader: (bearer: string, refusal: ReaderRefusal) => Promise<void>;
  /** Tells what came of a hand-over, or what was not meant for the caller, until the service has it: a colleague waits for it. */
  readonly report: (
    bearer: string,
    to: 'hand-over' | 'misplaced',
    report: HandOverReport | MisplacedReport,
  ) => Promise<void>;
  /** Ends the conversation. Also when the page goes away meanwhile. */
  readonly end: (bearer: string, by: 'caller' | 'failure') => Promise<void>;
  /** Tells of a fault until the service has it; the browser's name only when that is wished (R32). */
  readonly reportFault: (report: FaultWishes) => Promise<void>;
  /** Tells that the caller left quickly; never waited for (S3). */
  readonly leave: (requestSecret: string | null) => void;
}

/** How often a start is tried, and how often a report. */
const attempts = 4;

/** The longest pause that the service may ask for before a start counts as refused, milliseconds. */
const longestPauseMs = 10_000;

/** How often something is told until the service has it, and how long is waited in between: twice as long each time. */
type Patience = {
  readonly attempts: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
};

const fewTimes: Patience = { attempts, firstPauseMs: 1_000, longestPauseMs: 4_000 };
const untilTaken: Patience = { attempts: Infinity, firstPauseMs: 500, longestPauseMs: 4_000 };

/** An answer to a start that came, and lasts longer than this, will not come. Milliseconds. */
const startLimitMs = 20_000;

/** Talks to the service that served this page. */
export function createAppserviceClient(clock: BrowserClock): AppserviceClient {
  const post = (path: string, bearer: string, body: object): Promise<Response> =>
    fetch(path, { ...postInit(body), headers: { ...jsonHeaders, authorization: `Bearer ${bearer}` } });

  const tell = async (request: () => Promise<Response>, patience: Patience): Promise<void> => {
    let pauseMs = patience.firstPauseMs;
    for (let attempt = 1; !(await answers(request)) && attempt < patience.attempts; attempt += 1) {
      await clock.wait(pauseMs);
      pauseMs = Math.min(2 * pauseMs, patience.longestPauseMs);
    }
  };

  const openSession = async (
    path: string,
    request: StartRequest | ResumeRequest,
    patienceMs: number,
  ): Promise<StartAnswer> => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await trySession(path, request);
      if (outcome.kind !== 'again') return outcome;
      const isLast = attempt >= attempts || outcome.afterMs > patienceMs;
      if (isLast) return { kind: 'refused', problem: outcome.problem };
      await clock.wait(Math.max(outcome.afterMs, 500 * 2 ** attempt));
    }
  };

  return {
    start: (request) => openSession('/api/conversations', request, longestPauseMs),
    resume: (requestSecret) => openSession('/api/conversations/resume', { requestSecret }, Infinity),
    reportReady: (bearer) => {
      const report: ReadyReport = {};
      return tell(() => post('/api/conversations/current/ready', bearer, report), untilTaken);
    },
    reportSecurity: (bearer, report) =>
      tell(() => post('/api/conversations/current/security', bearer, report), fewTimes),
    refuseReader: (bearer, refusal) =>
      tell(() => post('/api/conversations/current/refuse', bearer, refusal), untilTaken),
    report: (bearer, to, report) =>
      tell(() => post(`/api/conversations/current/${to}`, bearer, report), untilTaken),
    end: (bearer, by) => tell(() => post('/api/conversations/current/end', bearer, { by }), fewTimes),
    reportFault: ({ hasBrowser, ...report }) => {
      const browser = hasBrowser ? navigator.userAgent.slice(0, browserNameLimitCharacters) : null;
      const request: FaultReportRequest = { ...report, browser };
      return tell(() => fetch('/api/fault-reports', postInit(request)), untilTaken);
    },
    leave: (requestSecret) => {
      const beacon: LeaveBeacon = { requestSecret };
      // As plain text: the bytes of a blob would be asked for when this page has gone already.
      navigator.sendBeacon('/api/conversations/leave', JSON.stringify(beacon));
    },
  };
}

const blockedCode: ErrorCode = 'HELPLINE_BLOCKED';

const jsonHeaders = { 'content-type': 'application/json' };

function postInit(body: object): RequestInit {
  return {
    method: 'POST',
    headers: jsonHeaders,
    body: JSON.stringify(body),
    cache: 'no-store',
    keepalive: true,
  };
}

type Again = {
  readonly kind: 'again';
  readonly problem: 'limited' | 'unreachable';
  /** What the service asked to wait, milliseconds. */
  readonly afterMs: number;
};

/** One try of a start or a resume: they are answered alike. */
async function trySession(path: string, request: StartRequest | ResumeRequest): Promise<StartAnswer | Again> {
  const unreachable: Again = { kind: 'again', problem: 'unreachable', afterMs: 0 };
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, startLimitMs);
  try {
    const response = await fetch(path, { ...postInit(request), signal: controller.signal });
    const body: unknown = await response.json();
    if (isBlocked(body)) return { kind: 'refused', problem: 'blocked' };
    if (response.status === 409) return { kind: 'refused', problem: 'busy' };
    if (response.status === 401) return { kind: 'refused', problem: 'over' };
    if (response.status === 503) return { kind: 'refused', problem: 'offline' };
    if (response.status === 429) return { kind: 'again', problem: 'limited', afterMs: readPause(body) };
    const session = response.ok ? parseStartedConversation(body) : undefined;
    return session === undefined ? unreachable : { kind: 'started', session };
  } catch {
    return unreachable;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the service took it, or never will. */
async function answers(request: () => Promise<Response>): Promise<boolean> {
  try {
    const { status } = await request();
    return status < 500 && status !== 429;
  } catch {
    return false;
  }
}

/** A 403 alone may also be a foreign origin or a request that was used; the code says which (R36). */
function isBlocked(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'errcode' in body && body.errcode === blockedCode;
}

function readPause(body: unknown): number {
  const pause =
    typeof body === 'object' && body !== null && 'retry_after_ms' in body ? body.retry_after_ms : 0;
  return typeof pause === 'number' ? pause : 0;
}

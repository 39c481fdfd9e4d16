import type { RequestHandler, Router } from 'express';
import express from 'express';
import type { ConversationView } from '../../contract/conversation.ts';
import type { ErrorCode } from '../../contract/error-codes.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { awaitNewerView, type LongPollTimes } from './await-newer-view.ts';
import type { StartProblem } from './caller-api.ts';
import { bodyLimitBytes, guard, identify, jsonOf, sendJson, type CallerExchange } from './caller-exchange.ts';
import {
  parseAfter,
  parseEndRequest,
  parseHandOverReport,
  parseLeaveBeacon,
  parseMisplacedReport,
  parseReaderRefusal,
  parseReadyReport,
  parseResumeRequest,
  parseSecurityReport,
  parseStartRequest,
} from './caller-requests.ts';
import type { ConversationWakes } from './conversation-wakes.ts';
import { asHttpError } from './error-handler.ts';
import { HttpError } from './http-error.ts';
import { readJson } from './json-body.ts';
import { refuseForeignOrigin } from './origin-check.ts';
import { createResumeCookie, type ResumeCookie } from './resume-cookie.ts';
import type { AnswerHeaders } from './security-headers.ts';
import type { SignsOfLife } from './signs-of-life.ts';

/** What the caller's own routes need. */
export type ConversationRoutesDependencies = CallerExchange & {
  readonly wakes: ConversationWakes;
  readonly signsOfLife: SignsOfLife;
  readonly longPoll: LongPollTimes;
  readonly headers: AnswerHeaders;
  readonly log: EventLog;
};

const startProblems: Readonly<Record<StartProblem['code'], ErrorCode>> = {
  busy: 'HELPLINE_BUSY',
  offline: 'HELPLINE_OFFLINE',
  'already-used': 'M_FORBIDDEN',
  unreachable: 'HELPLINE_UNREACHABLE',
  blocked: 'HELPLINE_BLOCKED',
  'blocks-unreadable': 'HELPLINE_OFFLINE',
};

/**
 * When a conversation is over, the browser forgets the pages that it kept for Back, and that it ever loaded the chat (S7). Its
 * store is deleted by the page itself: by this header a late answer would take the store of the next conversation away; and
 * `"cookies"` would reach every other site of the domain.
 */
const clearSiteData: AnswerHeaders = { 'clear-site-data': '"cache"' };

type Parts = ConversationRoutesDependencies & { readonly cookie: ResumeCookie };

/** `/api/conversations`: start, resume, view, report, end, leave (design 5, contract/conversation.ts). */
export function conversationRoutes(given: ConversationRoutesDependencies): Router {
  const dependencies: Parts = { ...given, cookie: createResumeCookie(given.publicOrigin) };
  const router = express.Router({ caseSensitive: true, strict: true });
  router.post('/', guard(dependencies), start(dependencies));
  router.post('/resume', guard(dependencies), resume(dependencies));
  router.post('/leave', leave(dependencies));
  router.get('/current', guard(dependencies), view(dependencies));
  router.post('/current/ready', guard(dependencies), ready(dependencies));
  router.post('/current/security', guard(dependencies), security(dependencies));
  router.post('/current/refuse', guard(dependencies), refuse(dependencies));
  router.post('/current/hand-over', guard(dependencies), handOver(dependencies));
  router.post('/current/misplaced', guard(dependencies), misplaced(dependencies));
  router.post('/current/end', guard(dependencies), end(dependencies));
  return router;
}

/**
 * A repeat that comes while the first one is still being answered is asked to come back: one start makes one room (in another
 * process of ours: `recordRoom`).
 */
function start({ api, limiters, addressOf, headers, cookie }: Parts): RequestHandler {
  const running = new Set<string>();
  return async (request, response) => {
    const address = addressOf(request);
    await limiters.start(address.limitKey);
    const wanted = parseStartRequest(await jsonOf(request));
    if (running.has(wanted.requestSecret)) throw new HttpError('M_LIMIT_EXCEEDED', { retryAfterMs: 1_000 });
    running.add(wanted.requestSecret);
    const counted = { address: address.limitKey, requestSecret: wanted.requestSecret };
    try {
      limiters.unreadyStarts.check(counted);
      const resumeToken = cookie.read(request) ?? null;
      const started = await api.start(wanted, { address: address.text, resumeToken });
      if (!started.ok) {
        const { code } = started.problem;
        if (code === 'unreachable') limiters.unreadyStarts.hold(counted, null);
        throw new HttpError(startProblems[code]);
      }
      const { conversationId, session, resumeToken: token } = started.value;
      limiters.unreadyStarts.hold(counted, conversationId);
      sendJson(response, {
        status: 201,
        headers: { ...headers, ...cookie.set(token) },
        value: session,
      });
    } finally {
      running.delete(wanted.requestSecret);
    }
  };
}

/** A reloaded page goes on (R27). A cookie that leads nowhere any more is taken away; one that is blocked stays (R35). */
function resume({ api, limiters, addressOf, headers, cookie }: Parts): RequestHandler {
  return async (request, response) => {
    await limiters.start(addressOf(request).limitKey);
    const requestSecret = parseResumeRequest(await jsonOf(request));
    const token = cookie.read(request);
    const resumed = token === undefined ? undefined : await api.resume(token, requestSecret);
    if (resumed?.ok === false && resumed.problem.code === 'blocked') throw new HttpError('HELPLINE_BLOCKED');
    if (resumed?.ok !== true) {
      response.setHeaders(new Map(Object.entries(cookie.clear)));
      throw new HttpError('M_UNKNOWN_TOKEN');
    }
    const { session, resumeToken } = resumed.value;
    sendJson(response, { status: 200, headers: { ...headers, ...cookie.set(resumeToken) }, value: session });
  };
}

function view(dependencies: Parts): RequestHandler {
  const { api, wakes, limiters, longPoll: times, signsOfLife, headers, cookie } = dependencies;
  return async (request, response) => {
    const newerThan = parseAfter(request.url);
    const conversationId = await identify(dependencies, request);
    const resumeToken = cookie.read(request);
    const canResume = resumeToken !== undefined && (await api.keepResume(conversationId, resumeToken));
    const giveBack = limiters.longPolls(`view ${conversationId}`);
    if (giveBack === undefined) throw new HttpError('M_LIMIT_EXCEEDED', { retryAfterMs: 1_000 });
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    try {
      const asked = { conversationId, after: newerThan, gone: gone.signal };
      const found = await awaitNewerView({ api, wakes, signsOfLife, times }, asked);
      if (found === undefined) throw new HttpError('M_UNKNOWN_TOKEN');
      if (gone.signal.aborted) return;
      const kept = resumeToken !== undefined && canResume ? cookie.set(resumeToken) : {};
      const after = found.phase === 'ended' ? afterEnd(cookie, found, resumeToken) : kept;
      const value: ConversationView = { ...found, canResume };
      sendJson(response, { status: 200, headers: { ...headers, ...after }, value });
    } finally {
      giveBack();
    }
  };
}

/**
 * What a browser keeps of a conversation that is over: nothing, but for one that was blocked. Its cookie is what it is known by for
 * eight hours (R35). The quick exit takes that away as well: whoever leaves in fear must leave no trace, and the block of the line stays.
 */
function afterEnd(
  cookie: ResumeCookie,
  view: Pick<ConversationView, 'endedBy'> | undefined,
  resumeToken: string | undefined,
): AnswerHeaders {
  const isKept = view?.endedBy === 'blocked' && resumeToken !== undefined;
  return { ...(isKept ? cookie.keepBlocked(resumeToken) : cookie.clear), ...clearSiteData };
}

function ready(dependencies: ConversationRoutesDependencies): RequestHandler {
  const { api, limiters, signsOfLife, headers } = dependencies;
  return async (request, response) => {
    const conversationId = await identify(dependencies, request);
    signsOfLife.of(conversationId);
    parseReadyReport(await jsonOf(request));
    if (!(await api.enterPool(conversationId))) throw new HttpError('M_UNKNOWN_TOKEN');
    limiters.unreadyStarts.release({ conversationId });
    sendJson(response, { status: 200, headers, value: {} });
  };
}

function security(dependencies: ConversationRoutesDependencies): RequestHandler {
  const { api, signsOfLife, headers } = dependencies;
  return async (request, response) => {
    const conversationId = await identify(dependencies, request);
    signsOfLife.of(conversationId);
    const report = parseSecurityReport(await jsonOf(request));
    if (!(await api.reportSecurity(conversationId, report))) throw new HttpError('M_UNKNOWN_TOKEN');
    sendJson(response, { status: 200, headers, value: {} });
  };
}

/** "Liever niet" to the colleague who was announced (design 6); said twice it changes nothing. */
function refuse(dependencies: ConversationRoutesDependencies): RequestHandler {
  const { api, signsOfLife, headers } = dependencies;
  return async (request, response) => {
    const conversationId = await identify(dependencies, request);
    signsOfLife.of(conversationId);
    const refused = parseReaderRefusal(await jsonOf(request));
    if (!(await api.refuseReader(conversationId, refused))) throw new HttpError('M_UNKNOWN_TOKEN');
    sendJson(response, { status: 200, headers, value: {} });
  };
}

function handOver(dependencies: ConversationRoutesDependencies): RequestHandler {
  const { api, signsOfLife, headers } = dependencies;
  return async (request, response) => {
    const conversationId = await identify(dependencies, request);
    signsOfLife.of(conversationId);
    const report = parseHandOverReport(await jsonOf(request));
    if (!(await api.reportHandOver(conversationId, report))) throw new HttpError('M_UNKNOWN_TOKEN');
    sendJson(response, { status: 200, headers, value: {} });
  };
}

/** More than a few are answered alike and told to nobody: a browser must not fill a desk. */
function misplaced(dependencies: ConversationRoutesDependencies): RequestHandler {
  const { api, limiters, headers } = dependencies;
  return async (request, response) => {
    const conversationId = await identify(dependencies, request);
    const report = parseMisplacedReport(await jsonOf(request));
    const isTooMany = await limiters.misplaced(conversationId).then(
      () => false,
      () => true,
    );
    const isKnown = isTooMany || (await api.reportMisplaced(conversationId, report));
    if (!isKnown) throw new HttpError('M_UNKNOWN_TOKEN');
    sendJson(response, { status: 200, headers, value: {} });
  };
}

function end(dependencies: Parts): RequestHandler {
  const { api, limiters, headers, cookie } = dependencies;
  return async (request, response) => {
    const conversationId = await identify(dependencies, request);
    limiters.unreadyStarts.release({ conversationId });
    await api.end(conversationId, parseEndRequest(await jsonOf(request)));
    const after = afterEnd(cookie, await api.view(conversationId), cookie.read(request));
    sendJson(response, { status: 200, headers: { ...headers, ...after }, value: {} });
  };
}

/**
 * The beacon of the quick exit (S3). Whoever leaves cannot read an answer, so there is only one, whatever was wrong; but another
 * website takes nothing away, because the conversation may go on. Too many of one address still end what is there: somebody else
 * behind it may have sent them to keep a caller from leaving.
 */
function leave(dependencies: Parts): RequestHandler {
  const { api, publicOrigin, limiters, addressOf, headers, log, cookie } = dependencies;
  return async (request, response) => {
    let forgotten: AnswerHeaders = { ...cookie.clear, ...clearSiteData };
    try {
      refuseForeignOrigin(request, publicOrigin);
      const { limitKey } = addressOf(request);
      await limiters.address(limitKey);
      const { requestSecret } = parseLeaveBeacon(await readJson(request, bodyLimitBytes));
      const resumeToken = cookie.read(request) ?? null;
      if (requestSecret !== null) limiters.unreadyStarts.release({ requestSecret });
      const mayComeFirst = requestSecret !== null && (await isWithin(limiters.leave(limitKey)));
      await api.leave({ requestSecret, resumeToken, mayComeFirst });
    } catch (error) {
      const { code } = asHttpError(error);
      if (code === 'M_FORBIDDEN') forgotten = {};
      if (code === 'M_UNKNOWN') log.log({ event: 'request.failed', code: 'leave', status: 204 });
      response.setHeader('connection', 'close');
    }
    response.writeHead(204, { ...headers, ...forgotten }).end();
  };
}

/** Whether a limit was kept to. */
async function isWithin(counting: Promise<void>): Promise<boolean> {
  try {
    await counting;
    return true;
  } catch (error) {
    if (asHttpError(error).code !== 'M_LIMIT_EXCEEDED') throw error;
    return false;
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { CallerSession, CallerSessions } from '../../../ports/caller-sessions.ts';
import type { EventLog } from '../../../ports/event-log.ts';
import type { Vault } from '../../../ports/vault.ts';
import { bearerOf } from '../bearer.ts';
import type { AddressReader } from '../caller-address.ts';
import type { ConversationWakes } from '../conversation-wakes.ts';
import { asHttpError, sendRefusal } from '../error-handler.ts';
import { HttpError } from '../http-error.ts';
import { readBytes, readJson, refuseBody } from '../json-body.ts';
import type { Limiters } from '../limits.ts';
import { refuseForeignOrigin } from '../origin-check.ts';
import type { AnswerHeaders } from '../security-headers.ts';
import type { SignsOfLife } from '../signs-of-life.ts';
import { passOn } from './answer.ts';
import type { HomeserverLink } from './homeserver-link.ts';
import { isOwn, matchRequest, upstreamPath, type MatchedRequest } from './raw-request.ts';

/** What the gateway needs. */
export type GatewayDependencies = {
  readonly sessions: Pick<CallerSessions, 'find' | 'claimCrossSigningUpload'>;
  readonly vault: Pick<Vault, 'hash'>;
  readonly link: HomeserverLink;
  readonly wakes: ConversationWakes;
  readonly signsOfLife: SignsOfLife;
  readonly limiters: Limiters;
  readonly addressOf: AddressReader;
  readonly publicOrigin: string;
  readonly headers: AnswerHeaders;
  readonly log: EventLog;
};

/** One request on its way through. */
type Passage = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly matched: MatchedRequest;
  readonly session: CallerSession;
  readonly bearerHash: string;
};

/** The homeserver may be silent this long beyond what a long poll waits, milliseconds. */
const silenceMs = 30_000;
const longestPollMs = 30_000;

/** The largest bundle of room keys is 7 kB (feasibility D 5); it grows with sessions, not with words. */
const bytesLimit = 65_536;

/**
 * `/_matrix/`: lets the caller's worker do what is on the list and nothing else, in the caller's name (design 5.5). Every
 * other path under it is refused here; nothing of the browser's own path, query or headers goes on.
 */
export function gateway(dependencies: GatewayDependencies): RequestHandler {
  return async (request, response, next) => {
    if (!request.url.startsWith('/_matrix')) {
      next();
      return;
    }
    try {
      await pass(dependencies, await admit(dependencies, request, response));
    } catch (error) {
      const refusal = asHttpError(error);
      if (!response.destroyed) logRefusal(dependencies.log, refusal);
      sendRefusal(response, refusal, dependencies.headers);
    }
  };
}

/** Everything that is checked before a byte of the body is read. */
async function admit(
  { sessions, vault, limiters, addressOf, publicOrigin }: GatewayDependencies,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Passage> {
  refuseForeignOrigin(request, publicOrigin);
  await limiters.address(addressOf(request).limitKey);
  const matched = matchRequest(request.method ?? '', request.url ?? '');
  const bearerHash = vault.hash(bearerOf(request));
  const session = await ownSession({ sessions }, matched, bearerHash);
  await limiters.conversation(bearerHash);
  if (matched.listed.manner === 'message') await limiters.message(bearerHash);
  if (matched.listed.manner === 'keys') await limiters.keys(bearerHash);
  if (matched.listed.manner === 'bytes') {
    if (session.invitee === null) throw new HttpError('M_FORBIDDEN', { isUnread: true });
    await limiters.upload(bearerHash);
  }
  return { request, response, matched, session, bearerHash };
}

async function pass(dependencies: GatewayDependencies, passage: Passage): Promise<void> {
  const { matched, session } = passage;
  const body = await checkedBody(dependencies, passage);
  if (matched.listed.manner === 'once' && body !== null) {
    const { sessions, vault } = dependencies;
    const keysHash = vault.hash(body.toString());
    if (!(await sessions.claimCrossSigningUpload(session.conversationId, keysHash)))
      throw new HttpError('M_FORBIDDEN');
  }
  dependencies.signsOfLife.of(session.conversationId);
  if (matched.listed.manner === 'long-poll') await passLongPoll(dependencies, passage);
  else await forward({ dependencies, passage, body, ended: undefined });
}

/**
 * A body comes as slowly as a browser likes, and meanwhile the caller may say no to a colleague or end it: so what is asked is
 * judged by the session as it is once all of it is here.
 */
async function checkedBody(
  dependencies: GatewayDependencies,
  { request, matched, bearerHash }: Passage,
): Promise<Buffer | null> {
  const { body: rule, manner } = matched.listed;
  const look = () => ownSession(dependencies, matched, bearerHash);
  if (manner === 'bytes') {
    const bytes = await readBytes(request, bytesLimit);
    if ((await look()).invitee === null) throw new HttpError('M_FORBIDDEN');
    return bytes;
  }
  if (rule === null) {
    refuseBody(request);
    return null;
  }
  const body = await readJson(request, rule.limitBytes);
  return Buffer.from(JSON.stringify(rule.check(body, await look())));
}

/** The session of a bearer as it is now; refused for what is none of its own. */
async function ownSession(
  { sessions }: Pick<GatewayDependencies, 'sessions'>,
  matched: MatchedRequest,
  bearerHash: string,
): Promise<CallerSession> {
  const session = await sessions.find(bearerHash);
  if (session === undefined) throw new HttpError('M_UNKNOWN_TOKEN', { isUnread: true });
  if (!isOwn(matched, session)) throw new HttpError('M_FORBIDDEN', { isUnread: true });
  return session;
}

/** A sync waits; when the conversation ends meanwhile, it is cut off with the answer that every later one gets. */
async function passLongPoll(dependencies: GatewayDependencies, passage: Passage): Promise<void> {
  const { limiters, wakes, sessions } = dependencies;
  const giveBack = limiters.longPolls(`sync ${passage.bearerHash}`);
  if (giveBack === undefined) throw new HttpError('M_LIMIT_EXCEEDED', { retryAfterMs: 1_000 });
  const ended = new AbortController();
  const stopListening = wakes.listen(passage.session.conversationId, () => {
    const look = wakes.stopped.aborted ? Promise.resolve(undefined) : sessions.find(passage.bearerHash);
    look.then(
      (session) => {
        if (session === undefined) ended.abort();
      },
      () => undefined, // the database is away: the next hint or the next sync finds out
    );
  });
  try {
    await forward({ dependencies, passage, body: null, ended: ended.signal });
  } catch (error) {
    if (!ended.signal.aborted) throw error;
    throw new HttpError(wakes.stopped.aborted ? 'HELPLINE_UNREACHABLE' : 'M_UNKNOWN_TOKEN');
  } finally {
    stopListening();
    giveBack();
  }
}

async function forward(asked: {
  readonly dependencies: GatewayDependencies;
  readonly passage: Passage;
  readonly body: Buffer | null;
  readonly ended: AbortSignal | undefined;
}): Promise<void> {
  const { dependencies, passage, body, ended } = asked;
  const { response, matched, session } = passage;
  const gone = new AbortController();
  const onClose = () => {
    gone.abort();
  };
  response.once('close', onClose);
  const upstream = await dependencies.link.send({
    method: matched.listed.method,
    path: upstreamPath(matched, session),
    body,
    contentType: matched.listed.manner === 'bytes' ? 'application/octet-stream' : 'application/json',
    silenceMs: silenceMs + (matched.listed.manner === 'long-poll' ? longestPollMs : 0),
    signal: ended === undefined ? gone.signal : AbortSignal.any([gone.signal, ended]),
  });
  await passOn({ upstream, response, headers: dependencies.headers });
  response.off('close', onClose);
}

/** A refusal by the rules is counted by its code; a failure of ours is one of the requests that failed. */
function logRefusal(log: EventLog, { code }: HttpError): void {
  if (code === 'M_UNKNOWN' || code === 'HELPLINE_UNREACHABLE') {
    log.log({ event: 'request.failed', code, status: code === 'M_UNKNOWN' ? 500 : 502 });
  } else {
    log.log({ event: 'gateway.refused', code });
  }
}

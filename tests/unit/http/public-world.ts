import { rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createHash } from 'node:crypto';
import type { SecurityReport, StartRequest } from '../../../appservice/contract/conversation.ts';
import type { FaultReportRequest } from '../../../appservice/contract/fault-report.ts';
import type { PublicStatus } from '../../../appservice/contract/status.ts';
import type { ConversationId } from '../../../appservice/domain/ids.ts';
import { refusal, success } from '../../../appservice/domain/result.ts';
import type {
  CallerApi,
  QuickExit,
  StandingView,
  StartOrigin,
  StartProblem,
} from '../../../appservice/adapters/http/caller-api.ts';
import type { HttpLimits } from '../../../appservice/adapters/http/limits.ts';
import { listen, type Patience } from '../../../appservice/adapters/http/listen.ts';
import { createPublicApp } from '../../../appservice/adapters/http/public-app.ts';
import type { CallerSession } from '../../../appservice/ports/caller-sessions.ts';
import type { Change } from '../../../appservice/ports/changes.ts';
import type { LogEvent } from '../../../appservice/ports/event-log.ts';
import { drivenClock } from '../../support/driven-clock.ts';
import { writeWidget } from './widget-folder.ts';
import { companyStub, type SeenOfCompany } from './company-stub.ts';
import { feedbackStub, type SeenFeedback } from './feedback-stub.ts';
import { openingHours, settings } from './public-settings.ts';
import { startRecorder } from './recorder.ts';
import { conversationId, deviceId, roomId, userId } from '../../support/parsed.ts';

export const publicOrigin = 'https://chat.example.org';
export const bearer = 'b'.repeat(43);
export const hostUserId = '@1712:localhost';
export const caller = '@1712_caller_a1:localhost';
export const counsellor = '@rosa:localhost';
export const device = 'CALLERDEV';
export const room = `!${'R'.repeat(43)}`;
/** The token of the scene's conversation, and the one that a resume brings. */
export const resumeToken = 'T'.repeat(43);
export const nextResumeToken = 'N'.repeat(43);
/** The token of a browser whose caller was blocked. */
export const blockedToken = 'B'.repeat(43);
export const event = `$${'e'.repeat(43)}`;

const startedSession = {
  bearer,
  userId: caller,
  deviceId: device,
  roomId: room,
  hostUserId,
  storeKey: 'K'.repeat(43),
};

const generous: HttpLimits = {
  startsPerMinutePerAddress: 1_000,
  unreadyStartsPerAddress: 1_000,
  statusPerMinutePerAddress: 1_000,
  statusStreamsPerAddress: 3,
  requestsPerMinutePerConversation: 100_000,
  messagesPerMinutePerConversation: 600_000,
  messageBurstPerConversation: 10_000,
};

/** What came back of a request. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: unknown;
};

/** What a request of a test says; `url` goes out as it is written. */
export type Asked = {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
};

/** The public app on a port of its own, with a recorder in the homeserver's place and our ports in memory. */
export async function startPublicWorld(
  options: {
    readonly limits?: Partial<HttpLimits>;
    readonly trustedProxies?: readonly string[];
    readonly publicOrigin?: string;
    readonly patience?: Patience;
  } = {},
) {
  const recorder = await startRecorder();
  const scene = createScene();
  const widgetFolder = writeWidget();
  const clock = drivenClock(1_800_000_000_000);
  const app = createPublicApp({
    ...scene.ports,
    clock,
    limits: { ...generous, ...options.limits },
    trustedProxies: options.trustedProxies ?? [],
    publicOrigin: options.publicOrigin ?? publicOrigin,
    settings,
    openingHours,
    widgetFolder,
    homeserver: { url: recorder.url, asToken: 'as-token-of-the-test' },
  });
  const listener = await listen(app.express, { host: '127.0.0.1', port: 0 }, options.patience);
  return {
    ...scene,
    clock,
    recorder,
    widgetFolder,
    port: listener.port,
    ask: (asked: Asked) => ask(listener.port, asked),
    stop: async () => {
      app.stop();
      await listener.close();
      await recorder.stop();
      rmSync(widgetFolder, { recursive: true });
    },
  };
}

/** A public world that runs. */
export type PublicWorld = Awaited<ReturnType<typeof startPublicWorld>>;

/** Sends one request on a connection of its own. */
export function ask(port: number, asked: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method: asked.method ?? 'GET',
        path: asked.url,
        headers: asked.headers ?? {},
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            json: jsonOrNull(text),
          });
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(asked.body);
  });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function createScene() {
  const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');
  const session: { now: CallerSession | undefined } = {
    now: {
      conversationId: conversationId(1),
      caller: userId(caller),
      device: deviceId(device),
      roomId: roomId(room),
      counsellor: userId(counsellor),
      readers: [],
      invitee: null,
    },
  };
  const view: { now: StandingView | undefined } = {
    now: { version: 3, phase: 'waiting', takesLong: false, counsellor: null, endedBy: null },
  };
  const status: { now: PublicStatus } = { now: { state: 'online', reason: null, nextOpening: null } };
  const startProblem: { now: StartProblem['code'] | null } = { now: null };
  const feedbackIsTaken = { now: true };
  const seen = {
    resumes: [] as { token: string; requestSecret: string }[],
    starts: [] as (StartOrigin & { request: StartRequest })[],
    ends: [] as string[],
    exitsThatCameFirst: [] as (string | null)[],
    reports: [] as (SecurityReport | 'ready')[],
    company: [] as SeenOfCompany[],
    touches: [] as ConversationId[],
    faults: [] as FaultReportRequest[],
    draws: [] as SeenFeedback['draws'],
    feedback: [] as SeenFeedback['feedback'],
    logs: [] as LogEvent[],
  };
  const changeListeners = new Set<(change: Change) => void>();
  const statusListeners = new Set<() => void>();
  let uploaded: string | undefined;
  let views = 0;
  const known = hash(bearer);
  const bearers = new Set([known]);
  const ports = {
    vault: { hash },
    sessions: {
      find: (bearerHash: string) => Promise.resolve(bearers.has(bearerHash) ? session.now : undefined),
      touch: (id: ConversationId) => {
        seen.touches.push(id);
        return Promise.resolve();
      },
      claimCrossSigningUpload: (_id: ConversationId, keys: string) => {
        uploaded ??= keys;
        return Promise.resolve(uploaded === keys);
      },
    },
    changes: {
      subscribe: (listener: (change: Change) => void) => {
        changeListeners.add(listener);
        return () => changeListeners.delete(listener);
      },
    },
    status: {
      current: () => status.now,
      subscribe: (listener: () => void) => {
        statusListeners.add(listener);
        return () => statusListeners.delete(listener);
      },
    },
    log: { log: (logged: LogEvent) => void seen.logs.push(logged) },
    feedback: feedbackStub(seen, feedbackIsTaken),
    api: {
      start: (request: StartRequest, from: StartOrigin): ReturnType<CallerApi['start']> => {
        seen.starts.push({ request, ...from });
        if (startProblem.now !== null) return Promise.resolve(refusal({ code: startProblem.now }));
        return Promise.resolve(
          success({ conversationId: conversationId(1), session: startedSession, resumeToken }),
        );
      },
      resume: (token: string, requestSecret: string): ReturnType<CallerApi['resume']> => {
        seen.resumes.push({ token, requestSecret });
        const code = token === blockedToken ? 'blocked' : 'nothing-to-resume';
        if (token !== resumeToken) return Promise.resolve(refusal({ code }));
        return Promise.resolve(
          success({
            conversationId: conversationId(1),
            session: startedSession,
            resumeToken: nextResumeToken,
          }),
        );
      },
      keepResume: (_: ConversationId, token: string) => Promise.resolve(token === resumeToken),
      conversationOf: (bearerHash: string) =>
        Promise.resolve(bearerHash === known ? conversationId(1) : undefined),
      view: () => {
        views += 1;
        return Promise.resolve(view.now);
      },
      enterPool: () => {
        seen.reports.push('ready');
        return Promise.resolve(session.now !== undefined);
      },
      reportSecurity: (_: ConversationId, report: SecurityReport) => {
        seen.reports.push(report);
        return Promise.resolve(session.now !== undefined);
      },
      ...companyStub(seen.company, session),
      end: (_: ConversationId, by: 'caller' | 'failure') => {
        seen.ends.push(by);
        return Promise.resolve();
      },
      reportFault: (fault: FaultReportRequest) => {
        seen.faults.push(fault);
        return Promise.resolve();
      },
      leave: (exit: QuickExit) => {
        if (exit.requestSecret === bearer || exit.resumeToken === resumeToken) seen.ends.push('exit');
        else if (exit.mayComeFirst) seen.exitsThatCameFirst.push(exit.requestSecret);
        return Promise.resolve();
      },
    },
  };
  return {
    ports,
    session,
    view,
    startProblem,
    feedbackIsTaken,
    seen,
    views: () => views,
    /** One more bearer of the same conversation, with limits of its own. */
    addBearer: (another: string) => bearers.add(hash(another)),
    setStatus: (next: PublicStatus) => {
      status.now = next;
      for (const listener of statusListeners) listener();
    },
    change: () => {
      for (const listener of changeListeners)
        listener({ kind: 'conversation', conversationId: conversationId(1) });
    },
  };
}

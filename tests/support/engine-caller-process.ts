/**
 * Callers in a process of their own, driven by lines of JSON: the widget's own engine and the frame's own way of talking to
 * the service, through the real gateway; only browser and screen are missing. Rust crypto stays out of Jest's VM.
 * `node engine-caller-process.ts ORIGIN [FORWARDED-FOR]`
 */
import { createInterface } from 'node:readline';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import { noCircumstances } from '../../appservice/contract/readers.ts';
import { createEngine, type Engine } from '../../widget/crypto/engine.ts';
import type { FromWorker, ToWorker } from '../../widget/worker-messages.ts';
import { wait } from '../../widget/crypto/wait.ts';
import { createAppserviceClient } from '../../widget/frame/adapters/appservice-client.ts';
import { browserClock } from '../../widget/frame/adapters/browser-clock.ts';
import { followConversation, type ViewNews } from '../../widget/frame/adapters/conversation-follower.ts';
import type { CallerNews, CallerOrder } from './engine-caller-wire.ts';

const [origin = '', forwardedFor = ''] = process.argv.slice(2);

/** Answers a path of the service's own origin, as a browser does. */
const browserFetch = fetch;
globalThis.fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  if (forwardedFor !== '') headers.set('x-forwarded-for', forwardedFor);
  const url = typeof input === 'string' && input.startsWith('/') ? `${origin}${input}` : input;
  return browserFetch(url, { ...init, headers });
};

const client = createAppserviceClient(browserClock);

type Caller = {
  readonly engine: Engine;
  readonly tell: (news: CallerNews) => void;
  session: StartedConversation | undefined;
  /** Whom this caller said no to. */
  refusedReader: string | null;
};

const callers = new Map<string, Caller>();

function callerNamed(name: string): Caller {
  const known = callers.get(name);
  if (known !== undefined) return known;
  const tell = (news: CallerNews): void => {
    process.stdout.write(`${JSON.stringify({ caller: name, news })}\n`);
  };
  const surroundings = {
    gatewayOrigin: origin,
    fetch: async (url: string, request: RequestInit) => {
      const response = await fetch(url, request);
      const body = typeof request.body === 'string' ? request.body : '';
      tell({ kind: 'request', url, body, method: request.method ?? 'GET', status: response.status });
      return response;
    },
    wait,
    chance: () => 0,
    canEncrypt: () => true,
    loadCrypto: () => Promise.resolve(),
  };
  const caller: Caller = {
    engine: createEngine(surroundings, (message) => {
      hear(caller, message);
    }),
    tell,
    session: undefined,
    refusedReader: null,
  };
  callers.set(name, caller);
  return caller;
}

/** What the frame does when the crypto worker speaks. */
function hear({ session, tell }: Caller, message: FromWorker): void {
  tell({ kind: 'worker', message });
  if (session === undefined) return;
  const { bearer } = session;
  if (message.kind === 'ready') void client.reportReady(bearer);
  if (message.kind === 'secured') void client.reportSecurity(bearer, { state: 'secured' });
  if (message.kind === 'unsecured') {
    void client.reportSecurity(bearer, { state: 'unsecured', code: message.code });
  }
  if (message.kind === 'hand-over' || message.kind === 'misplaced') {
    void client.report(bearer, message.kind, message.report);
  }
  if (message.kind === 'failed') void client.end(bearer, 'failure');
}

/** What the frame does when the service tells how the conversation stands. */
function see({ engine, tell, refusedReader }: Caller, news: ViewNews): void {
  if (news.kind !== 'view') {
    tell({ kind: news.kind });
    return;
  }
  const { view } = news;
  tell({ kind: 'view', view });
  if (view.phase === 'ended') engine.receive({ kind: 'stop' });
  else engine.receive({ kind: 'company', company: { ...noCircumstances, ...view, refusedReader } });
}

async function start(caller: Caller, request: Extract<CallerOrder, { kind: 'start' }>): Promise<void> {
  const { requestSecret, province, nickname, language } = request;
  const wishes = { requestSecret, province, nickname, language };
  const answer = await client.start({ ...wishes, noticeVersion: '1' });
  if (answer.kind === 'refused') {
    caller.tell({ kind: 'refused', problem: answer.problem });
    return;
  }
  const { session } = answer;
  caller.session = session;
  caller.tell({ kind: 'started', session });
  if (request.isSlow !== true) setUpKeys(caller);
  await followConversation({
    bearer: session.bearer,
    clock: browserClock,
    signal: new AbortController().signal,
    network: new EventTarget(),
    tell: (news) => {
      see(caller, news);
    },
  });
}

function setUpKeys(caller: Caller): void {
  if (caller.session !== undefined) order(caller, { kind: 'start', conversation: caller.session });
}

function order(caller: Caller, message: ToWorker): void {
  caller.engine.receive(message);
}

function obey(caller: Caller, given: CallerOrder): void {
  const bearer = caller.session?.bearer ?? '';
  switch (given.kind) {
    case 'start':
      void start(caller, given);
      return;
    case 'set-up-keys':
      setUpKeys(caller);
      return;
    case 'say':
      order(caller, { kind: 'send', id: given.id, body: given.body });
      return;
    case 'typing':
    case 'read':
    case 'company':
      order(caller, given);
      return;
    case 'refuse':
      caller.refusedReader = given.userId;
      void client.refuseReader(bearer, { userId: given.userId });
      return;
    case 'end':
      void client.end(bearer, 'caller');
  }
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { caller, order: given } = JSON.parse(line) as { caller: string; order: CallerOrder };
    obey(callerNamed(caller), given);
  })
  .on('close', () => {
    process.exit(0);
  });

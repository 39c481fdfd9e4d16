import { randomBytes } from 'node:crypto';
import { initAsync } from '@matrix-org/matrix-sdk-crypto-wasm';
import {
  parseConversationView,
  parseStartedConversation,
  type ReadyReport,
  type SecurityReport,
  type StartedConversation,
  type StartRequest,
} from '../../../appservice/contract/conversation.ts';
import { createEngine, type Engine } from '../../../widget/crypto/engine.ts';
import type { FromWorker } from '../../../widget/worker-messages.ts';
import { wait } from '../../../widget/crypto/wait.ts';
import { nowMs } from '../now.ts';
import { tell } from './tell.ts';
import { keyOf, wordsFor } from './wire.ts';

/** A caller: the widget's own engine, with as much of a frame around it as the service expects. */
export interface BenchCaller {
  readonly name: string;
  say(key: string): void;
  end(): Promise<void>;
}

/** Presses the button, and types the first words at once; they wait in the engine until a counsellor is there. */
export async function pressButton(origin: string, name: string): Promise<BenchCaller | undefined> {
  tell({ kind: 'pressed', caller: name, atMs: nowMs() });
  const response = await post(`${origin}/api/conversations`, undefined, startRequest());
  const started = response.ok ? parseStartedConversation(await response.json()) : undefined;
  tell({ kind: 'answered', caller: name, status: response.status });
  if (started === undefined) return undefined;
  const over = new AbortController();
  const api = `${origin}/api/conversations/current`;
  const engine = createEngine(surroundings(origin), (message) => {
    listen(message, { name, post: (path, body) => void post(`${api}/${path}`, started.bearer, body) });
  });
  engine.receive({ kind: 'start', conversation: started });
  void follow({ name, api, started, engine, signal: over.signal });
  const say = (key: string): void => {
    tell({ kind: 'said', key, atMs: nowMs() });
    engine.receive({ kind: 'send', id: key, body: wordsFor(key) });
  };
  say(`first words of ${name}`);
  return {
    name,
    say,
    end: async () => {
      await post(`${api}/end`, started.bearer, {});
      over.abort();
      engine.receive({ kind: 'stop' });
    },
  };
}

function startRequest(): StartRequest {
  return {
    requestSecret: randomBytes(32).toString('base64url'),
    province: null,
    nickname: null,
    language: 'nl',
    noticeVersion: '1',
  };
}

function surroundings(origin: string): Parameters<typeof createEngine>[0] {
  return {
    gatewayOrigin: origin,
    fetch: (url, request) => fetch(url, request),
    wait,
    chance: () => 0.5,
    canEncrypt: () => true,
    loadCrypto: () => initAsync(),
  };
}

type Ears = {
  readonly name: string;
  readonly post: (path: 'ready' | 'security', body: ReadyReport | SecurityReport) => void;
};

function listen(message: FromWorker, { name, post }: Ears): void {
  if (message.kind === 'ready') post('ready', {});
  if (message.kind === 'secured') post('security', { state: 'secured' });
  if (message.kind === 'unsecured') post('security', { state: 'unsecured', code: message.code });
  if (message.kind === 'failed') tell({ kind: 'failed', caller: name, code: message.failure });
  if (message.kind === 'unreadable') tell({ kind: 'unreadable', caller: name });
  const key = message.kind === 'message' ? keyOf(message.message.body) : undefined;
  if (key !== undefined) tell({ kind: 'heard', key, atMs: nowMs() });
}

type Following = {
  readonly name: string;
  readonly api: string;
  readonly started: StartedConversation;
  readonly engine: Engine;
  readonly signal: AbortSignal;
};

/** Asks how the conversation stands, again and again: that also is the caller's sign of life. */
async function follow({ name, api, started, engine, signal }: Following): Promise<void> {
  let after = 0;
  while (!signal.aborted) {
    const view = await ask(`${api}?after=${after}`, started.bearer, signal);
    if (view === undefined) await wait(500, signal);
    else {
      after = view.version;
      if (view.handOver !== null) tell({ kind: 'to-share', caller: name, atMs: nowMs() });
      engine.receive({ kind: 'company', company: { ...view, refusedReader: null } });
      if (view.phase === 'ended') return;
    }
  }
}

async function ask(url: string, bearer: string, signal: AbortSignal) {
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${bearer}` }, signal });
    return response.ok ? parseConversationView(await response.json()) : undefined;
  } catch {
    return undefined; // asked again
  }
}

function post(url: string, bearer: string | undefined, body: object): Promise<Response> {
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CollectStrategy,
  DeviceId,
  DeviceLists,
  EncryptionSettings,
  KeysClaimRequest,
  KeysQueryRequest,
  KeysUploadRequest,
  OlmMachine,
  type RequestType,
  ToDeviceRequest,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { listen } from '../../appservice/adapters/http/listen.ts';
import { createPublicApp } from '../../appservice/adapters/http/public-app.ts';
import type { ConversationId } from '../../appservice/domain/ids.ts';
import type { CallerSession } from '../../appservice/ports/caller-sessions.ts';
import type { Change } from '../../appservice/ports/changes.ts';
import type { LogEvent } from '../../appservice/ports/event-log.ts';
import { organisation } from '../support/organisation.ts';

/** Any JSON object of the homeserver. */
export type Json = Record<string, unknown>;

/** Sends JSON and reads JSON; `status` beside it. */
export type Speak = (method: string, path: string, body?: unknown) => Promise<{ status: number; json: Json }>;

/** Speaks to an address with a token, in the name of somebody where one is given. */
export function speaker(base: string, token: string, masquerade = ''): Speak {
  return async (method, path, body) => {
    const query = masquerade === '' ? '' : `${path.includes('?') ? '&' : '?'}${masquerade}`;
    const response = await fetch(`${base}${path}${query}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Json };
  };
}

/** Takes the homeserver's transactions where a service would, so that its port is nobody else's. */
export async function takeTransactions(port: number): Promise<() => void> {
  const server = createServer((request, response) => {
    request.resume();
    response.end('{}');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

/**
 * Stands between gateway and homeserver and writes down what passes. What the homeserver answers while `withholds` is set
 * goes no further, so that a test decides how long a request waits, whatever else the homeserver has to tell.
 */
export async function startWitness(target: string) {
  const passed: string[] = [];
  const answers = { withholds: false, cutOff: 0 };
  const server = createServer((request, response) => {
    passed.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const onward = httpRequest(new URL(request.url ?? '', target), {
      method: request.method ?? 'GET',
      headers: request.headers,
      agent: false,
    });
    onward.on('response', (answer) => {
      if (answers.withholds) return;
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => {
      if (!response.writableEnded) answers.cutOff += 1;
      onward.destroy();
    });
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    passed,
    answers,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The public app before a homeserver, with one conversation in memory. */
export async function startGateway(homeserver: { readonly url: string; readonly asToken: string }) {
  const bearer = randomBytes(32).toString('base64url');
  const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');
  const session: { now: CallerSession | undefined } = { now: undefined };
  const listeners = new Set<(change: Change) => void>();
  const logs: LogEvent[] = [];
  const claimed = new Map<ConversationId, string>();
  const widgetFolder = mkdtempSync(join(tmpdir(), 'helpline-widget-'));
  writeFileSync(join(widgetFolder, 'frame.html'), '<html><head></head></html>');
  const app = createPublicApp({
    homeserver,
    widgetFolder,
    vault: { hash },
    sessions: {
      find: (bearerHash) => Promise.resolve(bearerHash === hash(bearer) ? session.now : undefined),
      touch: () => Promise.resolve(),
      claimCrossSigningUpload: (id, keys) => {
        if (!claimed.has(id)) claimed.set(id, keys);
        return Promise.resolve(claimed.get(id) === keys);
      },
    },
    changes: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    status: {
      current: () => ({ state: 'online', reason: null, nextOpening: null }),
      subscribe: () => () => undefined,
    },
    feedback: {
      key: () => Promise.resolve({ week: '2026-W48', publicKey: '' }),
      sign: () => Promise.resolve(undefined),
      record: () => Promise.resolve(false),
    },
    api: {
      start: () => Promise.resolve({ ok: false, problem: { code: 'offline' } }),
      resume: () => Promise.resolve({ ok: false, problem: { code: 'nothing-to-resume' } }),
      keepResume: () => Promise.resolve(false),
      conversationOf: () => Promise.resolve(undefined),
      leave: () => Promise.resolve(),
      reportFault: () => Promise.resolve(),
      view: () => Promise.resolve(undefined),
      enterPool: () => Promise.resolve(false),
      reportSecurity: () => Promise.resolve(false),
      refuseReader: () => Promise.resolve(false),
      reportHandOver: () => Promise.resolve(false),
      reportMisplaced: () => Promise.resolve(false),
      end: () => Promise.resolve(),
    },
    clock: { now: () => Math.floor(performance.timeOrigin + performance.now()) },
    log: { log: (event) => void logs.push(event) },
    limits: {
      startsPerMinutePerAddress: 60,
      unreadyStartsPerAddress: 60,
      statusPerMinutePerAddress: 600,
      statusStreamsPerAddress: 10,
      requestsPerMinutePerConversation: 1_000_000,
      messagesPerMinutePerConversation: 60,
      messageBurstPerConversation: 5,
    },
    trustedProxies: [],
    publicOrigin: 'http://localhost',
    settings: {
      mailAddress: 'chat@example.org',
      phone: '1712',
      exitUrl: 'https://www.example.org/',
      privacyUrl: 'https://www.example.org/',
      noticeVersion: '1',
      organisation,
      hostOrigins: ['http://localhost'],
      isDemo: true,
      accent: null,
      brusselsProvince: null,
      otherLines: [],
      texts: {},
    },
    openingHours: { versions: [], exceptions: [], isClosedOnPublicHolidays: false },
  });
  const listener = await listen(app.express, { host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${listener.port}`,
    bearer,
    session,
    logs,
    change: (conversationId: ConversationId) => {
      for (const hear of listeners) hear({ kind: 'conversation', conversationId });
    },
    stop: async () => {
      app.stop();
      await listener.close();
      rmSync(widgetFolder, { recursive: true });
    },
  };
}

const client = '/_matrix/client/v3';

/** What the library wants to be sent. */
type Outgoing = { readonly id: string | undefined; readonly type: RequestType; readonly body: string };

/** One device with the real crypto library, speaking through whatever it is given. */
export async function openDevice(person: string, device: string, speak: Speak) {
  const machine = await OlmMachine.initialize(new UserId(person), new DeviceId(device));
  machine.roomKeyRequestsEnabled = false;
  let since: string | undefined;
  const refused: string[] = [];
  const send = async (request: Outgoing): Promise<void> => {
    const [method, path] = routeOf(request);
    const answer = await speak(method, path, request.body);
    if (answer.status !== 200) refused.push(`${path} ${answer.status}`);
    if (request.id !== undefined)
      await machine.markRequestAsSent(request.id, request.type, JSON.stringify(answer.json));
  };
  const flush = async (): Promise<void> => {
    for (const request of await machine.outgoingRequests()) await send(request);
  };
  return {
    machine,
    refused,
    send,
    flush,
    /** Keys, cross-signing identity and the query without which the own device stays unsigned (feasibility D 2 A). */
    begin: async () => {
      await flush();
      const identity = await machine.bootstrapCrossSigning(false);
      const uploaded = await speak(
        'POST',
        `${client}/keys/device_signing/upload`,
        identity.uploadSigningKeysRequest.body,
      );
      await send(identity.uploadSignaturesRequest);
      await send(machine.queryKeysForUsers([new UserId(person)]));
      return { uploaded, body: identity.uploadSigningKeysRequest.body };
    },
    sync: async (timeoutMs = 0) => {
      const query = new URLSearchParams({
        timeout: String(timeoutMs),
        ...(since === undefined ? {} : { since }),
      });
      const answer = await speak('GET', `${client}/sync?${query.toString()}`);
      if (answer.status !== 200) return answer;
      since = String(answer.json['next_batch']);
      const { to_device: toDevice, device_one_time_keys_count: counts } = answer.json as {
        to_device?: { events: unknown[] };
        device_one_time_keys_count?: Record<string, number>;
      };
      await machine.receiveSyncChanges(
        JSON.stringify(toDevice?.events ?? []),
        new DeviceLists(),
        new Map(Object.entries(counts ?? {})),
        new Set<string>(),
      );
      await flush();
      return answer;
    },
  };
}

function routeOf(request: { readonly body: string }): readonly [string, string] {
  if (request instanceof ToDeviceRequest) {
    return ['PUT', `${client}/sendToDevice/${request.event_type}/${encodeURIComponent(request.txn_id)}`];
  }
  if (request instanceof KeysUploadRequest) return ['POST', `${client}/keys/upload`];
  if (request instanceof KeysQueryRequest) return ['POST', `${client}/keys/query`];
  if (request instanceof KeysClaimRequest) return ['POST', `${client}/keys/claim`];
  return ['POST', `${client}/keys/signatures/upload`];
}

/** Keys go to signed devices only (MSC4153). */
export function signedDevicesOnly(): EncryptionSettings {
  const settings = new EncryptionSettings();
  settings.sharingStrategy = CollectStrategy.identityBasedStrategy();
  return settings;
}

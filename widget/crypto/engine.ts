import { type OlmMachine, RoomId } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import { anyOf } from './any-of.ts';
import { pauseMs } from './back-off.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { createDeviceStore, reopenDeviceStore, type DeviceStore } from './device-store.ts';
import { createGatewayClient } from './gateway-client.ts';
import { GatewayError } from './gateway-error.ts';
import { createKeyRequests } from './key-requests.ts';
import { createLine, type Line } from './line.ts';
import type { FromWorker, ToWorker, WorkerFailure } from '../worker-messages.ts';
import { type DeviceStart, startDevice } from './start-device.ts';
import type { Surroundings } from './surroundings.ts';

/** The whole worker but for `postMessage`: takes the frame's messages, answers by `tell`. */
export interface Engine {
  receive(message: ToWorker): void;
}

type Tell = (message: FromWorker) => void;

/** What goes to the conversation as soon as there is one. */
type ForConversation = Extract<ToWorker, { kind: 'company' | 'send' | 'typing' | 'read' }>;

/** One conversation from its start to its end. */
type Run = {
  readonly over: AbortController;
  readonly finished: Promise<void>;
  isStopped: boolean;
  /** What is kept in the browser stays for the page that comes back. */
  isPaused: boolean;
};

/** Makes an engine that holds one conversation at a time. */
export function createEngine(surroundings: Surroundings, tell: Tell): Engine {
  const early: ForConversation[] = [];
  const line = createLine();
  const { prepare, load } = createLoading(surroundings, tell);
  let run: Run | undefined;
  let conversation: Conversation | undefined;

  const begin = (started: StartedConversation, isResumed: boolean): void => {
    if (run !== undefined) return;
    const over = new AbortController();
    const onOpen = (opened: Conversation): void => {
      conversation = opened;
      for (const message of early.splice(0)) pass(opened, message);
    };
    const isPaused = (): boolean => mine.isPaused;
    const life = { started, isResumed, isPaused, surroundings, over, line, tell, onOpen };
    const mine: Run = {
      over,
      isStopped: false,
      isPaused: false,
      finished: load()
        .then((isLoaded) => (isLoaded ? live(life) : undefined))
        .catch(readEnding)
        .then((ending) => {
          if (ending !== undefined && !mine.isStopped) tell(ending);
        }),
    };
    run = mine;
  };

  const stop = async (isPaused: boolean): Promise<void> => {
    const last = run;
    if (last !== undefined) {
      last.isPaused = isPaused && !last.isStopped; // what was to be forgotten is
      last.isStopped = true;
      last.over.abort();
      await last.finished;
    }
    early.length = 0;
    conversation = undefined;
    run = undefined;
    tell({ kind: 'stopped' });
  };

  return {
    receive(message) {
      if (message.kind === 'prepare') void prepare();
      else if (message.kind === 'load') void load();
      else if (message.kind === 'renew-line') line.renew();
      else if (message.kind === 'start') begin(message.conversation, false);
      else if (message.kind === 'resume') begin(message.conversation, true);
      else if (message.kind === 'stop') void stop(false);
      else if (message.kind === 'pause') void stop(true);
      else if (conversation === undefined) early.push(message);
      else pass(conversation, message);
    },
  };
}

type Loading = {
  readonly prepare: () => Promise<WorkerFailure | undefined>;
  readonly load: () => Promise<boolean>;
};

/** The WASM is loaded once, and what became of it told once, however often either is asked. */
function createLoading(surroundings: Surroundings, tell: Tell): Loading {
  let preparing: Promise<WorkerFailure | undefined> | undefined;
  let loading: Promise<boolean> | undefined;
  const prepare: Loading['prepare'] = () => (preparing ??= tryToLoad(surroundings));
  return { prepare, load: () => (loading ??= tellLoaded(prepare(), tell)) };
}

async function tellLoaded(loading: Promise<WorkerFailure | undefined>, tell: Tell): Promise<boolean> {
  const failure = await loading;
  tell(failure === undefined ? { kind: 'loaded' } : { kind: 'failed', failure });
  return failure === undefined;
}

/** Without WebAssembly and Web Crypto nothing is even tried (design 5, fail closed). */
async function tryToLoad(surroundings: Surroundings): Promise<WorkerFailure | undefined> {
  if (!surroundings.canEncrypt()) return 'no-webassembly';
  try {
    await surroundings.loadCrypto();
    return undefined;
  } catch (error) {
    return isOfWebAssembly(error) ? 'crypto-failed' : 'not-loaded';
  }
}

/** What WebAssembly refuses is the device's; everything else is the line's (WebAssembly JavaScript Interface, error types). */
function isOfWebAssembly(error: unknown): boolean {
  const names = ['CompileError', 'LinkError', 'RuntimeError'];
  return error instanceof Error && names.includes(error.name);
}

type Life = {
  readonly started: StartedConversation;
  readonly isResumed: boolean;
  /** Asked at the end. */
  readonly isPaused: () => boolean;
  readonly surroundings: Surroundings;
  readonly over: AbortController;
  readonly line: Line;
  readonly tell: Tell;
  readonly onOpen: (conversation: Conversation) => void;
};

/** Lives one conversation in its store, which goes with it unless the page comes back. Answers how it ended, undefined when it was stopped. */
async function live(life: Life): Promise<FromWorker | undefined> {
  const { started, isResumed, isPaused, surroundings, over, tell } = life;
  const store = isResumed
    ? await reopenDeviceStore(surroundings, started)
    : await createDeviceStore(surroundings, started);
  if (store === undefined) return { kind: 'failed', failure: 'not-kept' };
  tell({ kind: 'storage', isKept: store.isKept });
  try {
    return await talk(life, store);
  } finally {
    over.abort();
    close(store.machine);
    if (isPaused()) store.words.close();
    else await store.destroy();
  }
}

/** Device, identity, talk. */
async function talk(life: Life, { machine, words }: DeviceStore): Promise<FromWorker | undefined> {
  const { started, isResumed, surroundings, over, line, tell, onOpen } = life;
  const { userId, deviceId, roomId, bearer } = started;
  const earlierWords = isResumed ? await words.all() : [];
  // Whoever had the room's key from the page before is not known here; with a new one it is (design 5.7).
  if (isResumed) await machine.invalidateGroupSession(new RoomId(roomId));
  const gateway = createGatewayClient(surroundings, bearer, { signal: over.signal, line });
  const requests = createKeyRequests(machine, gateway);
  const parts = {
    started,
    machine,
    gateway,
    requests,
    surroundings,
    words,
    isResumed,
    earlierWords,
    over,
    line,
    tell,
  };
  const conversation = createConversation(parts);
  onOpen(conversation);
  try {
    const start = { machine, gateway, requests, userId, deviceId };
    const isSigned = await startPatiently(start, { surroundings, signal: over.signal, line });
    if (over.signal.aborted) return undefined;
    if (!isSigned) return { kind: 'failed', failure: 'homeserver-refused' };
    tell({ kind: 'ready' });
    await conversation.run();
    return { kind: 'ended' };
  } finally {
    conversation.forget();
  }
}

/** Begins anew, with growing pauses, as long as the gateway does not answer. */
async function startPatiently(
  start: DeviceStart,
  { surroundings, signal, line }: Pick<Life, 'surroundings' | 'line'> & { readonly signal: AbortSignal },
): Promise<boolean> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const over = anyOf(signal, line.signal());
    try {
      return await startDevice(start);
    } catch (error) {
      const isTransient =
        error instanceof GatewayError && (error.code === 'unreachable' || error.code === 'limited');
      if (!isTransient) throw error;
      await surroundings.wait(pauseMs(failures, surroundings.chance(), error.retryAfterMs), over.signal);
    } finally {
      over.give();
    }
  }
  return false;
}

function pass(conversation: Conversation, message: ForConversation): void {
  switch (message.kind) {
    case 'company':
      conversation.accompany(message.company);
      return;
    case 'send':
      conversation.send(message);
      return;
    case 'typing':
      conversation.typing(message.isTyping);
      return;
    case 'read':
      conversation.read(message.eventId);
  }
}

/** What the frame is told when a conversation broke off. */
function readEnding(error: unknown): FromWorker {
  if (!(error instanceof GatewayError)) return { kind: 'failed', failure: 'crypto-failed' };
  return error.code === 'ended' ? { kind: 'ended' } : { kind: 'failed', failure: 'homeserver-refused' };
}

/** A machine whose WASM has crashed cannot be closed any more; its memory goes with the worker. */
function close(machine: OlmMachine): void {
  try {
    machine.close();
  } catch {
    // Nothing is left to close.
  }
}

import type { StartedConversation } from '../../../appservice/contract/conversation.ts';
import { createEngine } from '../../../widget/crypto/engine.ts';
import type { FromWorker, ToWorker } from '../../../widget/worker-messages.ts';
import type { Surroundings } from '../../../widget/crypto/surroundings.ts';
import { wait } from '../../../widget/crypto/wait.ts';
import { createStandInHomeserver, type StandInHomeserver } from './stand-in-homeserver.ts';
import { createTestCounsellor, type TestCounsellor } from './test-counsellor.ts';
import { companyOrder } from '../../support/company-order.ts';

/** The one room. */
export const roomId = '!conversation';

/** Who asks for help. */
export const callerId = '@1712_caller_x:localhost';

/** Who answers. */
export const counsellorId = '@rosa:localhost';

/** Words that may be in no request, whatever happens. */
export const phrase = 'mijn geheime woorden';

/** What the service answers at the start. */
export const started: StartedConversation = {
  bearer: 'bearer',
  userId: callerId,
  deviceId: 'BROWSER',
  roomId,
  hostUserId: '@1712:localhost',
  storeKey: 'K'.repeat(43),
};

/** The same page, later: every conversation has a caller of its own. */
export const nextConversation: StartedConversation = {
  ...started,
  bearer: 'next',
  userId: '@1712_caller_y:localhost',
};

/** An engine, a homeserver in memory and a counsellor who has made a device. */
export type EngineWorld = {
  readonly homeserver: StandInHomeserver;
  readonly counsellor: TestCounsellor;
  /** Everything that the engine has told. */
  readonly told: FromWorker[];
  ask(message: ToWorker): void;
  /** The first message like this, also one that was told already. */
  until(isIt: (message: FromWorker) => boolean): Promise<FromWorker>;
  /** The service names the counsellor, who then joins; `masterKey` is the pin, the true one unless given. */
  join(masterKey?: string): Promise<void>;
  /** How many encrypted events anybody has tried to put into the room. */
  sendAttempts(): number;
};

const stops: (() => Promise<unknown>)[] = [];

/** Ends every engine that a test has started; nothing of it may run on. */
export async function stopWorlds(): Promise<void> {
  for (const stop of stops.splice(0)) await stop();
}

/** Pauses pass a hundred times faster; a time limit on one request never strikes. */
export function surroundingsOf(
  homeserver: StandInHomeserver,
  userId: string,
  deviceId: string,
): Surroundings {
  return {
    gatewayOrigin: 'http://gateway',
    fetch: (url, request) => {
      const isNext = new Headers(request.headers).get('authorization') === 'Bearer next';
      return homeserver.fetchAs(isNext ? nextConversation.userId : userId, deviceId)(url, request);
    },
    wait: (milliseconds, signal) => wait(milliseconds >= 20_000 ? 2 ** 30 : milliseconds / 100, signal),
    chance: () => 0.9,
    canEncrypt: () => true,
    loadCrypto: () => Promise.resolve(),
  };
}

/** Makes a world; nothing has been asked of the engine yet. */
export async function createEngineWorld(
  change: { readonly isSigned?: boolean; readonly surroundings?: Partial<Surroundings> } = {},
): Promise<EngineWorld> {
  const homeserver = createStandInHomeserver(roomId);
  const counsellorSurroundings = surroundingsOf(homeserver, counsellorId, 'ELEMENT');
  const place = { surroundings: counsellorSurroundings, roomId, userId: counsellorId };
  const counsellor = await createTestCounsellor(place, change.isSigned ?? true);
  const told: FromWorker[] = [];
  const looks = new Set<() => void>();
  const surroundings = { ...surroundingsOf(homeserver, callerId, started.deviceId), ...change.surroundings };
  const engine = createEngine(surroundings, (message) => {
    told.push(message);
    for (const look of [...looks]) look();
  });
  const until = (isIt: (message: FromWorker) => boolean): Promise<FromWorker> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = told.find(isIt);
        if (found !== undefined && looks.delete(look)) resolve(found);
      };
      looks.add(look);
      look();
    });
  stops.push(() => {
    engine.receive({ kind: 'stop' });
    return until(isKind('stopped'));
  });
  return {
    homeserver,
    counsellor,
    told,
    ask(message) {
      engine.receive(message);
    },
    until,
    async join(masterKey) {
      const key = masterKey ?? (await counsellor.masterKey());
      const pinned = { userId: counsellorId, masterKey: key, organisation: 'CAW' as const };
      engine.receive(companyOrder(pinned));
      homeserver.setMembership(counsellorId, 'join');
    },
    sendAttempts: () => homeserver.seen.filter((each) => each.path.includes('/send/')).length,
  };
}

/** Is of this kind. */
export function isKind(kind: FromWorker['kind']): (message: FromWorker) => boolean {
  return (message) => message.kind === kind;
}

/** The homeserver has the words with this id. */
export function isSent(id: string): (message: FromWorker) => boolean {
  return (message) => message.kind === 'sent' && message.id === id;
}

/** The words with this id are kept. */
export function isHeld(id: string): (message: FromWorker) => boolean {
  return (message) => message.kind === 'held' && message.id === id;
}

/** The gate is shut for this reason. */
export function isUnsecured(code: string): (message: FromWorker) => boolean {
  return (message) => message.kind === 'unsecured' && message.code === code;
}

/**
 * The Matrix side of the service in a process of its own: bridge and desk on a real homeserver, the desk's crypto store in a
 * real database. A test drives it by lines of JSON, and may kill it. Rust crypto stays out of Jest's VM this way.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openBridge } from '../../appservice/adapters/matrix/bridge.ts';
import { callerRegistrar } from '../../appservice/adapters/matrix/caller-registrar.ts';
import { counsellorIdentities } from '../../appservice/adapters/matrix/counsellor-identities.ts';
import { openDeskDevice, type DeskDevice } from '../../appservice/adapters/matrix/desk-device.ts';
import { deskReader } from '../../appservice/adapters/matrix/desk-reader.ts';
import { deskRoomMaker } from '../../appservice/adapters/matrix/desk-room-maker.ts';
import { deskSender } from '../../appservice/adapters/matrix/desk-sender.ts';
import { homeserverHealth } from '../../appservice/adapters/matrix/homeserver-health.ts';
import { routeConsole, type LibraryMessage } from '../../appservice/adapters/matrix/library-logs.ts';
import { parseRoomEvents } from '../../appservice/adapters/matrix/room-events.ts';
import { roomCreator } from '../../appservice/adapters/matrix/room-creator.ts';
import { conversationWords } from '../../appservice/adapters/matrix/conversation-words.ts';
import { invitingByOthers } from '../../appservice/adapters/matrix/inviting-by-others.ts';
import { roomLevelsKeeper } from '../../appservice/adapters/matrix/room-levels.ts';
import { roomInviter } from '../../appservice/adapters/matrix/room-inviter.ts';
import { roomPurger } from '../../appservice/adapters/matrix/room-purger.ts';
import { roomRemover } from '../../appservice/adapters/matrix/room-remover.ts';
import { staffAccounts } from '../../appservice/adapters/matrix/staff-accounts.ts';
import { staffPresence } from '../../appservice/adapters/matrix/staff-presence.ts';
import { createPostgres } from '../../appservice/adapters/postgres/postgres.ts';
import { createSealer } from '../../appservice/adapters/system/aes-sealer.ts';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import { createRandomIds } from '../../appservice/adapters/system/random-ids.ts';
import { createSystemClock } from '../../appservice/adapters/system/system-clock.ts';
import type { DeskReader, DeskRoomMaker, DeskSender } from '../../appservice/ports/desk.ts';
import { isCoded } from '../../appservice/ports/failure-code.ts';

type Settings = {
  readonly homeserverUrl: string;
  readonly serverName: string;
  readonly registrationId: string;
  readonly asToken: string;
  readonly hsToken: string;
  readonly operatorToken: string;
  readonly databaseUrl: string;
  readonly privatePort: number;
  readonly secretsFolder: string;
};

const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;
const write = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const report = (message: LibraryMessage): void => {
  write({ library: message });
};
routeConsole(report);
process.on('unhandledRejection', (reason) => {
  write({ unhandled: String(Reflect.get(Object(reason) as object, 'name')) });
});

const secret = (name: string): Uint8Array =>
  new Uint8Array(Buffer.from(readFileSync(join(settings.secretsFolder, name), 'utf8'), 'base64'));
const clock = createSystemClock({ startAt: null, isDriven: false });
const database = await createPostgres(
  { url: settings.databaseUrl, password: null, maxConnections: 4 },
  { clock, dataKeys: createDataKeys(secret('master.key')) },
);

type Desk = {
  readonly device: DeskDevice;
  readonly reader: DeskReader;
  readonly maker: DeskRoomMaker;
  readonly sender: DeskSender;
};

let desk: Desk | undefined;
let failReceiving = false;
const taken: { readonly transactionId: string; readonly events: readonly unknown[] }[] = [];
const waiting: unknown[] = [];
let isReading = false;
const bridge = await openBridge({
  ...settings,
  listen: { host: '127.0.0.1', port: settings.privatePort },
  receive: async (transactionId, events) => {
    if (failReceiving) {
      write({ refused: true });
      throw new Error('refused by the test');
    }
    taken.push({ transactionId, events });
    const parsed = events.map((raw) => parseRoomEvents(raw));
    const [rooms, ids] = [parsed.map((each) => each?.roomId), parsed.map((each) => each?.eventId)];
    write({ transaction: events.length, rooms, events: ids });
    waiting.push(...events);
    void readWaiting();
    await Promise.resolve();
  },
  routes: (request, response, next) => {
    if (request.url === '/health') response.json({ healthy: true });
    else next();
  },
  report,
});

/** One consumer, in order, as the service has it; what cannot be read yet waits. */
async function readWaiting(): Promise<void> {
  if (isReading) return;
  isReading = true;
  while (waiting.length > 0) {
    await desk?.device.ready;
    const isRead = desk?.device.isReady() === true && (await readAtDesk(waiting[0], desk));
    if (isRead) waiting.shift();
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  isReading = false;
}

async function readAtDesk(raw: unknown, { device, reader }: Desk): Promise<boolean> {
  const event = parseRoomEvents(raw);
  if (event === undefined) return true;
  const by = event.sender;
  if (event.content.kind === 'reaction') {
    write({ reading: { kind: 'reaction', key: event.content.key, to: event.content.to, by } });
  }
  if (device.client.getRoom(event.roomId) === null) return true;
  return reader.read(event).then(
    (reading) => {
      if (reading.kind !== 'nothing') write({ reading, by });
      return true;
    },
    () => false,
  );
}

function openDesk(epoch: number): Promise<DeskDevice> {
  return openDeskDevice({
    ...settings,
    desk: bridge.desk,
    requests: bridge.requests,
    cryptoStore: database.cryptoStore({ sealer: createSealer(secret('desk-store.key')), epoch }),
    storeKey: secret('desk-store.key'),
    newDeviceId: () => createRandomIds().deviceId(),
    isReplaced: (error) => Reflect.get(Object(error) as object, 'code') === 'stale-writer',
    onState: (state) => {
      write({ state });
    },
    onFailure: (code) => {
      write({ failure: code });
    },
    report,
  });
}

const words = (message: unknown): string => `woorden ${JSON.stringify(message)}`;

database.singleWriter.run(
  async ({ epoch, signal }) => {
    const opened = await openDesk(epoch);
    desk = {
      device: opened,
      reader: deskReader(opened),
      maker: deskRoomMaker(opened, bridge.requests),
      sender: deskSender(opened, words),
    };
    write({ device: opened.deviceId, keys: await opened.crypto.getOwnDeviceKeys() });
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
    desk = undefined;
    await opened.stop();
  },
  () => {
    write({ state: 'lead-failed' });
  },
);

function theDesk(): Desk {
  if (desk === undefined) throw new Error('no desk');
  return desk;
}

const isCaller = (person: string): boolean => person.startsWith('@1712_caller_');

/** Each port, as the composition root makes it. */
const ports = {
  registrar: callerRegistrar(bridge.requests),
  creator: roomCreator(bridge.requests, bridge.host),
  inviter: roomInviter(bridge.requests, isCaller),
  inviting: invitingByOthers(bridge.requests, isCaller),
  words: conversationWords(bridge.requests),
  levels: roomLevelsKeeper(bridge.requests, bridge.desk),
  remover: roomRemover(bridge.requests, bridge.host),
  health: homeserverHealth(bridge.requests, bridge.host),
  presence: staffPresence({ ...settings, realNowMs: () => Date.now() }),
  purger: roomPurger({ ...settings, realNowMs: () => Date.now() }),
  accounts: staffAccounts({ ...settings, realNowMs: () => Date.now() }),
  identities: counsellorIdentities(bridge.requests, bridge.desk, report),
  get maker() {
    return theDesk().maker;
  },
  get sender() {
    return theDesk().sender;
  },
  get reader() {
    return theDesk().reader;
  },
  test: {
    failReceiving: (shouldFail: boolean) => {
      failReceiving = shouldFail;
    },
    taken: () => taken,
    /** An event as a transaction brought it. */
    event: (eventId: string) =>
      taken.flatMap(({ events }) => events).find((raw) => parseRoomEvents(raw)?.eventId === eventId),
    memoryMegabytes: () => Math.round(process.memoryUsage().rss / 1_048_576),
    /** Asks as the host, to see what a port made. */
    ask: (method: 'GET' | 'POST', path: string, body?: Record<string, unknown>) =>
      bridge.requests.send({ method, path, ...(body === undefined ? {} : { body }) }),
  },
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { id, port, call, args } = JSON.parse(line) as {
      id: number;
      port: keyof typeof ports;
      call: string;
      args: unknown[];
    };
    void Promise.resolve()
      .then(() => (Reflect.get(ports[port], call) as (...given: unknown[]) => unknown)(...args))
      .then(
        (value) => {
          write({ answer: id, value });
        },
        (error: unknown) => {
          write({ answer: id, failure: String(error), ...(isCoded(error) ? { code: error.code } : {}) });
        },
      );
  })
  .on('close', () => {
    process.exit(0);
  });
write({ started: true, host: bridge.host, desk: bridge.desk });

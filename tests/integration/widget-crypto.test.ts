import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FromWorker } from '../../widget/worker-messages.ts';
import { startCounsellor, type TestCounsellor } from '../support/counsellor.ts';
import { leftUnreadable, wordsIn, type Words } from '../support/engine-caller-desk.ts';
import { bodiesInOrder } from '../support/engine-caller-looks.ts';
import { startWorld, type World } from '../support/world.ts';
import { startWorkerProcess, type WorkerProcess } from './widget-crypto-caller.ts';
import { openConversationPlace, type ConversationPlace } from './widget-crypto-place.ts';
import { companyOrder } from '../support/company-order.ts';

const startLimitMs = 90_000;
const phrase = 'geplante woorden van een beller';

let world: World;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await startWorld();
}, 2 * startLimitMs);

afterAll(async () => {
  for (const close of closing.splice(0)) await close();
  await world.stop();
}, startLimitMs);

type Scene = {
  readonly place: ConversationPlace;
  readonly worker: WorkerProcess;
  readonly counsellor: TestCounsellor;
  readonly roomId: string;
  readonly pin: () => Promise<void>;
};

/** A caller whose device is started, and a counsellor who is logged in elsewhere. */
async function openScene(name: string, seat: number, isUnsigned = false): Promise<Scene> {
  const person = world.people.filter((each) => each.role === 'counsellor')[seat];
  if (person === undefined) throw new Error('nobody there');
  const { userId, password } = person;
  const place = await openConversationPlace(world, name);
  const worker = startWorkerProcess(place.gatewayOrigin);
  const counsellor = await startCounsellor({
    homeserverUrl: world.homeserverUrl,
    userId,
    password,
    isUnsigned,
  });
  closing.push(
    () => counsellor.kill(),
    () => worker.stop(),
    () => place.close(),
  );
  const pin = async (): Promise<void> => {
    const masterKey = await place.masterKeyOf(userId);
    worker.ask(companyOrder({ userId, masterKey, organisation: 'CAW' }));
  };
  worker.ask({ kind: 'start', conversation: place.started });
  return { place, worker, counsellor, roomId: place.started.roomId, pin };
}

async function take({ place, counsellor, roomId, pin }: Scene): Promise<void> {
  await place.assign(counsellor.userId);
  await pin();
  await counsellor.waitFor('invitation', (event) => event.roomId === roomId);
  await counsellor.call('join', roomId);
}

const sent = (id: string) => (message: FromWorker) => message.kind === 'sent' && message.id === id;
const eventIdOf = (message: FromWorker): string => (message.kind === 'sent' ? message.eventId : '');

const wordsOf = ({ counsellor, roomId }: Scene): readonly Words[] => wordsIn(counsellor, roomId);

function expectNothingInClear({ worker }: Scene): void {
  expect(worker.requests.filter(({ url, body }) => `${url}${body}`.includes('geplante'))).toEqual([]);
  expect(worker.requests.filter(({ status }) => status === 403 || status === 404)).toEqual([]);
}

test(
  'words typed before anybody joined are read, and both sides talk, edit, remove and read',
  async () => {
    const scene = await openScene('talk', 0);
    const { worker, counsellor, roomId } = scene;
    worker.ask({ kind: 'send', id: 'intake', body: `${phrase} 1` });
    worker.ask({ kind: 'send', id: 'first', body: `${phrase} 2` });
    await worker.until('ready', (message) => message.kind === 'ready');
    await worker.until('held', (message) => message.kind === 'held' && message.id === 'first');
    await take(scene);
    await worker.until('secured', (message) => message.kind === 'secured');
    const first = await worker.until('sent', sent('first'));
    await counsellor.waitFor('words', (event) => event.body === `${phrase} 1`);
    await counsellor.waitFor('words', (event) => event.body === `${phrase} 2`);
    expect(await bodiesInOrder(world, roomId, wordsOf(scene))).toEqual([`${phrase} 1`, `${phrase} 2`]);

    const answer = String(await counsellor.call('say', roomId, 'Dag, ik ben er.'));
    const message = await worker.until('message', (each) => each.kind === 'message');
    expect(message).toMatchObject({
      message: { eventId: answer, sender: counsellor.userId, kind: 'text', body: 'Dag, ik ben er.' },
    });
    await counsellor.call('edit', roomId, answer, 'Dag, ik luister.');
    expect(await worker.until('edited', (each) => each.kind === 'edited')).toMatchObject({
      eventId: answer,
      body: 'Dag, ik luister.',
    });
    await counsellor.call('redact', roomId, answer);
    expect(await worker.until('removed', (each) => each.kind === 'removed')).toMatchObject({
      eventId: answer,
    });

    await counsellor.call('read', roomId, eventIdOf(first));
    expect(await worker.until('read', (each) => each.kind === 'read')).toMatchObject({
      eventId: eventIdOf(first),
    });
    await counsellor.call('typing', roomId, 'true');
    await worker.until('typing', (each) => each.kind === 'typing' && each.isTyping);
    worker.ask({ kind: 'typing', isTyping: true });
    await counsellor.waitFor('typing', (event) => event.roomId === roomId && event.isTyping);
    worker.ask({ kind: 'read', eventId: answer });

    expect(worker.told.filter((each) => each.kind === 'unreadable')).toEqual([]);
    expect(await leftUnreadable(counsellor)).toEqual([]);
    expectNothingInClear(scene);

    await scene.place.remove(scene.place.started.userId);
    await worker.until('ended', (each) => each.kind === 'ended');
    worker.ask({ kind: 'stop' });
    await worker.until('stopped', (each) => each.kind === 'stopped');
  },
  startLimitMs,
);

test(
  'the homeserver stopped between the joining and the first words loses nothing and leaves nothing unreadable',
  async () => {
    const scene = await openScene('outage', 1);
    const { worker, counsellor, roomId } = scene;
    await worker.until('ready', (message) => message.kind === 'ready');
    await scene.place.assign(counsellor.userId);
    await counsellor.waitFor('invitation', (event) => event.roomId === roomId);
    await counsellor.call('join', roomId);
    await worker.until('joined', (message) => message.kind === 'joined');
    // To write to the caller the counsellor's client has asked for the caller's keys: it will not mistrust what comes first.
    await counsellor.waitFor('entered', (event) => event.roomId === roomId);
    await counsellor.call('say', roomId, 'Dag.');
    const masterKey = await scene.place.masterKeyOf(counsellor.userId);
    await world.kill('synapse');
    worker.ask(companyOrder({ userId: counsellor.userId, masterKey, organisation: 'VK' }));
    worker.ask({ kind: 'send', id: 'a', body: `${phrase} a` });
    worker.ask({ kind: 'send', id: 'b', body: `${phrase} b` });
    await worker.until('held', (message) => message.kind === 'held' && message.id === 'b');
    await worker.until('away', (message) => message.kind === 'connection' && !message.isConnected);
    await world.restart('synapse');
    await worker.until('sent', sent('b'), 60_000);
    worker.ask({ kind: 'send', id: 'c', body: `${phrase} c` });
    await worker.until('sent', sent('c'));
    const written = ['a', 'b', 'c'].map((each) => `${phrase} ${each}`);
    for (const body of written) {
      await counsellor.waitFor('words', (event) => event.body === body, 60_000);
    }
    expect(
      wordsOf(scene)
        .map(({ body }) => body)
        .toSorted(),
    ).toEqual(written);
    const sentIds = worker.told.flatMap((message) => (message.kind === 'sent' ? [message.id] : []));
    expect(sentIds).toEqual(['a', 'b', 'c']);
    expect(await leftUnreadable(counsellor)).toEqual([]);
    const heard = await worker.until('message', (message) => message.kind === 'message');
    expect(heard).toMatchObject({ message: { body: 'Dag.' } });
    expectNothingInClear(scene);
  },
  2 * startLimitMs,
);

test(
  'a counsellor whose device is not signed gets no key and no word',
  async () => {
    const scene = await openScene('unsigned', 2, true);
    const { worker, counsellor, roomId, place } = scene;
    worker.ask({ kind: 'send', id: 'a', body: phrase });
    await place.assign(counsellor.userId);
    worker.ask(companyOrder({ userId: counsellor.userId, masterKey: 'unknown', organisation: 'VK' }));
    await counsellor.waitFor('invitation', (event) => event.roomId === roomId);
    await counsellor.call('join', roomId);
    await worker.until(
      'no-signed-device',
      (message) => message.kind === 'unsecured' && message.code === 'no-signed-device',
    );
    await worker.until('held', (message) => message.kind === 'held');
    expect(worker.requests.filter(({ url }) => /sendToDevice|\/send\//.test(url))).toEqual([]);
    expectNothingInClear(scene);
  },
  startLimitMs,
);

test(
  'an identity replaced in mid-conversation gets no key, and the words wait',
  async () => {
    const scene = await openScene('replaced', 3);
    const { worker, counsellor } = scene;
    await take(scene);
    worker.ask({ kind: 'send', id: 'a', body: phrase });
    await worker.until('sent', sent('a'));
    await counsellor.waitFor('words', (event) => event.body === phrase);
    await counsellor.call('resetIdentity');
    await worker.until(
      'identity-changed',
      (message) => message.kind === 'unsecured' && message.code === 'identity-changed',
    );
    const before = worker.requests.filter(({ url }) => /sendToDevice|\/send\//.test(url)).length;
    worker.ask({ kind: 'send', id: 'b', body: `${phrase} daarna` });
    await worker.until('held', (message) => message.kind === 'held' && message.id === 'b');
    expect(worker.requests.filter(({ url }) => /sendToDevice|\/send\//.test(url))).toHaveLength(before);
    await scene.pin();
    await worker.until('sent', sent('b'), 40_000);
    await counsellor.waitFor('words', (event) => event.body === `${phrase} daarna`);
    expectNothingInClear(scene);
  },
  startLimitMs,
);

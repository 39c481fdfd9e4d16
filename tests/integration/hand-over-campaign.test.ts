import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AnnouncedReader, PinnedCounsellor } from '../../appservice/contract/readers.ts';
import { runs } from '../../scripts/test/campaign.ts';
import type { FromWorker } from '../../widget/worker-messages.ts';
import { companyOrder } from '../support/company-order.ts';
import { startCounsellor, type TestCounsellor } from '../support/counsellor.ts';
import { leftUnreadable, wordsIn } from '../support/engine-caller-desk.ts';
import { startWorld, type World } from '../support/world.ts';
import { startWorkerProcess } from './widget-crypto-caller.ts';
import { openConversationPlace, type ConversationPlace } from './widget-crypto-place.ts';

/** 10 with `npm test`, 200 with `npm run soak` (issue 5). */
const handOvers = Math.min(200, runs(10).numRuns);
const handOverLimitMs = 30_000;

let world: World;
const counsellors: TestCounsellor[] = [];
/** Of one hand-over; done after each, also after one that fails. */
const closing: (() => Promise<unknown>)[] = [];

async function closeAll(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

beforeAll(async () => {
  world = await startWorld();
  const people = world.people.filter(({ role }) => role === 'counsellor').slice(0, 2);
  for (const { userId, password } of people) {
    counsellors.push(await startCounsellor({ homeserverUrl: world.homeserverUrl, userId, password }));
  }
}, 180_000);

afterAll(async () => {
  await closeAll();
  for (const each of counsellors) await each.kill();
  await world.stop();
}, 90_000);

const sent = (id: string) => (message: FromWorker) => message.kind === 'sent' && message.id === id;

async function pinOf(place: ConversationPlace, { userId }: TestCounsellor): Promise<PinnedCounsellor> {
  return { userId, masterKey: await place.masterKeyOf(userId), organisation: 'CAW' };
}

/** One conversation from the first word to the colleague's own; every word of it is read. */
async function handOverOnce(name: string, from: TestCounsellor, to: TestCounsellor): Promise<void> {
  const place = await openConversationPlace(world, name);
  const worker = startWorkerProcess(place.gatewayOrigin);
  closing.push(
    () => worker.stop(),
    () => place.close(),
  );
  const { roomId } = place.started;
  const [counsellor, colleague] = [await pinOf(place, from), await pinOf(place, to)];
  const write = async (id: string): Promise<void> => {
    worker.ask({ kind: 'send', id, body: `${name} ${id}` });
    await worker.until(id, sent(id));
  };
  const heard = (body: string) => (message: FromWorker) =>
    message.kind === 'message' && message.message.body === body;
  const say = async (who: TestCounsellor, words: string): Promise<void> => {
    await who.call('say', roomId, `${name} ${words}`);
    await worker.until(words, heard(`${name} ${words}`));
  };
  worker.ask({ kind: 'start', conversation: place.started });
  await place.assign(from.userId);
  worker.ask(companyOrder(counsellor));
  await from.waitFor('invitation', (event) => event.roomId === roomId);
  await from.call('join', roomId);
  await write('een');
  await say(from, 'twee');
  await write('drie');

  const announced: AnnouncedReader = { ...colleague, purpose: 'takes-over', mayBeRefused: true };
  place.letIn(to.userId);
  worker.ask(companyOrder(counsellor, { announced, handOver: { userId: to.userId } }));
  await to.waitFor('invitation', (event) => event.roomId === roomId);
  expect(await worker.until('shared', ({ kind }) => kind === 'hand-over')).toMatchObject({
    report: { userId: to.userId, state: 'shared' },
  });
  await write('tussenin');
  await to.call('join', roomId);
  await worker.until('joined', (news) => news.kind === 'joined' && news.userId === to.userId);
  place.seat(to.userId);
  worker.ask(companyOrder(counsellor, { readers: [colleague] }));
  await write('samen');
  await say(to, 'dag');
  await say(from, 'tot ziens');
  place.passTo(to.userId);
  worker.ask(companyOrder(colleague));
  await place.remove(from.userId);
  await write('verder');
  await say(to, 'vertel');

  const wordsOfOthers = ['een', 'twee', 'drie', 'tussenin', 'samen', 'tot ziens', 'verder'];
  for (const each of wordsOfOthers) {
    await to.waitFor('words', (event) => event.roomId === roomId && event.body === `${name} ${each}`);
  }
  expect(wordsIn(to, roomId)).toHaveLength(wordsOfOthers.length);
  expect(wordsIn(from, roomId).map(({ body }) => body)).not.toContain(`${name} verder`);
  expect(worker.told.filter(({ kind }) => kind === 'unreadable')).toEqual([]);
  expect(worker.requests.filter(({ status }) => status >= 400)).toEqual([]);
}

test(
  'in every hand-over the colleague reads each word from the first on, and whoever left reads no more',
  async () => {
    const [anna, bram] = counsellors;
    if (anna === undefined || bram === undefined) throw new Error('nobody there');
    for (let index = 0; index < handOvers; index += 1) {
      const [from, to] = index % 2 === 0 ? [anna, bram] : [bram, anna];
      await handOverOnce(`handover${String(index)}`, from, to);
      await closeAll();
    }
    expect([await leftUnreadable(anna), await leftUnreadable(bram)]).toEqual([[], []]);
  },
  handOvers * handOverLimitMs,
);

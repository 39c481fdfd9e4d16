import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../ports/eventually.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import {
  accept,
  cardsOf,
  command,
  deskWordsLike,
  isChanged,
  leftUnreadable,
  nextWords,
  openCard,
  openCounsellor,
  pressHand,
  wordsIn,
} from '../support/engine-caller-desk.ts';
import {
  askHomeserver,
  bodiesInOrder,
  caseNumberOf,
  count,
  statusNow,
} from '../support/engine-caller-looks.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import { endTalk, hearsWords, takeTalk, type Talk } from '../support/engine-caller-talk.ts';
import { startWorld, type World, type WorldPart } from '../support/world.ts';

const limitMs = 180_000;

let world: World;
let counsellor: TestCounsellor;
let callers: CallersProcess;
let eventsBefore = 0;

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
  counsellor = await openCounsellor(world, 'Annelies');
  callers = startCallers(world.publicUrl);
  await command(counsellor, '!aan', /^Je staat aan/);
  eventsBefore = counsellor.events.length;
}, limitMs);

afterAll(async () => {
  await callers.stop();
  await counsellor.kill();
  await world.stop();
}, limitMs);

/** A conversation in which both sides have spoken. */
async function openTalk(name: string): Promise<Talk> {
  const caller = callers.caller(name);
  const { roomId, userId } = await caller.start();
  caller.say(`${name}: eerste woorden`);
  await takeTalk(world, counsellor, { roomId });
  await hearsWords(counsellor, roomId, `${name}: eerste woorden`);
  await counsellor.call('say', roomId, `${name}: dag`);
  await caller.untilHeard(`${name}: dag`);
  return { caller, roomId, userId };
}

async function endAndWait(talk: Pick<Talk, 'caller' | 'roomId'>): Promise<void> {
  await endTalk(counsellor, talk);
  await eventually(async () => (await statusNow(world))?.state === 'online', 30_000);
  const waiting = "SELECT count(*) FROM actions WHERE state = 'waiting'";
  await eventually(async () => (await count(world, waiting)) === 0, 30_000);
}

afterEach(async () => {
  expect(await leftUnreadable(counsellor, eventsBefore)).toEqual([]);
});

/** The desk's device as the homeserver shows it to others. */
async function deskKeys(): Promise<unknown> {
  const desk = `@1712_desk:${world.serverName}`;
  const path = `/_matrix/client/v3/keys/query?user_id=${encodeURIComponent(desk)}`;
  const answer = await askHomeserver(world, path, { method: 'POST', body: { device_keys: { [desk]: [] } } });
  const { device_keys, master_keys } = answer as Record<string, Record<string, unknown>>;
  return { devices: device_keys?.[desk], identity: master_keys?.[desk] };
}

async function untilStatus(state: string, withinMs = 30_000): Promise<void> {
  let last: unknown;
  const isSo = async (): Promise<boolean> => {
    const status = await statusNow(world);
    last = status;
    return status?.state === state;
  };
  await eventually(isSo, withinMs).catch((cause: unknown) => {
    throw new Error(`not ${state} but ${JSON.stringify(last)}`, { cause });
  });
}

/** What is killed, and whether people can reach their homeserver meanwhile. */
const outages: readonly { readonly part: WorldPart; readonly isStatusTold: boolean }[] = [
  { part: 'appservice', isStatusTold: false },
  { part: 'synapse', isStatusTold: true },
  { part: 'postgres', isStatusTold: true },
];

test.each(outages)(
  '$part killed in mid-conversation: words typed meanwhile arrive once and in order, on the same devices',
  async ({ part, isStatusTold }) => {
    const talk = await openTalk(part);
    const { caller, roomId, userId } = talk;
    const keysBefore = await deskKeys();
    const words = [1, 2, 3].map((number) => `${part}: beller ${number}`);
    const answers = [1, 2, 3].map((number) => `${part}: hulpverlener ${number}`);
    await world.kill(part);
    for (const body of words) caller.say(body);
    const spoken = part === 'appservice' ? sayAll(roomId, answers) : Promise.resolve();
    await caller.until('worker', ({ message }) => message.kind === 'connection' && !message.isConnected);
    if (isStatusTold) {
      await untilStatus('offline');
      expect(await statusNow(world)).toMatchObject({ state: 'offline', reason: 'fault' });
      await expect(callers.caller(`${part} refused`).start()).rejects.toThrow(/offline|unreachable/);
    }
    await spoken;
    await world.restart(part);
    if (part !== 'appservice') await sayAll(roomId, answers);
    for (const body of words) await caller.untilSent(body, 90_000);
    for (const body of words) await hearsWords(counsellor, roomId, body);
    for (const body of answers) await caller.untilHeard(body, 90_000);
    const read = await bodiesInOrder(world, roomId, wordsIn(counsellor, roomId));
    expect(read).toEqual([`${part}: eerste woorden`, ...words]);
    expect(caller.heard()).toEqual([`${part}: dag`, ...answers]);
    expect(caller.told().filter(({ kind }) => kind === 'unreadable')).toEqual([]);
    expect(new Set(senderKeys(talk)).size).toBe(1);
    expect(await count(world, 'SELECT count(*) FROM conversations WHERE caller = $1', [userId])).toBe(1);
    await endAndWait(talk);
    await command(counsellor, '!wie', /^Nu aan de balie/);
    expect(await deskKeys()).toEqual(keysBefore);
  },
  limitMs,
);

async function sayAll(roomId: string, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) await counsellor.call('say', roomId, body);
}

/** The devices whose keys the caller has uploaded: one, for the whole conversation. */
function senderKeys({ caller }: Talk): readonly string[] {
  return caller.news.flatMap((each) => {
    const isUpload = each.kind === 'request' && each.url.endsWith('/keys/upload') && each.status === 200;
    const keys = isUpload ? (JSON.parse(each.body) as { device_keys?: { keys?: object } }) : {};
    return keys.device_keys === undefined ? [] : [JSON.stringify(keys.device_keys.keys)];
  });
}

test(
  'a ring that an outage of the homeserver swallows blames nobody, and rings again',
  async () => {
    await world.kill('appservice');
    await world.restart('appservice', { overrides: { development: { crashAt: null } } });
    await untilStatus('online');
    const caller = callers.caller('ring');
    const { roomId } = await caller.start();
    const caseNumber = await caseNumberOf(world, roomId);
    const first = await openCard(counsellor, caseNumber);
    await world.kill('synapse');
    await untilStatus('offline');
    await passTime(45_000);
    await world.restart('synapse');
    await untilStatus('busy');
    const second = await openCard(counsellor, caseNumber, first);
    const ownCards = cardsOf(counsellor, caseNumber).filter(({ roomId: desk }) => desk === first.roomId);
    expect(ownCards).toEqual([first, second]);
    await eventually(() => isChanged(counsellor, first), 30_000);
    expect(deskWordsLike(counsellor, /Je kon niet op tijd opnemen/)).toEqual([]);
    await pressHand(counsellor, second);
    await accept(counsellor, roomId);
    await endAndWait({ caller, roomId });
  },
  limitMs,
);

async function passTime(advanceMs: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${world.privatePort}/development/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.hsToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs }),
  });
  expect(response.status).toBe(204);
}

test(
  'everything that was ever delivered, delivered once more after a crash, changes nothing',
  async () => {
    const deskRoom = (await counsellor.call('ownDeskRoom')) as string;
    const desk = `@1712_desk:${world.serverName}`;
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(deskRoom)}/messages?dir=f&limit=500`;
    const page = await askHomeserver(world, `${path}&user_id=${encodeURIComponent(desk)}`);
    const events = (page as { chunk: readonly { sender: string }[] }).chunk;
    expect(events.some(({ sender }) => sender === counsellor.userId)).toBe(true);
    await world.kill('appservice');
    await world.restart('appservice');
    await untilStatus('online');
    await nextAnswer(counsellor.events.length);
    const seen = counsellor.events.length;
    const before = await rowCounts();
    for (const transactionId of ['again-1', 'again-1', 'again-2']) {
      const response = await fetch(
        `http://127.0.0.1:${world.privatePort}/_matrix/app/v1/transactions/${transactionId}`,
        {
          method: 'PUT',
          headers: { authorization: `Bearer ${world.hsToken}`, 'content-type': 'application/json' },
          body: JSON.stringify({ events }),
        },
      );
      expect(response.status).toBe(200);
    }
    const waiting = 'SELECT count(*) FROM transactions WHERE events IS NOT NULL';
    await eventually(async () => (await count(world, waiting)) === 0, 30_000);
    expect(await rowCounts()).toEqual(before);
    const seenBefore = await nextAnswer(seen);
    expect(seenBefore).toEqual([]);
  },
  limitMs,
);

/** What the desk said before it answers the next command. */
async function nextAnswer(seen: number): Promise<readonly string[]> {
  await counsellor.command('!wie');
  const answer = await nextWords(counsellor, seen, /^Nu aan de balie/);
  const between = counsellor.events.slice(seen, counsellor.events.indexOf(answer));
  return between.flatMap((event) => (event.kind === 'words' ? [event.body] : []));
}

async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['actions', 'conversations', 'duties', 'closures', 'handled_events']) {
    counts[table] = await count(world, `SELECT count(*) FROM ${table}`);
  }
  return counts;
}

import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import type { CrashPoint } from '../../appservice/ports/steps.ts';
import { eventually } from '../ports/eventually.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import {
  cardsOf,
  deskWordsLike,
  isChanged,
  leftUnreadable,
  nextWords,
  openCard,
  pressHand,
  accept,
  wordsIn,
} from '../support/engine-caller-desk.ts';
import {
  bodiesInOrder,
  caseNumberOf,
  count,
  devicesOf,
  membersNow,
  query,
  roomHistory,
  roomsOf,
  statusNow,
} from '../support/engine-caller-looks.ts';
import type { EngineCaller } from '../support/engine-caller.ts';
import type { World } from '../support/world.ts';

/** A part of the scripted conversation. */
export type WalkPart = 'command' | 'start' | 'take' | 'join' | 'talk' | 'end';

/** One walk through the script, and what it has come to. */
export type Walk = {
  readonly world: World;
  readonly counsellor: TestCounsellor;
  readonly caller: EngineCaller;
  /** How many conversations there were before. */
  readonly conversationsBefore: number;
  readonly answersBefore: number;
  readonly eventsBefore: number;
  readonly wishes: ReturnType<typeof startWishes>;
  session: StartedConversation | undefined;
  caseNumber: string;
};

/** What somebody does; `finish` waits for what comes of it, crash or not. */
type Part = {
  readonly act: (walk: Walk) => Promise<unknown>;
  readonly finish: (walk: Walk) => Promise<unknown>;
};

const whoIsOn = /^Nu aan de balie/;
const conversationsEver = 'SELECT count(*) FROM conversations';

/** Opens a walk; nothing has happened yet. */
export async function openWalk(
  world: World,
  counsellor: TestCounsellor,
  caller: EngineCaller,
): Promise<Walk> {
  return {
    world,
    counsellor,
    caller,
    conversationsBefore: await count(world, conversationsEver),
    answersBefore: deskWordsLike(counsellor, whoIsOn).length,
    eventsBefore: counsellor.events.length,
    wishes: startWishes(),
    session: undefined,
    caseNumber: '',
  };
}

/** The script: duty, ring, take, join, words both ways, end; in this order. */
export const script: Readonly<Record<WalkPart, Part>> = {
  command: {
    act: ({ counsellor }) => counsellor.command('!wie'),
    finish: ({ counsellor, answersBefore }) =>
      eventually(() => deskWordsLike(counsellor, whoIsOn).length > answersBefore, 30_000),
  },
  start: {
    act: ({ caller, wishes }) => {
      caller.say('eerste woorden');
      caller.order(wishes);
      return Promise.resolve();
    },
    finish: async (walk) => {
      walk.session = await untilStarted(walk);
      walk.caseNumber = await caseNumberOf(walk.world, walk.session.roomId);
      await openCard(walk.counsellor, walk.caseNumber);
    },
  },
  take: {
    act: async ({ counsellor, caseNumber }) => pressHand(counsellor, await openCard(counsellor, caseNumber)),
    finish: (walk) => untilInvited(walk),
  },
  join: {
    act: (walk) => accept(walk.counsellor, roomOf(walk)),
    finish: async ({ caller, counsellor }) => {
      await caller.untilSent('eerste woorden', 45_000);
      await counsellor.waitFor('words', isNew(caller, 'eerste woorden'), 30_000);
    },
  },
  talk: {
    act: async (walk) => {
      walk.caller.say('woorden van de beller');
      await walk.counsellor.call('say', roomOf(walk), 'woorden van de hulpverlener');
    },
    finish: async ({ caller, counsellor }) => {
      await caller.untilHeard('woorden van de hulpverlener', 45_000);
      await counsellor.waitFor('words', isNew(caller, 'woorden van de beller'), 45_000);
    },
  },
  end: {
    act: ({ caller }) => {
      caller.order({ kind: 'end' });
      return Promise.resolve();
    },
    finish: async (walk) => {
      await walk.counsellor.waitFor('removed', ({ roomId }) => roomId === roomOf(walk), 45_000);
      await nextWords(walk.counsellor, 0, new RegExp(`^Gesprek ${walk.caseNumber} is afgelopen`));
    },
  },
};

/** The parts of the script in their order. */
export const partsInOrder = Object.keys(script) as readonly WalkPart[];

function startWishes() {
  const requestSecret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  return { kind: 'start', requestSecret, province: 'antwerpen', nickname: null, language: 'nl' } as const;
}

/** Whoever is told that the service is out of reach presses again; it stays the same request (contract, `StartRequest`). */
async function untilStarted({ caller, wishes }: Walk): Promise<StartedConversation> {
  let refusals = 0;
  let session: StartedConversation | undefined;
  await eventually(() => {
    const refused = caller.news.filter(({ kind }) => kind === 'refused').length;
    if (refused > refusals) caller.order(wishes);
    refusals = refused;
    session = caller.news.flatMap((each) => (each.kind === 'started' ? [each.session] : []))[0];
    return session !== undefined;
  }, 60_000);
  if (session === undefined) throw new Error('no conversation');
  return session;
}

function roomOf({ session }: Walk): string {
  return session?.roomId ?? '';
}

/** Words that came in this caller's room. */
function isNew(caller: EngineCaller, body: string) {
  return (event: { readonly body: string; readonly roomId: string }): boolean =>
    event.body === body &&
    caller.news.some((each) => each.kind === 'started' && each.session.roomId === event.roomId);
}

async function untilInvited(walk: Walk): Promise<void> {
  await walk.counsellor.waitFor('invitation', ({ roomId }) => roomId === roomOf(walk), 45_000);
}

/** Does the rest of the script from a part on. */
export async function walkFrom(walk: Walk, part: WalkPart | 'nothing more'): Promise<void> {
  if (part === 'nothing more') return;
  for (const each of partsInOrder.slice(partsInOrder.indexOf(part))) {
    await script[each].act(walk);
    await script[each].finish(walk);
  }
}

/**
 * Waits for the card that replaces the one that lay there when the service was killed: who begins anew withdraws what rang
 * and rings again. A press in the midst of that would have the service kill itself with a card under way.
 */
export async function untilRingsAnew({ counsellor, caseNumber }: Walk): Promise<void> {
  const [before] = cardsOf(counsellor, caseNumber);
  if (before === undefined) throw new Error('no card');
  await eventually(() => isChanged(counsellor, before), 45_000);
  await openCard(counsellor, caseNumber, before);
}

/** Stops the service, and starts one that kills itself at the point; it may do so before it is well. */
export async function arm(world: World, point: CrashPoint): Promise<void> {
  await world.kill('appservice');
  const crash = { overrides: { development: { crashAt: point } } };
  await world.restart('appservice', crash).catch(() => world.waitForEnd('appservice', 1_000));
}

/** Waits until the service has killed itself, and sees that it did not end in another way. */
export async function expectCrash(world: World): Promise<void> {
  await world.waitForEnd('appservice', 30_000);
  expect(readFileSync(world.logFile('appservice'), 'utf8')).not.toMatch(/could not start|service\.stop/);
}

/** After a whole walk nothing is lost, nothing doubled, and everything is over. */
export async function expectWhole(walk: Walk): Promise<void> {
  const { world, counsellor, caller, session, caseNumber } = walk;
  if (session === undefined) throw new Error('no conversation');
  const { roomId } = session;
  await eventually(() => hasNothingToDo(world), 30_000);
  expect((await count(world, conversationsEver)) - walk.conversationsBefore).toBe(1);
  expect(await count(world, "SELECT count(*) FROM actions WHERE state = 'given-up'")).toBe(0);

  expect(await leftUnreadable(counsellor, walk.eventsBefore)).toEqual([]);
  const rings = await query(world, ringsThatWentOut, { values: [roomId] });
  const cards = cardsOf(counsellor, caseNumber).map(({ eventId }) => eventId);
  expect(cards.toSorted()).toEqual(rings.map((row) => row['sent_event_id']).toSorted());
  expect(deskWordsLike(counsellor, whoIsOn)).toHaveLength(walk.answersBefore + 1);
  expect(deskWordsLike(counsellor, new RegExp(`^Gesprek ${caseNumber} is afgelopen`))).toHaveLength(1);

  expect(await bodiesInOrder(world, roomId, wordsIn(counsellor, roomId))).toEqual([
    'eerste woorden',
    'woorden van de beller',
  ]);
  expect(caller.heard()).toEqual(['woorden van de hulpverlener']);
  expect(caller.told().filter(({ kind }) => kind === 'unreadable')).toEqual([]);

  const history = await roomHistory(world, roomId);
  const invitations = history.filter(
    ({ state_key, content }) => state_key === counsellor.userId && content['membership'] === 'invite',
  );
  expect(invitations).toHaveLength(1);
  expect(history.filter(({ type }) => type === 'm.room.encrypted')).toHaveLength(3);
  expect(membersNow(history)).toEqual([session.hostUserId]);
  expect(await devicesOf(world, session.userId)).toEqual([]);
  expect(await roomsOf(world, session.userId)).toEqual([]);
  await eventually(async () => (await statusNow(world))?.state === 'online', 10_000);
}

const ringsThatWentOut = `SELECT sent_event_id FROM actions JOIN conversations USING (conversation_id)
  WHERE room_id = $1 AND key LIKE conversation_id || ':card:%' AND sent_event_id IS NOT NULL
    AND key ~ ':[0-9]+$'`;

/** Whether no action and no transaction waits. */
export async function hasNothingToDo(world: World): Promise<boolean> {
  const actions = await count(world, "SELECT count(*) FROM actions WHERE state = 'waiting'");
  return actions + (await count(world, 'SELECT count(*) FROM transactions WHERE events IS NOT NULL')) === 0;
}

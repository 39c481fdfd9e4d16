/**
 * Many counsellors in one process, each a `matrix-js-sdk` client as in Element: they go on duty, take every card that
 * rings, join, greet, and talk at a steady pace when told to. Orders come in and news goes out as lines of JSON (`wire.ts`).
 */
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { connectCounsellor, type Counsellor } from '../../counsellor/connect.ts';
import { isDesk, waitForOwnDeskRoom } from '../../counsellor/desk.ts';
import type { CounsellorEvent } from '../../counsellor/events.ts';
import { nowMs } from '../now.ts';
import { tell } from './tell.ts';
import { type CounsellorOrder, counsellorOrder, keyOf, roundKey, wordsFor } from './wire.ts';

/** A conversation's room that a counsellor is in. */
type Talk = { readonly who: string; readonly self: Counsellor; readonly roomId: string };

const talks = new Map<string, Talk>();

/** Whoever waits for the answer of their own desk. */
const askers = new Map<Counsellor, () => void>();

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const order = counsellorOrder.parse(JSON.parse(line));
    if (order.order === 'log-in') void logIn(order);
    else if (order.order === 'ask') void ask(order.times);
    else void talk(order);
  })
  .on('close', () => {
    process.exit(0);
  });

/** One after the other: each login makes keys, and more at a time would only wait for the processor. */
async function logIn({ homeserver, people }: Extract<CounsellorOrder, { order: 'log-in' }>): Promise<void> {
  for (const { userId, password } of people) {
    const early: CounsellorEvent[] = [];
    let listen = (event: CounsellorEvent): void => void early.push(event);
    const self = await connectCounsellor({
      homeserver,
      userId,
      password,
      isCrossSigned: true,
      recoveryKey: null,
      onEvent: (event) => {
        listen(event);
      },
    });
    listen = (event) => void react(self, userId, event);
    for (const room of self.client.getRooms()) {
      if (room.getMyMembership() === 'invite') await self.join(room.roomId);
    }
    for (const event of early) if (event.kind === 'words') await react(self, userId, event);
    await self.say(await waitForOwnDeskRoom(self.client), '!aan');
    tell({ kind: 'on-duty', who: userId });
  }
}

async function react(self: Counsellor, who: string, event: CounsellorEvent): Promise<void> {
  switch (event.kind) {
    case 'invitation':
      if (!isDesk(event.inviter)) tell({ kind: 'invited', who, atMs: nowMs() });
      await self.join(event.roomId);
      return;
    case 'words':
      await hear(self, who, event);
      return;
    case 'unreadable':
      tell({ kind: 'unreadable', who });
      return;
    case 'removed':
      talks.delete(event.roomId);
      return;
    case 'entered':
    case 'ready':
    case 'reaction':
    case 'typing':
      return;
  }
}

async function hear(
  self: Counsellor,
  who: string,
  event: Extract<CounsellorEvent, { kind: 'words' }>,
): Promise<void> {
  const { roomId, eventId, body } = event;
  if (isDesk(event.sender) && body.startsWith('Nu aan de balie')) askers.get(self)?.();
  if (!isDesk(event.sender)) await answer({ who, self, roomId }, body);
  else if (event.isMention && event.edits === null && body.startsWith('✋')) {
    tell({ kind: 'card', who, atMs: nowMs() });
    tell({ kind: 'took', who, atMs: nowMs() });
    await self.react(roomId, eventId, '✋');
  }
}

/** Greets once the caller's first words are there: by then the caller has a signed device that the greeting is for. */
async function answer(talk: Talk, body: string): Promise<void> {
  const key = keyOf(body);
  if (key === undefined) return;
  tell({ kind: 'heard', key, atMs: nowMs() });
  if (talks.has(talk.roomId)) return;
  talks.set(talk.roomId, talk);
  await talk.self.say(talk.roomId, wordsFor(`greeting of ${talk.who}`));
}

/** Everybody at the same pace, spread evenly over it. */
async function talk({ rounds, everyMs }: Extract<CounsellorOrder, { order: 'talk' }>): Promise<void> {
  const all = [...talks.values()];
  const speak = async (each: Talk, place: number): Promise<void> => {
    await pause((everyMs * (place + 0.5)) / all.length);
    for (let round = 0; round < rounds; round += 1) {
      const next = pause(everyMs);
      const key = roundKey(each.who, round);
      tell({ kind: 'said', key, atMs: nowMs() });
      await each.self.say(each.roomId, wordsFor(key));
      await next;
    }
  };
  await Promise.all(all.map(speak));
  tell({ kind: 'talked' });
}

/** Each in turn, so that what is measured is the desk and not the line before it. */
async function ask(times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    for (const { self } of talks.values()) {
      const answered = new Promise<void>((resolve) => askers.set(self, resolve));
      const desk = await waitForOwnDeskRoom(self.client);
      const beganAtMs = nowMs();
      await self.say(desk, '!wie');
      await answered;
      tell({ kind: 'command', tookMs: nowMs() - beganAtMs });
    }
  }
  tell({ kind: 'asked' });
}

import type { CounsellorEvent } from '../../scripts/counsellor/events.ts';
import { eventually } from '../ports/eventually.ts';
import { startCounsellor, type TestCounsellor } from './counsellor.ts';
import type { World } from './world.ts';

/** Something that somebody wrote, as the counsellor's program shows it. */
export type Words = Extract<CounsellorEvent, { kind: 'words' }>;

/** Logs one of the seeded people in, and enters the own desk room. */
export async function openCounsellor(
  world: World,
  name: string,
  more: { readonly isUnsigned?: boolean; readonly recoveryKey?: string } = {},
): Promise<TestCounsellor> {
  const person = world.people.find((each) => each.name === name);
  if (person === undefined) throw new Error('nobody of that name');
  const { userId, password } = person;
  const login = { homeserverUrl: world.homeserverUrl, userId, password, ...more };
  const counsellor = await startCounsellor(login);
  await counsellor.enterDesk();
  return counsellor;
}

/** Writes a command and waits for the first answer after it that looks like this. */
export async function command(counsellor: TestCounsellor, body: string, answer: RegExp): Promise<Words> {
  const seen = counsellor.events.length;
  await counsellor.command(body);
  return await nextWords(counsellor, seen, answer);
}

/** The first new words like this, among what was told after so many events. */
export async function nextWords(counsellor: TestCounsellor, seen: number, wanted: RegExp): Promise<Words> {
  const isWanted = (event: Words): boolean =>
    wanted.test(event.body) && counsellor.events.indexOf(event) >= seen;
  return await counsellor.waitFor('words', isWanted, 45_000).catch((cause: unknown) => {
    throw new Error(`nothing like ${String(wanted)}`, { cause });
  });
}

/** The words in one room that are no edits, oldest first. */
export function wordsIn(counsellor: TestCounsellor, roomId: string): readonly Words[] {
  return counsellor.events.filter(
    (event): event is Words => event.kind === 'words' && event.roomId === roomId && event.edits === null,
  );
}

/** What the desk has written to a counsellor that looks like this; edits are not counted. */
export function deskWordsLike(counsellor: TestCounsellor, wanted: RegExp): readonly Words[] {
  return counsellor.events.filter(
    (event): event is Words => event.kind === 'words' && event.edits === null && wanted.test(event.body),
  );
}

/** The cards with a hand of one conversation. */
export function cardsOf(counsellor: TestCounsellor, caseNumber: string): readonly Words[] {
  return deskWordsLike(counsellor, new RegExp(`^✋ Iemand wacht.*gesprek ${caseNumber} `, 'u'));
}

/**
 * Waits until a card lies there that can be pressed: the desk's own ✋ is under it, and nothing has changed it since. With
 * `after`, the next one in the room of that card: its end, or the team's card in another room, may come before or after.
 */
export async function openCard(
  counsellor: TestCounsellor,
  caseNumber: string,
  after?: Words,
): Promise<Words> {
  const isNext = ({ roomId, eventId }: Words): boolean =>
    after === undefined || (roomId === after.roomId && eventId !== after.eventId);
  let card: Words | undefined;
  await eventually(() => {
    card = cardsOf(counsellor, caseNumber).find((each) => isNext(each) && isOpen(counsellor, each));
    return card !== undefined;
  }, 45_000);
  if (card === undefined) throw new Error('no card');
  return card;
}

/** Whether the desk has changed a card since: somebody took it, or it is no longer needed. */
export function isChanged(counsellor: TestCounsellor, card: Words): boolean {
  return counsellor.events.some((event) => event.kind === 'words' && event.edits === card.eventId);
}

function isOpen(counsellor: TestCounsellor, card: Words): boolean {
  const hasHand = counsellor.events.some(
    (event) => event.kind === 'reaction' && event.to === card.eventId && event.key.startsWith('✋'),
  );
  return hasHand && !isChanged(counsellor, card);
}

/**
 * What was first seen after so many events and stayed unreadable, each with the reason. A key, or the proof of whose it is,
 * may come a moment after what it opens: the client then reads it again by itself.
 */
export async function leftUnreadable(counsellor: TestCounsellor, seen = 0): Promise<readonly string[]> {
  await eventually(() => unreadableNow(counsellor, seen).length === 0, 15_000).catch(() => undefined);
  return unreadableNow(counsellor, seen);
}

function unreadableNow(counsellor: TestCounsellor, seen: number): readonly string[] {
  const { events } = counsellor;
  const idsOf = (kind: 'unreadable' | 'words', some: readonly CounsellorEvent[]): Set<string> =>
    new Set(some.flatMap((event) => (event.kind === kind ? [event.eventId] : [])));
  const known = [idsOf('unreadable', events.slice(0, seen)), idsOf('words', events)];
  return events
    .slice(seen)
    .flatMap((event) => (event.kind === 'unreadable' ? [event] : []))
    .filter(({ eventId }) => !known.some((ids) => ids.has(eventId)))
    .map(({ eventId, code }) => `${eventId} ${code}`);
}

/** Presses ✋. */
export async function pressHand(counsellor: TestCounsellor, card: Words): Promise<void> {
  await counsellor.call('react', card.roomId, card.eventId, '✋');
}

/** Accepts the invitation to a conversation. */
export async function accept(counsellor: TestCounsellor, roomId: string): Promise<void> {
  await counsellor.waitFor('invitation', (event) => event.roomId === roomId, 45_000);
  await counsellor.call('join', roomId);
}

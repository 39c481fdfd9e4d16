import type { CounsellorEvent } from '../../scripts/counsellor/events.ts';
import { isDesk } from '../../scripts/counsellor/desk.ts';
import { startCounsellor, type TestCounsellor } from './counsellor.ts';
import type { World } from './world.ts';

type Words = Extract<CounsellorEvent, { kind: 'words' }>;
type Invitation = Extract<CounsellorEvent, { kind: 'invitation' }>;

/** A card with a hand, as it rings at the own desk or lies in a team's. */
export type Card = Words & { readonly caseNumber: string };

/** A counsellor of the tests at the own desk. */
export interface DeskCounsellor {
  readonly counsellor: TestCounsellor;
  readonly userId: string;
  readonly ownDesk: string;
  /** Enters the team's desk room and tells which it is. */
  enterTeamDesk(): Promise<string>;
  /** Writes a command at the own desk and waits for the desk's answer to it. */
  command(body: string, answer: RegExp): Promise<Words>;
  /** The next thing the desk says that was not said before this call was made. */
  hear(words: RegExp, limitMs?: number): Promise<Words>;
  /** The next card in the team's desk room, with its hand. */
  nextTeamCard(teamDesk: string, limitMs?: number): Promise<Card>;
  /** The next card that rings here, with its hand; call it before what makes it ring, await it after. */
  nextCard(limitMs?: number): Promise<Card>;
  react(card: Pick<Words, 'roomId' | 'eventId'>, key: '✋' | '✖'): Promise<void>;
  /** Takes by the card's hand and waits for the invitation. */
  take(card: Card): Promise<Invitation>;
  /** Takes and enters; tells the conversation's room. */
  enter(card: Card): Promise<string>;
  /** What the caller says in a room, the next time these words come. */
  read(roomId: string, words: string | RegExp, limitMs?: number): Promise<Words>;
  say(roomId: string, body: string): Promise<string>;
  /** The sentence that Element shows to who is removed from a room. */
  removedFrom(roomId: string): Promise<string>;
  stop(): Promise<void>;
}

/** Logs somebody of the seeded helpline in and takes them to their own desk. */
export async function startDeskCounsellor(world: World, name: string): Promise<DeskCounsellor> {
  const person = world.people.find((each) => each.name === name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  const { userId, password } = person;
  const counsellor = await startCounsellor({ homeserverUrl: world.homeserverUrl, userId, password });
  return deskCounsellor(counsellor, await counsellor.enterDesk());
}

/** Logs somebody in and puts them on duty. */
export async function startOnDuty(world: World, name: string): Promise<DeskCounsellor> {
  const there = await startDeskCounsellor(world, name);
  await there.command('!aan', /^Je staat aan/u);
  return there;
}

function deskCounsellor(counsellor: TestCounsellor, ownDesk: string): DeskCounsellor {
  const next = <Kind extends CounsellorEvent['kind']>(
    kind: Kind,
    isWanted: (event: Extract<CounsellorEvent, { kind: Kind }>) => boolean,
    limitMs = 30_000,
  ): Promise<Extract<CounsellorEvent, { kind: Kind }>> => {
    const before = new Set(counsellor.events);
    return counsellor.waitFor(kind, (event) => !before.has(event) && isWanted(event), limitMs);
  };
  const hear = (words: RegExp, limitMs?: number): Promise<Words> =>
    next('words', (event) => event.roomId === ownDesk && words.test(event.body), limitMs);
  const nextHand = async (isWanted: (event: Words) => boolean, limitMs?: number): Promise<Card> => {
    const isCard = (event: Words): boolean => event.edits === null && event.body.startsWith('✋');
    const found = await next('words', (event) => isCard(event) && isWanted(event), limitMs);
    await counsellor.waitFor('reaction', ({ to, key }) => to === found.eventId && key.startsWith('✋'));
    await counsellor.waitFor('reaction', ({ to, key }) => to === found.eventId && key.startsWith('✖'));
    return { ...found, caseNumber: /gesprek (\d+)/u.exec(found.body)?.[1] ?? '' };
  };
  const react: DeskCounsellor['react'] = async ({ roomId, eventId }, key) => {
    await counsellor.call('react', roomId, eventId, key);
  };
  const take = async (card: Card): Promise<Invitation> => {
    const invited = next('invitation', ({ inviter }) => !isDesk(inviter));
    await react(card, '✋');
    return invited;
  };
  return {
    counsellor,
    userId: counsellor.userId,
    ownDesk,
    hear,
    nextCard: (limitMs) => nextHand(({ roomId }) => roomId === ownDesk, limitMs),
    nextTeamCard: (teamDesk, limitMs) => nextHand(({ roomId }) => roomId === teamDesk, limitMs),
    enterTeamDesk: async () => {
      const { roomId } = await counsellor.waitFor(
        'invitation',
        (event) => isDesk(event.inviter) && event.roomId !== ownDesk,
      );
      await counsellor.call('join', roomId);
      return roomId;
    },
    react,
    take,
    command: async (body, answer) => {
      const answered = hear(answer);
      await counsellor.call('say', ownDesk, body);
      return answered;
    },
    enter: async (card) => {
      const { roomId } = await take(card);
      await counsellor.call('join', roomId);
      return roomId;
    },
    read: (roomId, words, limitMs) =>
      counsellor.waitFor(
        'words',
        (event) =>
          event.roomId === roomId &&
          (typeof words === 'string' ? event.body === words : words.test(event.body)),
        limitMs,
      ),
    say: async (roomId, body) => (await counsellor.call('say', roomId, body)) as string,
    removedFrom: async (roomId) =>
      (await counsellor.waitFor('removed', (event) => event.roomId === roomId)).reason,
    stop: () => counsellor.stop(),
  };
}

import type { AddressMode } from '../../../appservice/domain/address.ts';
import type { Conversation } from '../../../appservice/domain/conversation.ts';
import type { DeskMessage } from '../../../appservice/domain/desk-message.ts';
import { shippedSnippets } from '../../../appservice/domain/desk-words/snippet-words.ts';
import type { ConversationId, RoomId, UserId } from '../../../appservice/domain/ids.ts';
import type { OpeningHours } from '../../../appservice/domain/opening-hours.ts';
import type { Province, Roster } from '../../../appservice/domain/roster.ts';
import { secondMs } from '../../../appservice/domain/time.ts';
import type { RoomEvent } from '../../../appservice/ports/room-event.ts';
import { carryOutActions } from '../../../appservice/usecases/carry-out-actions.ts';
import { dispatchRings } from '../../../appservice/usecases/dispatch-rings.ts';
import type { StartRequest } from '../../../appservice/usecases/new-conversation.ts';
import { enterPool } from '../../../appservice/usecases/enter-pool.ts';
import { moveCompany } from '../../../appservice/usecases/move-company.ts';
import { processTransactions } from '../../../appservice/usecases/process-transactions.ts';
import { provisionDesk } from '../../../appservice/usecases/provision-desk.ts';
import { receiveTransaction } from '../../../appservice/usecases/receive-transaction.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { drivenClock } from '../driven-clock.ts';
import { memoryDatabase } from '../memory-database.ts';
import { memoryDesk, type DeskEntry } from '../memory-desk.ts';
import { memoryHomeserver } from '../memory-homeserver.ts';
import { memoryActionQueue, memoryTransactionInbox, memoryUnitOfWork } from '../memory-registers.ts';
import { memoryWords } from '../memory-words.ts';
import { memorySystemParts } from '../memory-system-parts.ts';
import { must, userId } from '../parsed.ts';
import { sampleLists } from './sample-lists.ts';
import { sampleRoster, alwaysOpen } from './sample-roster.ts';

/** What a helpline of a test differs in. */
export type HelplineSettings = {
  readonly roster?: Roster;
  readonly openingHours?: OpeningHours;
  readonly startsAt?: number;
  readonly caseNumbers?: string[];
  readonly addressMode?: AddressMode;
  /** Places in the waiting room; none unless said otherwise. */
  readonly places?: number;
};

/** A Tuesday in November 2026, 17:00:00 in Brussels. */
export const tuesdayAtFive = Date.UTC(2026, 10, 24, 16, 0, 0);

const host = userId('@1712:localhost');
const desk = userId('@1712_desk:localhost');

/** Everything a use case may need, on fakes. */
function helplineParts(settings: HelplineSettings) {
  const database = memoryDatabase();
  const homeserver = memoryHomeserver(host);
  const deskDevice = memoryDesk(homeserver, desk);
  const known = new Set<RoomEvent>();
  const clock = drivenClock(settings.startsAt ?? tuesdayAtFive);
  return {
    database,
    known,
    unitOfWork: memoryUnitOfWork(database),
    queue: memoryActionQueue(database),
    inbox: memoryTransactionInbox(database),
    clock,
    ...memorySystemParts(clock, settings.caseNumbers),
    stopping: new AbortController(),
    roster: settings.roster ?? sampleRoster,
    openingHours: settings.openingHours ?? alwaysOpen,
    contactLists: sampleLists,
    snippets: shippedSnippets,
    homeserver,
    deskDevice,
    host,
    desk,
    registrar: homeserver,
    rooms: homeserver,
    inviter: homeserver,
    inviting: homeserver,
    levels: homeserver,
    words: memoryWords(homeserver),
    remover: homeserver,
    purger: homeserver,
    deskRemover: homeserver.removerAs(desk),
    identities: homeserver,
    presence: homeserver,
    accounts: homeserver,
    sender: deskDevice,
    reader: deskDevice,
    busyLanes: new Set<string>(),
    waitingRoom: { size: settings.places ?? 0 },
    addressMode: settings.addressMode ?? 'on-demand',
    callerUserId: (name: string) => userId(`@1712_${name}:localhost`),
    parseEvent: (event: unknown) => [...known].find((each) => each === event),
  };
}

type Parts = ReturnType<typeof helplineParts>;

/** A helpline on fakes, with the people in it. */
export type HelplineWorld = ReturnType<typeof worldOf>;

/** Builds a helpline whose desk rooms are there and read, and in which nobody is on duty. */
export async function helplineWorld(settings: HelplineSettings = {}): Promise<HelplineWorld> {
  const world = worldOf(helplineParts(settings));
  for (const { userId: member } of world.roster.members) {
    world.homeserver.identities.set(member, {
      masterKey: `key of ${member}`,
      signedDevices: 1,
      sessionKeys: [`session of ${member}`],
    });
  }
  await provisionDesk({ ...world, rooms: world.deskDevice });
  for (const { userId: member } of world.roster.members) {
    world.homeserver.setMember(world.deskRoom(member), { member, membership: 'join', sender: member });
  }
  await world.settle();
  return world;
}

function worldOf(parts: Parts) {
  let transactions = 0;
  let requests = 0;
  const { homeserver, clock, database } = parts;

  let unacknowledged: { readonly transactionId: string; readonly events: readonly RoomEvent[] } | undefined;

  /** Brings what happened on the homeserver as one transaction; one that was not acknowledged comes again. */
  const deliver = async () => {
    if (unacknowledged === undefined && homeserver.outbox.length > 0) {
      const events = homeserver.outbox.splice(0);
      for (const event of events) parts.known.add(event);
      transactions += 1;
      unacknowledged = { transactionId: `t${transactions}`, events };
    }
    if (unacknowledged !== undefined) await receiveTransaction(parts, unacknowledged);
    unacknowledged = undefined;
    await processTransactions(parts);
  };

  /** A new process begins after a crash: nothing is left but what is stored. */
  const restart = () => {
    parts.busyLanes.clear();
  };

  /** Lets everything happen that follows without time going by. */
  const settle = async () => {
    for (let round = 0; round < 20; round += 1) {
      await deliver();
      await dispatchRings(parts);
      await moveCompany(parts);
      await carryOutActions(parts);
      if (homeserver.outbox.length === 0 && homeserver.failure === null) return;
      if (homeserver.failure !== null && round > 1) return;
    }
  };

  /** Lets time go by, second by second. */
  const elapse = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      clock.elapse(secondMs);
      await settle();
    }
  };

  const conversation = (conversationId: ConversationId): Conversation =>
    must(database.tables.conversations.get(conversationId)?.conversation, 'the conversation');

  const request = (change: Partial<StartRequest> = {}): StartRequest => {
    requests += 1;
    return {
      requestSecret: `secret-${requests}`,
      province: 'limburg',
      nickname: null,
      language: 'nl',
      noticeVersion: '1',
      address: '203.0.113.7',
      resumeToken: null,
      ...change,
    };
  };

  /** A caller presses the button; returns their conversation. */
  const call = async (province: Province | null = 'limburg') => {
    const started = await startConversation(parts, request({ province }));
    if (!started.ok) throw new Error(`refused: ${started.problem.code}`);
    const rows = [...database.tables.conversations.values()];
    const row = rows.find((each) => each.conversation.caller === started.value.caller);
    const { conversationId } = must(row, 'the row').conversation;
    await enterPool(parts, conversationId);
    await settle();
    return { ...started.value, conversationId };
  };

  return {
    ...parts,
    deliver,
    restart,
    settle,
    elapse,
    conversation,
    request,
    call,
    ...peopleOf(parts, settle),
  };
}

function peopleOf(parts: Parts, settle: () => Promise<void>) {
  const { homeserver, deskDevice, database } = parts;
  const deskRoom = (owner: string): RoomId => {
    const row = database.tables.deskRooms.find(({ place }) =>
      'own' in place ? place.own === owner : place.team === owner,
    );
    return must(row, `a desk room of ${owner}`).roomId;
  };

  /** Somebody writes in a desk room, encrypted, before anything follows. */
  const write = (who: UserId, body: string, room: RoomId = deskRoom(who)) => {
    const id = homeserver.emit(room, who, { kind: 'encrypted' });
    deskDevice.readings.set(id, { kind: 'text', body, messageKey: `message ${id}` });
    return id;
  };

  /** Somebody writes in their own desk room, and what follows happens. */
  const command = async (who: UserId, body: string, room?: RoomId) => {
    write(who, body, room);
    await settle();
    return shown(who).at(-1);
  };

  /** What lies in a desk room now, oldest first. */
  const shown = (owner: string): readonly DeskMessage[] => deskDevice.shown(deskRoom(owner));

  /** The state of the newest card in a desk room. */
  const card = (owner: string) => {
    const cards = shown(owner).filter((message) => message.kind === 'card');
    return cards.at(-1)?.state.name;
  };

  /** Somebody presses a reaction on the newest card of a desk room, before anything follows. */
  const react = (who: UserId, key: string, owner: string = who) => {
    const room = deskRoom(owner);
    const isCard = (each: DeskEntry) => each.place.roomId === room && each.versions.at(-1)?.kind === 'card';
    const entry = must(deskDevice.entries.findLast(isCard), 'a card');
    return homeserver.emit(room, who, { kind: 'reaction', to: entry.place.eventId, key });
  };

  const press = async (who: UserId, key: string, owner?: string) => {
    react(who, key, owner);
    await settle();
  };

  const roomsOf = (who: UserId, membership: 'invite' | 'join') =>
    [...homeserver.rooms.values()].filter(
      (room) => room.caller !== null && room.members.get(who) === membership,
    );

  /** The counsellor accepts every invitation to a conversation. */
  const accept = async (who: UserId) => {
    for (const { roomId } of roomsOf(who, 'invite')) {
      homeserver.setMember(roomId, { member: who, membership: 'join', sender: who });
    }
    await settle();
  };

  /** Somebody leaves, or declines the invitation to, every conversation's room. */
  const leave = async (who: UserId) => {
    for (const { roomId } of [...roomsOf(who, 'invite'), ...roomsOf(who, 'join')]) {
      homeserver.setMember(roomId, { member: who, membership: 'leave', sender: who });
    }
    await settle();
  };

  const say = async (who: UserId, roomId: RoomId) => {
    homeserver.emit(roomId, who, { kind: 'encrypted' });
    await settle();
  };

  const onDuty = async (...people: readonly UserId[]) => {
    for (const person of people) await command(person, '!aan');
  };

  const duty = (who: UserId) => must(database.tables.duties.get(who), `a duty of ${who}`);

  const seen = { shown, card, roomsOf, duty, deskRoom };
  return { ...seen, write, command, react, press, accept, leave, say, onDuty };
}

/** A conversation that this counsellor, on duty, has taken and entered. */
export async function joinedBy(counsellor: UserId, world: HelplineWorld) {
  await world.onDuty(counsellor);
  const started = await world.call();
  await world.press(counsellor, '✋');
  await world.accept(counsellor);
  return started;
}

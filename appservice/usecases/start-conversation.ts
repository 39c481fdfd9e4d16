import { addRoom } from '../domain/conversation-transitions.ts';
import { hasEnded, type Conversation } from '../domain/conversation.ts';
import type { ConversationId, DeviceId, RoomId, UserId } from '../domain/ids.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { WaitingRoom } from '../domain/waiting-room.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { CallerRegistrar, HomeserverHealth, RoomCreator } from '../ports/homeserver.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { ResumeKeys } from '../ports/resume-keys.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { keptOut } from './kept-out.ts';
import { newConversation, type StartRequest } from './new-conversation.ts';
import {
  marksOfCaller,
  recordRecognition,
  type CallerMarks,
  type RecogniseCallerDependencies,
} from './recognise-caller.ts';
import { statusIn } from './read-status.ts';
import { recordRoomClosed } from './record-end.ts';

/** What starting a conversation needs. */
export interface StartConversationDependencies extends RecogniseCallerDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly ids: IdSource;
  readonly vault: Vault;
  readonly resumeKeys: ResumeKeys;
  readonly registrar: CallerRegistrar;
  readonly rooms: RoomCreator;
  readonly homeserver: HomeserverHealth;
  readonly roster: Roster;
  readonly openingHours: OpeningHours;
  readonly waitingRoom: WaitingRoom;
  /** The homeserver's name, for the caller's user id. */
  readonly callerUserId: (name: string) => UserId;
}

/** What the caller's browser needs to take part, and to come back after a reload (R27). */
export type StartedConversation = {
  readonly conversationId: ConversationId;
  readonly bearer: string;
  readonly caller: UserId;
  readonly device: DeviceId;
  readonly roomId: RoomId;
  readonly resumeToken: string;
  /** 32 bytes: encrypts what the browser keeps on its device. */
  readonly storeKey: Uint8Array;
};

/**
 * Why no conversation starts: `already-used` is a request whose conversation is in use or over, or that was left; after
 * `unreachable` the same request may be repeated. `blocks-unreadable`: nobody can tell who is blocked, so nobody is let in.
 */
export type StartRefusal = {
  readonly code: 'offline' | 'busy' | 'already-used' | 'unreachable' | 'blocked' | 'blocks-unreadable';
};

/**
 * Starts a conversation (design 5.3): one unit of work reserves the slot (R11), then the caller is registered and the room
 * made. It goes into the pool when the caller's browser says that it can read (`enter-pool`). A repeat with the same secret goes
 * on where the first one stopped, with a new bearer.
 * When the homeserver fails half-way the reservation stays: a repeat continues it, and the dispatcher gives it up after
 * `ringLimits.startMs` and closes whatever room exists. So nothing is lost, and no room is left behind.
 */
export async function startConversation(
  dependencies: StartConversationDependencies,
  request: StartRequest,
): Promise<Result<StartedConversation, StartRefusal>> {
  const startedAt = dependencies.clock.now();
  const started = await start(dependencies, request);
  if (started.ok) {
    const durationMs = dependencies.clock.now() - startedAt;
    dependencies.eventLog.log({ event: 'conversation.started', durationMs });
  } else {
    dependencies.eventLog.log({ event: 'conversation.refused', code: started.problem.code });
  }
  return started;
}

async function start(
  dependencies: StartConversationDependencies,
  request: StartRequest,
): Promise<Result<StartedConversation, StartRefusal>> {
  const { steps, homeserver, ids, resumeKeys } = dependencies;
  const isHealthy = await steps.step('start.checked', () => homeserver.isAnswering());
  const secrets = { bearer: ids.bearer(), resumeToken: ids.resumeToken() };
  const { sealedStoreKey } = await steps.step('start.key-made', () => resumeKeys.create());
  const marks = await steps.step('start.marks-made', () => marksOfCaller(dependencies, request));
  const wanted = { request, ...secrets, sealedStoreKey, isHealthy, marks, attemptsLeft: 5 };
  const reserved = await reserve(dependencies, wanted);
  if (!reserved.ok) return reserved;
  const { conversation, sealedStoreKey: sealed } = reserved.value;
  const storeKey = await steps.step('start.key-opened', () => resumeKeys.open(sealed));
  const roomId = await housedIn(dependencies, conversation);
  if (storeKey === undefined || roomId === undefined) return refusal({ code: 'unreachable' });
  const { conversationId, caller, callerDevice: device } = conversation;
  return success({ ...secrets, conversationId, caller, device, roomId, storeKey });
}

/** The conversation's room, made now when it has none. Undefined when that failed; a repeat may make it. */
async function housedIn(
  dependencies: StartConversationDependencies,
  conversation: Conversation,
): Promise<RoomId | undefined> {
  if (conversation.roomId !== null) return conversation.roomId;
  const roomId = await makeRoom(dependencies, conversation);
  if (roomId === undefined) return undefined;
  return await dependencies.steps.step('start.recorded', () =>
    dependencies.unitOfWork.run((registers) => recordRoom(registers, conversation, roomId)),
  );
}

type Reservation = {
  readonly request: StartRequest;
  readonly bearer: string;
  readonly resumeToken: string;
  readonly sealedStoreKey: Uint8Array;
  readonly isHealthy: boolean;
  /** Null when the keys cannot be read. */
  readonly marks: CallerMarks | null;
  readonly attemptsLeft: number;
};

/** The conversation of this request, and the sealed key of the store in its browser. */
type Reserved = { readonly conversation: Conversation; readonly sealedStoreKey: Uint8Array };

/** A case number that is in use already is refused by the store; then another one is drawn. */
async function reserve(
  dependencies: StartConversationDependencies,
  reservation: Reservation,
): Promise<Result<Reserved, StartRefusal>> {
  const { steps, unitOfWork } = dependencies;
  try {
    return await steps.step('start.reserved', () =>
      unitOfWork.run((registers) => reserveIn(registers, dependencies, reservation)),
    );
  } catch (error) {
    if (failureCode(error) === 'blocks-unreadable') return refusal({ code: 'blocks-unreadable' });
    if (reservation.attemptsLeft === 0 || failureCode(error) !== 'conflict') throw error;
  }
  return await reserve(dependencies, { ...reservation, attemptsLeft: reservation.attemptsLeft - 1 });
}

async function reserveIn(
  registers: Registers,
  dependencies: StartConversationDependencies,
  reservation: Reservation,
): Promise<Result<Reserved, StartRefusal>> {
  const { clock, roster, openingHours, waitingRoom, vault } = dependencies;
  const { request, bearer, isHealthy } = reservation;
  const requestHash = vault.hash(request.requestSecret);
  const known = await registers.conversations.findByRequest(requestHash);
  const isOver = known !== undefined && hasEnded(known);
  if (known !== undefined && !isOver) return await repeat(registers, known, { ...reservation, vault });
  const now = clock.now();
  const tokenHash = request.resumeToken === null ? null : vault.hash(request.resumeToken);
  const kept = await keptOut(registers, { tokenHash, marks: reservation.marks, now });
  if (kept !== undefined) return refusal(kept);
  if (isOver || (await registers.leftRequests.has(requestHash))) return refusal({ code: 'already-used' });
  const status = await statusIn(registers, { isHealthy, now, roster, openingHours, waitingRoom });
  if (status.state !== 'online') return refusal({ code: status.state });
  const entry = newConversation(dependencies, { request, bearer, now });
  await registers.conversations.insert(entry);
  if (reservation.marks !== null) await recordRecognition(registers, entry.conversation, reservation.marks);
  return success(await withStoreKey(registers, entry.conversation, { ...reservation, vault }));
}

async function repeat(
  registers: Registers,
  known: Conversation,
  reservation: Reservation & { readonly vault: Vault },
): Promise<Result<Reserved, StartRefusal>> {
  const { vault, bearer } = reservation;
  const isReplaced = await registers.conversations.replaceBearer(known.conversationId, vault.hash(bearer));
  if (!isReplaced) return refusal({ code: 'already-used' });
  return success(await withStoreKey(registers, known, reservation));
}

/** A repeat keeps the key that the first answer may have brought, and offers another token. */
async function withStoreKey(
  registers: Registers,
  conversation: Conversation,
  { vault, resumeToken, sealedStoreKey }: Reservation & { readonly vault: Vault },
): Promise<Reserved> {
  const { conversationId } = conversation;
  const known = await registers.resumes.find(conversationId);
  const tokenHash = vault.hash(resumeToken);
  if (known === undefined) await registers.resumes.insert({ conversationId, sealedStoreKey }, tokenHash);
  else await registers.resumes.offer(conversationId, tokenHash);
  return { conversation, sealedStoreKey: known?.sealedStoreKey ?? sealedStoreKey };
}

/** Undefined when the homeserver fails. Both calls are idempotent, so that a repeat may make them again. */
async function makeRoom(
  dependencies: StartConversationDependencies,
  { caller, callerDevice, caseNumber }: Conversation,
): Promise<RoomId | undefined> {
  const { steps, registrar, rooms } = dependencies;
  try {
    await steps.step('start.registered', () => registrar.register(caller, callerDevice));
    return await steps.step('start.room-made', () => rooms.createRoom(caller, caseNumber));
  } catch (error) {
    if (!isCoded(error)) throw error;
    return undefined;
  }
}

/**
 * The conversation's room: this one, or the one that a repeat running beside this start has recorded; then nobody stays in
 * this one. Undefined when the start was given up meanwhile; then the room that came too late is closed.
 */
async function recordRoom(
  registers: Registers,
  { conversationId }: Conversation,
  roomId: RoomId,
): Promise<RoomId | undefined> {
  const current = await registers.conversations.find(conversationId);
  if (current === undefined) return undefined;
  const housed = addRoom(current, roomId);
  if (housed.ok) {
    await registers.conversations.save(housed.value);
    return roomId;
  }
  if (hasEnded(current)) {
    await recordRoomClosed(registers, { ...current, roomId });
    return undefined;
  }
  if (current.roomId !== null && current.roomId !== roomId)
    await recordSurplusRoom(registers, current, roomId);
  return current.roomId ?? undefined;
}

async function recordSurplusRoom(
  registers: Registers,
  { conversationId, caller }: Conversation,
  roomId: RoomId,
): Promise<void> {
  await registers.actions.enqueue({
    key: actionKeys.surplusRoom(conversationId, roomId),
    lane: actionLanes.room(roomId),
    conversationId,
    action: { kind: 'remove', roomId, counsellor: caller, reason: 'withdrawn' },
  });
}

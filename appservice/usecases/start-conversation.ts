import { addRoom } from '../domain/conversation-transitions.ts';
import { hasEnded, type Conversation } from '../domain/conversation.ts';
import type { DeviceId, RoomId, UserId } from '../domain/ids.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { CallerRegistrar, HomeserverHealth, RoomCreator } from '../ports/homeserver.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { newConversation, type StartRequest } from './new-conversation.ts';
import { statusIn } from './read-status.ts';
import { recordRoomClosed } from './record-end.ts';

/** What starting a conversation needs. */
export interface StartConversationDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly ids: IdSource;
  readonly vault: Vault;
  readonly registrar: CallerRegistrar;
  readonly rooms: RoomCreator;
  readonly homeserver: HomeserverHealth;
  readonly eventLog: EventLog;
  readonly roster: Roster;
  readonly openingHours: OpeningHours;
  /** The homeserver's name, for the caller's user id. */
  readonly callerUserId: (name: string) => UserId;
}

/** What the caller's browser needs to take part. */
export type StartedConversation = {
  readonly bearer: string;
  readonly caller: UserId;
  readonly device: DeviceId;
  readonly roomId: RoomId;
};

/**
 * Why no conversation starts: `already-used` is a request whose conversation is in use or over, or that was left; after
 * `unreachable` the same request may be repeated.
 */
export type StartRefusal = { readonly code: 'offline' | 'busy' | 'already-used' | 'unreachable' };

/**
 * Starts a conversation (design 5.3): one unit of work reserves the slot (R11), then the caller is registered and the room
 * made. It goes into the pool when the caller's browser says that it can read (`enter-pool`). A repeat with the same secret goes on where the first one stopped, with a new bearer.
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
  const { steps, homeserver, ids } = dependencies;
  const isHealthy = await steps.step('start.checked', () => homeserver.isAnswering());
  const bearer = ids.bearer();
  const reserved = await reserve(dependencies, { request, bearer, isHealthy, attemptsLeft: 5 });
  if (!reserved.ok) return reserved;
  const { caller, callerDevice: device, roomId: knownRoom } = reserved.value;
  if (knownRoom !== null) return success({ bearer, caller, device, roomId: knownRoom });
  const roomId = await makeRoom(dependencies, reserved.value);
  if (roomId === undefined) return refusal({ code: 'unreachable' });
  const recorded = await steps.step('start.recorded', () =>
    dependencies.unitOfWork.run((registers) => recordRoom(registers, reserved.value, roomId)),
  );
  if (recorded === undefined) return refusal({ code: 'unreachable' });
  return success({ bearer, caller, device, roomId: recorded });
}

type Reservation = {
  readonly request: StartRequest;
  readonly bearer: string;
  readonly isHealthy: boolean;
  readonly attemptsLeft: number;
};

/** A case number that is in use already is refused by the store; then another one is drawn. */
async function reserve(
  dependencies: StartConversationDependencies,
  reservation: Reservation,
): Promise<Result<Conversation, StartRefusal>> {
  const { steps, unitOfWork } = dependencies;
  try {
    return await steps.step('start.reserved', () =>
      unitOfWork.run((registers) => reserveIn(registers, dependencies, reservation)),
    );
  } catch (error) {
    if (reservation.attemptsLeft === 0 || failureCode(error) !== 'conflict') throw error;
  }
  return await reserve(dependencies, { ...reservation, attemptsLeft: reservation.attemptsLeft - 1 });
}

async function reserveIn(
  registers: Registers,
  dependencies: StartConversationDependencies,
  { request, bearer, isHealthy }: Reservation,
): Promise<Result<Conversation, StartRefusal>> {
  const { clock, roster, openingHours, vault } = dependencies;
  const requestHash = vault.hash(request.requestSecret);
  const known = await registers.conversations.findByRequest(requestHash);
  if (known !== undefined) return await repeat(registers, known, vault.hash(bearer));
  if (await registers.leftRequests.has(requestHash)) return refusal({ code: 'already-used' });
  const now = clock.now();
  const status = await statusIn(registers, { isHealthy, now, roster, openingHours });
  if (status.state !== 'online') return refusal({ code: status.state });
  const entry = newConversation(dependencies, { request, bearer, now });
  await registers.conversations.insert(entry);
  return success(entry.conversation);
}

async function repeat(
  registers: Registers,
  known: Conversation,
  bearerHash: string,
): Promise<Result<Conversation, StartRefusal>> {
  if (hasEnded(known)) return refusal({ code: 'already-used' });
  const isReplaced = await registers.conversations.replaceBearer(known.conversationId, bearerHash);
  return isReplaced ? success(known) : refusal({ code: 'already-used' });
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

import type { DeskRefusal } from '../domain/desk-message.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode } from '../ports/failure-code.ts';
import type { HomeserverHealth } from '../ports/homeserver.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { TransactionInbox } from '../ports/transaction-inbox.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { handleRoomEvent, type HandleRoomEventDependencies } from './handle-room-event.ts';
import { isTransient } from './is-transient.ts';
import { recordRefusal } from './record-desk-message.ts';

/** What working off the transactions needs. */
export interface ProcessTransactionsDependencies extends HandleRoomEventDependencies {
  readonly inbox: TransactionInbox;
  readonly homeserver: HomeserverHealth;
  readonly eventLog: EventLog;
  /** Parses an event at the edge; undefined for what is none. */
  readonly parseEvent: (event: unknown) => RoomEvent | undefined;
}

/** Whether the inbox is empty, or something outside is away and the rest waits for the next run. */
export type InboxOutcome = 'drained' | 'interrupted';

/**
 * Works off the inbox, one event after the other, in the order in which they came; only one run at a time. What is outside
 * being away stops it, and the next run begins again at the same transaction. An event that fails twice for a reason that
 * does not pass, while the homeserver answers, is skipped, so that it never blocks the rest; whoever wrote it at their desk
 * is told.
 */
export async function processTransactions(
  dependencies: ProcessTransactionsDependencies,
): Promise<InboxOutcome> {
  const { steps, inbox, parseEvent } = dependencies;
  for (;;) {
    const transaction = await steps.step('transaction.taken', () => inbox.next());
    if (transaction === undefined) return 'drained';
    for (const raw of transaction.events) {
      const event = parseEvent(raw);
      if (event === undefined) continue;
      const isDone = await handleOrSkip(dependencies, event);
      if (!isDone) return 'interrupted';
    }
    await steps.step('transaction.completed', () => inbox.complete(transaction.sequence));
  }
}

/** False when the event must wait. */
async function handleOrSkip(
  dependencies: ProcessTransactionsDependencies,
  event: RoomEvent,
): Promise<boolean> {
  const { steps, homeserver, eventLog, unitOfWork } = dependencies;
  for (const isLastAttempt of [false, true]) {
    try {
      await handleRoomEvent(dependencies, event);
      return true;
    } catch (error) {
      eventLog.log({ event: 'transaction.failed', code: failureCode(error) });
      if (isTransient(error)) return false;
      const isAnswering = await steps.step('transaction.checked', () => homeserver.isAnswering());
      if (!isAnswering) return false;
      if (isLastAttempt) {
        await steps.step('transaction.skipped-event', () =>
          unitOfWork.run((registers) => recordSkipped(registers, event)),
        );
      }
    }
  }
  return true;
}

/** Marks the event as handled; a counsellor whose command it may have been is told to try again. */
async function recordSkipped(registers: Registers, { eventId, sender, roomId }: RoomEvent): Promise<void> {
  if (!(await registers.handledEvents.markHandled(eventId))) return;
  const place = await registers.deskRooms.placeOf(roomId);
  if (place === undefined || !('own' in place) || place.own !== sender) return;
  const refusal: DeskRefusal = { code: 'fault' };
  await recordRefusal(registers, { to: sender, eventId, refusal });
}

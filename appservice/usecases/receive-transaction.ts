import type { EventLog } from '../ports/event-log.ts';
import { failureCode } from '../ports/failure-code.ts';
import type { Steps } from '../ports/steps.ts';
import type { TransactionInbox } from '../ports/transaction-inbox.ts';

/** What receiving a transaction needs. */
export interface ReceiveTransactionDependencies {
  readonly inbox: TransactionInbox;
  readonly steps: Steps;
  readonly eventLog: EventLog;
}

/**
 * Stores a transaction; when this has returned it may be acknowledged. One that comes again changes nothing. What keeps it
 * from being stored is logged and thrown on: the homeserver keeps the transaction, and sends it again.
 */
export async function receiveTransaction(
  { inbox, steps, eventLog }: ReceiveTransactionDependencies,
  transaction: { readonly transactionId: string; readonly events: readonly unknown[] },
): Promise<void> {
  const { transactionId, events } = transaction;
  try {
    await steps.step('transaction.stored', () => inbox.store(transactionId, events));
  } catch (error) {
    eventLog.log({ event: 'transaction.failed', code: failureCode(error) });
    throw error;
  }
}

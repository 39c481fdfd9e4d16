import type { Steps } from '../ports/steps.ts';
import type { TransactionInbox } from '../ports/transaction-inbox.ts';

/** What receiving a transaction needs. */
export interface ReceiveTransactionDependencies {
  readonly inbox: TransactionInbox;
  readonly steps: Steps;
}

/** Stores a transaction; when this has returned it may be acknowledged. One that comes again changes nothing. */
export async function receiveTransaction(
  { inbox, steps }: ReceiveTransactionDependencies,
  transaction: { readonly transactionId: string; readonly events: readonly unknown[] },
): Promise<void> {
  const { transactionId, events } = transaction;
  await steps.step('transaction.stored', () => inbox.store(transactionId, events));
}

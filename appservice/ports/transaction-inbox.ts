/** A transaction of the homeserver (Application Service API), stored before it is acknowledged. */
export type StoredTransaction = {
  readonly sequence: number;
  /** The events as they came, unparsed; conversation events are ciphertext to us. */
  readonly events: readonly unknown[];
};

/** Transactions wait here until each of their events was acted upon, in the order in which they came. */
export interface TransactionInbox {
  /** Commits it; a transaction id that is known already changes nothing. */
  store(transactionId: string, events: readonly unknown[]): Promise<void>;
  /** The oldest one that is not completed. */
  next(): Promise<StoredTransaction | undefined>;
  /** Forgets the events; the transaction id stays known. */
  complete(sequence: number): Promise<void>;
}

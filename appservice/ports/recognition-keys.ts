/** What is compared: fingerprints of one kind never equal those of another, whatever the value. */
export type RecognisedKind = 'address' | 'nickname' | 'token';

/** The key of one calendar month. It never leaves the port; what it makes of a value does. */
export type RecognitionKey = {
  /** Stored beside each fingerprint; another key never has the same one, not even of the same month. */
  readonly id: string;
  /** Always the same text (base64url) for the same kind and value, meaningless without the key. */
  readonly fingerprint: (kind: RecognisedKind, value: string) => string;
};

/**
 * The keys by which a line, a nickname or a token is recognised without being kept (design 10: R23, R28, R35). Every month
 * (Europe/Brussels) has a new one, destroyed when the last record that can have been made under it is six months old: from
 * then on nothing links them. Every call fails with `recognition-keys-unreadable` when the folder or a key in it is missing
 * or cannot be read: that is never "no keys". A record whose key id is not among those alive, and that is not due, belongs to
 * a key that was lost.
 */
export interface RecognitionKeys {
  /** This month's key, under which records are made; made when the month has none yet. */
  current(): Promise<RecognitionKey>;
  /** Every key whose records may still be looked at, this month's included, newest first. */
  alive(): Promise<readonly RecognitionKey[]>;
  /** Makes this month's key when there is none, and destroys those of which every record is due. */
  turn(): Promise<void>;
}

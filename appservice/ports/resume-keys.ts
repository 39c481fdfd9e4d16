/** A key for the store in a caller's browser: in the clear for the browser, sealed for our own row. */
export type StoreKey = {
  /** 32 random bytes. */
  readonly storeKey: Uint8Array;
  readonly sealedStoreKey: Uint8Array;
};

/**
 * Seals the keys of what callers' browsers keep on their devices, under key files outside the database that live a few
 * minutes (design 5, resume): deleted rows stay readable on disk for a while, and without its key file none of them means
 * anything.
 */
export interface ResumeKeys {
  create(): Promise<StoreKey>;
  /** Undefined when the key file is gone; then the store in the browser is noise for good. */
  open(sealedStoreKey: Uint8Array): Promise<Uint8Array | undefined>;
  /** Under the newest key file; null when it is so already, undefined when it cannot be opened any more. */
  reseal(sealedStoreKey: Uint8Array): Promise<Uint8Array | null | undefined>;
  /** Makes a new key file when the newest is old enough for it. */
  renew(): Promise<void>;
  /** Destroys every key file that the newest has replaced for long enough that nothing is being sealed under it. */
  destroyReplaced(): Promise<void>;
}

/** One record of an object store as it changed: its name, its key, its new value; null deletes it. Bytes are opaque. */
export type CryptoStoreChange = readonly [store: string, key: Uint8Array, value: Uint8Array | null];

/** The schema of one IndexedDB database, so that it can be made again before its records are put back. */
export type CryptoStoreSchema = {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | readonly string[] | null;
    readonly autoIncrement: boolean;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | readonly string[];
      readonly unique: boolean;
      readonly multiEntry: boolean;
    }[];
  }[];
};

/** Everything that was committed under one name. */
export type CryptoStoreSnapshot = {
  readonly schema: CryptoStoreSchema;
  /** By object store: each record's key and value. */
  readonly records: ReadonlyMap<string, readonly (readonly [key: Uint8Array, value: Uint8Array])[]>;
};

/**
 * Where the desk's crypto store outlives the process (design 4, feasibility B 2.2): each record is sealed by our own
 * layer, and a writer that was replaced is refused, because two writers would fork the ratchet.
 */
export interface CryptoStore {
  /** All changes or none; durable when it resolves. A schema drops the object stores that it does not name. */
  commit(
    name: string,
    schema: CryptoStoreSchema | null,
    changes: readonly CryptoStoreChange[],
  ): Promise<void>;
  /** Undefined when nothing was ever committed under this name. */
  load(name: string): Promise<CryptoStoreSnapshot | undefined>;
}

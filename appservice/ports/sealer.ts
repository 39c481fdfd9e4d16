/** Seals bytes under one key (design 10): whoever does not hold it can neither read nor change them. */
export interface Sealer {
  /** `place` names what is sealed and where it lies; it is not stored, and opening demands the same. */
  seal(plain: Uint8Array, place: string): Uint8Array;
  /** Throws when the bytes were changed, were moved to another place, or belong to another key. */
  open(sealed: Uint8Array, place: string): Uint8Array;
  /** Always the same 32 bytes for the same bytes and place, meaningless to others: a key to find a sealed row by. */
  fingerprint(plain: Uint8Array, place: string): Uint8Array;
}

/** A data key of its own for each record, wrapped by the master key: forgetting the wrapped key forgets the record. */
export interface DataKeys {
  create(): { readonly wrappedDataKey: Uint8Array; readonly sealer: Sealer };
  /** Throws when the wrapped key was changed or the master key is another one. */
  unwrap(wrappedDataKey: Uint8Array): Sealer;
}

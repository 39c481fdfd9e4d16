/** A pair of keys for blind signatures. */
export type SigningKeys = {
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array;
};

/** Blind RSA signatures, RSABSSA-SHA384-PSS-Deterministic with 2048 bits (RFC 9474): who signs does not see what is signed. */
export interface BlindSigner {
  createKeys(): Promise<SigningKeys>;
  /** The same value gives the same signature. Undefined when it is no value that this key can sign. */
  sign(privateKey: Uint8Array, blinded: Uint8Array): Uint8Array | undefined;
  /** Whether this is the key's signature of the token, once the blinding is taken off. */
  verifies(
    publicKey: Uint8Array,
    signed: { readonly token: Uint8Array; readonly signature: Uint8Array },
  ): boolean;
}

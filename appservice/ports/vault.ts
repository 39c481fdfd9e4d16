import type { SealedCaller } from './conversations.ts';

/** Seals what leads to the caller under a fresh data key, wrapped by the master key file (design 10). */
export interface Vault {
  sealCaller(caller: { readonly nickname: string | null; readonly address: string }): SealedCaller;
  /** The address of a sealed caller. Only `tell-address` asks for it (S26). */
  openAddress(sealed: Pick<SealedCaller, 'wrappedDataKey' | 'address'>): string;
  /** SHA-256 of a secret, base64url: what is stored instead of it. */
  hash(secret: string): string;
}

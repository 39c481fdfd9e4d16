import { createHash } from 'node:crypto';
import type { DataKeys } from '../../ports/sealer.ts';
import type { Vault } from '../../ports/vault.ts';

/** Where the parts of a sealed caller lie; opening one asks for its place. */
export const callerPlaces = { nickname: 'caller.nickname', address: 'caller.address' } as const;

/** Seals what leads to a caller, each caller under a data key of their own. */
export function createVault(dataKeys: DataKeys): Vault {
  return {
    sealCaller: ({ nickname, address }) => {
      const { wrappedDataKey, sealer } = dataKeys.create();
      return {
        wrappedDataKey,
        nickname: nickname === null ? null : sealer.seal(Buffer.from(nickname), callerPlaces.nickname),
        address: sealer.seal(Buffer.from(address), callerPlaces.address),
      };
    },
    openAddress: ({ wrappedDataKey, address }) =>
      Buffer.from(dataKeys.unwrap(wrappedDataKey).open(address, callerPlaces.address)).toString(),
    hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
  };
}

import { randomBytes } from 'node:crypto';
import type { DataKeys } from '../../ports/sealer.ts';
import { createSealer } from './aes-sealer.ts';

const dataKeyBytes = 32;
const place = 'data-key';

/** Data keys, each random and wrapped by the master key file (design 10). */
export function createDataKeys(masterKey: Uint8Array): DataKeys {
  const master = createSealer(masterKey);
  return {
    create: () => {
      const dataKey = randomBytes(dataKeyBytes);
      return { wrappedDataKey: master.seal(dataKey, place), sealer: createSealer(dataKey) };
    },
    unwrap: (wrappedDataKey) => createSealer(master.open(wrappedDataKey, place)),
  };
}

import { initAsync } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { Surroundings } from './surroundings.ts';
import { wait } from './wait.ts';

/** The browser's own abilities, with our origin as the only one that is ever spoken to. */
export function createBrowserSurroundings(scope: WorkerGlobalScope): Surroundings {
  return {
    gatewayOrigin: scope.location.origin,
    fetch: (url, request) => scope.fetch(url, request),
    wait,
    chance: () => (scope.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    indexedDb: indexedDbOf(scope),
    canEncrypt: () => 'WebAssembly' in scope && scope.isSecureContext && 'subtle' in scope.crypto,
    loadCrypto: () => initAsync(),
  };
}

/** Some browsers throw at the very name of it where storage is switched off. */
function indexedDbOf(scope: WorkerGlobalScope): IDBFactory | undefined {
  try {
    return scope.indexedDB;
  } catch {
    return undefined;
  }
}

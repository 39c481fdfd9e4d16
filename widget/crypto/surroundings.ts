/**
 * What the engine needs from where it runs. The worker gives it the browser's own (`main.ts`); a Node process can give
 * it the same, which is how the tests run it against a real homeserver.
 */
export interface Surroundings {
  /** Origin of the gateway, without a slash at the end; in the browser always our own (design 5.5). */
  readonly gatewayOrigin: string;
  fetch(url: string, request: RequestInit): Promise<Response>;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. Never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A number from 0 up to 1 that spreads the retries of many callers; not for secrets. */
  chance(): number;
  /** Where a conversation is kept for a reload; undefined where nothing can be stored, and then it lives in memory. */
  readonly indexedDb?: IDBFactory | undefined;
  /** Whether WebAssembly and Web Crypto are there; without them nothing may leave the browser (design 5, fail closed). */
  canEncrypt(): boolean;
  /** Fetches and compiles the WASM of the Rust crypto. Rejects when it cannot; a second try needs a new worker. */
  loadCrypto(): Promise<void>;
}

import type { FromWorker, ToWorker } from '../worker-messages.ts';
import { createBrowserSurroundings } from './browser-surroundings.ts';
import { createEngine } from './engine.ts';

declare const self: DedicatedWorkerGlobalScope;

const tell = (message: FromWorker): void => {
  self.postMessage(message);
};

/** What nobody expected: the frame hears of it, shows the other doors and gives this worker up (design 5, fail closed). */
const fail = (): void => {
  tell({ kind: 'failed', failure: 'crypto-failed' });
};

self.addEventListener('error', fail);
self.addEventListener('unhandledrejection', fail);

const engine = createEngine(createBrowserSurroundings(self), tell);

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  engine.receive(event.data);
});

import { createBrowserSurroundings } from './browser-surroundings.ts';
import { createEngine } from './engine.ts';
import type { ToWorker } from './messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const engine = createEngine(createBrowserSurroundings(self), (message) => {
  self.postMessage(message);
});

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  engine.receive(event.data);
});

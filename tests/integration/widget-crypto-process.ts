/**
 * The widget's crypto worker in a Node process, driven by lines of JSON as the frame drives it by `postMessage`: the Rust
 * crypto stays out of Jest's VM. Every request it makes is written out too, for whoever searches them.
 * `node widget-crypto-process.ts ORIGIN`
 */
import { createInterface } from 'node:readline';
import { createEngine } from '../../widget/crypto/engine.ts';
import type { ToWorker } from '../../widget/worker-messages.ts';
import { wait } from '../../widget/crypto/wait.ts';

const [gatewayOrigin = ''] = process.argv.slice(2);
const write = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const engine = createEngine(
  {
    gatewayOrigin,
    fetch: async (url, request) => {
      const response = await fetch(url, request);
      const body = typeof request.body === 'string' ? request.body : '';
      write({ request: { url, body, method: request.method ?? 'GET', status: response.status } });
      return response;
    },
    wait,
    chance: () => 0.9,
    canEncrypt: () => true,
    loadCrypto: () => Promise.resolve(),
  },
  (message) => {
    write({ message });
  },
);

createInterface({ input: process.stdin })
  .on('line', (line) => {
    engine.receive(JSON.parse(line) as ToWorker);
  })
  .on('close', () => {
    process.exit(0);
  });

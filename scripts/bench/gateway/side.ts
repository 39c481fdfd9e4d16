import { Agent, request } from 'node:http';
import { BenchError } from '../bench-error.ts';
import { nowMs } from '../now.ts';

/** One request, as it is sent to one side. */
export type TimedRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With the query. */
  readonly path: string;
  readonly body?: object;
};

/** What came, and how long it took from the first byte sent to the last byte read. */
export type TimedAnswer = { readonly body: string; readonly endedAtMs: number; readonly durationMs: number };

/** One side of a comparison: where requests go, and on whose behalf. */
export interface Side {
  send(request: TimedRequest): Promise<TimedAnswer>;
  close(): void;
}

/** A side with connections that are kept, as browsers and the gateway keep them. Throws on anything but success. */
export function createSide(origin: string, bearer: string): Side {
  const agent = new Agent({ keepAlive: true });
  const send = ({ method, path, body }: TimedRequest): Promise<TimedAnswer> =>
    new Promise((resolve, reject) => {
      const json = body === undefined ? undefined : JSON.stringify(body);
      const type = json === undefined ? {} : { 'content-type': 'application/json' };
      const length = json === undefined ? {} : { 'content-length': Buffer.byteLength(json) };
      const headers = { authorization: `Bearer ${bearer}`, ...type, ...length };
      const startedAtMs = nowMs();
      const outgoing = request(new URL(path, origin), { agent, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const endedAtMs = nowMs();
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) {
            resolve({ body: text, endedAtMs, durationMs: endedAtMs - startedAtMs });
          } else {
            reject(new BenchError('refused', `${method} was answered with ${response.statusCode}: ${text}`));
          }
        });
      });
      outgoing.once('error', reject);
      outgoing.end(json);
    });
  return {
    send,
    close: () => {
      agent.destroy();
    },
  };
}

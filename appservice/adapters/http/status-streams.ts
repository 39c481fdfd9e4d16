import type { ServerResponse } from 'node:http';

/** A comment this often keeps proxies from closing a silent stream, milliseconds. */
const heartbeatMs = 15_000;

/** How long a browser waits before it connects again, milliseconds (HTML standard, server-sent events, `retry`). */
const reconnectMs = 3_000;

/** A browser that has not taken so many bytes is gone or hopelessly behind. */
const unsentLimitBytes = 16_384;

/** Every open status stream of this process. */
export interface StatusStreams {
  /** Sends what is so now, and from then on what changes. */
  add(response: ServerResponse, json: Buffer): void;
  send(json: Buffer): void;
  /** Ends all of them, cleanly. */
  stop(): void;
}

/** Server-sent events (HTML standard) with one heartbeat for all. */
export function createStatusStreams(): StatusStreams {
  const open = new Set<ServerResponse>();
  const writeAll = (text: string) => {
    for (const response of open) {
      if (response.writableLength > unsentLimitBytes) response.destroy();
      else response.write(text);
    }
  };
  const heartbeat = setInterval(() => {
    writeAll(':\n\n');
  }, heartbeatMs).unref();
  return {
    add: (response, json) => {
      open.add(response);
      response.once('close', () => open.delete(response));
      response.write(`retry: ${reconnectMs}\n${eventOf(json)}`);
    },
    send: (json) => {
      writeAll(eventOf(json));
    },
    stop: () => {
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}

function eventOf(json: Buffer): string {
  return `data: ${json.toString()}\n\n`;
}

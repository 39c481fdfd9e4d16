import { createServer, type RequestListener } from 'node:http';

/** A listener that runs. */
export type Listener = {
  /** The port it really has, for those who asked for 0. */
  readonly port: number;
  /** Takes no more connections, waits for running answers, then closes what is left. */
  readonly close: () => Promise<void>;
};

/** How long a browser may take to say what it wants (S27) and is waited for at the end, milliseconds. */
export type Patience = {
  readonly headersMs: number;
  /** Headers and body together. */
  readonly requestMs: number;
  /** How often it is looked who has used theirs up. */
  readonly lookEveryMs: number;
  /** Running answers get this long when the service stops. */
  readonly graceMs: number;
};

/** Enough for a slow phone, too little for whoever dribbles to hold many connections. */
const usualPatience: Patience = {
  headersMs: 10_000,
  requestMs: 30_000,
  lookEveryMs: 2_000,
  graceMs: 2_000,
};

/** An idle connection is kept for the next request of the same browser, milliseconds. */
const keepAliveMs = 20_000;

/** Connections of one process; beyond it the operating system lets callers wait. */
const connectionLimit = 10_000;

/** How often it is looked, while closing, whether a connection has had its last answer, milliseconds. */
const sweepEveryMs = 20;

/** Listens; rejects with the operating system's error (`code`), such as `EADDRINUSE`. */
export async function listen(
  handler: RequestListener,
  address: { readonly host: string; readonly port: number },
  patience = usualPatience,
): Promise<Listener> {
  const server = createServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: patience.lookEveryMs,
      keepAliveTimeout: keepAliveMs,
      noDelay: true,
    },
    handler,
  );
  server.maxConnections = connectionLimit;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : address.port,
    close: () =>
      new Promise((resolve) => {
        const sweep = setInterval(() => {
          server.closeIdleConnections(); // Node does it once: a connection whose answer is under way would be kept
        }, sweepEveryMs);
        const force = setTimeout(() => {
          server.closeAllConnections();
        }, patience.graceMs);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(force);
          resolve();
        });
      }),
  };
}

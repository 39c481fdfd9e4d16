import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createChannel } from './channel.ts';
import { greet, reply } from './socks-greeting.ts';

/** The usual "Slow 4G": of Lighthouse and of web.dev. */
const slow4g = { downBitsPerSecond: 1_600_000, upBitsPerSecond: 750_000, roundTripMs: 150 } as const;

/** A connection costs one round trip for TCP and, in earnest, one for TLS 1.3 before a request can go out. */
const roundTripsToConnect = 2;

/** A slow line between a browser and the service, for page and workers alike: a proxy below HTTP. */
export interface SlowLine {
  /** The browser's proxy. */
  readonly address: string;
  /** Bytes in both directions so far, headers and all but without TLS. */
  bytes(): number;
  /** Breaks all connections and takes no new one. */
  cut(): void;
  mend(): void;
  stop(): void;
}

/** Starts a line; it leads to this machine only. */
export async function startSlowLine(): Promise<SlowLine> {
  const down = createChannel(slow4g.downBitsPerSecond, slow4g.roundTripMs / 2);
  const up = createChannel(slow4g.upBitsPerSecond, slow4g.roundTripMs / 2);
  const browsers = new Set<Socket>();
  let isCut = false;

  const serve = async (browser: Socket): Promise<void> => {
    const destination = await greet(browser);
    await pause(roundTripsToConnect * slow4g.roundTripMs);
    if (destination === undefined || !isHere(destination.host) || isCut) {
      reply(browser, 'refused');
      browser.destroySoon();
      return;
    }
    const service = connect({ host: '127.0.0.1', port: destination.port, noDelay: true });
    service.on('error', () => browser.destroy());
    await once(service, 'connect');
    reply(browser, 'connected');
    up.carry(browser, service);
    down.carry(service, browser);
  };

  const server = createServer({ noDelay: true }, (browser) => {
    browsers.add(browser);
    browser.once('close', () => browsers.delete(browser));
    browser.on('error', () => browser.destroy());
    if (isCut) browser.destroy();
    else serve(browser).catch(() => browser.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = (): void => {
    isCut = true;
    for (const browser of browsers) browser.destroy();
  };
  return {
    address: `socks5://127.0.0.1:${String(port)}`,
    bytes: () => up.bytes() + down.bytes(),
    cut,
    mend: () => {
      isCut = false;
    },
    stop: () => {
      cut();
      server.close();
    },
  };
}

function isHere(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1';
}

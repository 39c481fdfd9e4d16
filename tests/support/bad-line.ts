import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** What has become of the exchanges with the service so far. */
export type LineTally = {
  passed: number;
  /** Cut before the service heard of it. */
  unheard: number;
  /** Cut after the service had accepted and answered. */
  unanswered: number;
};

/** A bad line between a browser and everything it talks to: a proxy that page, worker and long polls all go through. */
export interface BadLine {
  /** The browser's proxy. */
  readonly address: string;
  readonly tally: Readonly<LineTally>;
  /** How many exchanges whose address contains this have passed. */
  passed(part: string): number;
  /** Questions that the service keeps until there is news; after a failure one is asked that it answers at once. */
  longPollsUnderWay(): number;
  /** From now on this share (0 up to 1) of the exchanges with the service is cut, half of them after it has answered. */
  cut(share: number): void;
  /** The next exchange whose address contains this is cut after the service has answered, whatever chance says. */
  loseNextAnswer(part: string): void;
  /** Breaks whatever is under way, and lets nothing through. */
  disconnect(): void;
  reconnect(): void;
  /** Breaks whatever is under way; new connections work at once, as when a phone changes from Wi-Fi to its own network. */
  change(): void;
  stop(): void;
}

type Fate = keyof LineTally;

/** Starts a good line; `chance` decides what is cut later. It knows no way to other machines (no `CONNECT`). */
export async function startBadLine(chance: () => number): Promise<BadLine> {
  const tally: LineTally = { passed: 0, unheard: 0, unanswered: 0 };
  const waiting = new Set<ServerResponse>();
  const passed: string[] = [];
  let share = 0;
  let isDown = false;
  let wanted: string | undefined;
  const fateOf = (url: string): Fate => {
    if (isDown) return 'unheard';
    if (wanted !== undefined && url.includes(wanted)) {
      wanted = undefined;
      return 'unanswered';
    }
    if (!isExchange(url) || chance() >= share) return 'passed';
    return chance() < 0.5 ? 'unheard' : 'unanswered';
  };
  const server = createServer((request, response) => {
    const fate = fateOf(request.url ?? '');
    if (isExchange(request.url ?? '')) {
      tally[fate] += 1;
      if (fate === 'passed') passed.push(request.url ?? '');
      waiting.add(response);
      response.once('close', () => waiting.delete(response));
    }
    if (fate === 'unheard') response.destroy();
    else passOn(request, response, fate);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const breakAll = (): void => {
    server.closeAllConnections();
  };
  return {
    address: `http://127.0.0.1:${String(port)}`,
    tally,
    passed: (part) => passed.filter((url) => url.includes(part)).length,
    longPollsUnderWay: () =>
      [...waiting].filter(({ req }) => /[?&](?:timeout|after)=[1-9]/.test(req.url ?? '')).length,
    cut: (newShare) => {
      share = newShare;
    },
    loseNextAnswer: (part) => {
      wanted = part;
    },
    disconnect: () => {
      isDown = true;
      breakAll();
    },
    reconnect: () => {
      isDown = false;
    },
    change: breakAll,
    stop: () => {
      breakAll();
      server.close();
    },
  };
}

/** What a conversation consists of; the files of the page are fetched once, before it. */
function isExchange(url: string): boolean {
  return /^\/(_matrix|api\/conversations)(\/|$)/u.test(new URL(url).pathname);
}

/**
 * Each exchange has a connection of its own: on one that was used before, the browser itself would repeat what broke, and
 * our own repeats would be tried less.
 */
function passOn(request: IncomingMessage, response: ServerResponse, fate: Exclude<Fate, 'unheard'>): void {
  const { method = 'GET', headers } = request;
  const onward = httpRequest(new URL(request.url ?? ''), { method, headers, agent: false });
  onward.once('response', (answer) => {
    if (fate === 'unanswered') {
      answer.resume().once('end', () => response.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
    answer.pipe(response);
  });
  onward.once('error', () => response.destroy());
  // A post that the service has begun to hear is heard to its end; an answer that nobody waits for is given up.
  if (method === 'GET') response.once('close', () => onward.destroy());
  request.pipe(onward);
}

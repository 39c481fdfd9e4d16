import { createServer, type Server } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import { AppService } from 'matrix-appservice-bridge';
import { tokenCheck, type TokenCheck } from './homeserver-token.ts';
import { refusal, transactionRoute, type TransactionRouteOptions } from './transaction-route.ts';

/** What the library answers by itself, once the guard let it through: asking for a user of ours, and its ping. */
const libraryPaths = /^\/_matrix\/app\/v1\/(?:users\/|ping(?:\?|$))/;

/** Running answers get this long when the service stops, milliseconds. */
const graceMs = 2_000;

/** How often it is looked, while closing, whether a connection has had its last answer, milliseconds. */
const sweepEveryMs = 20;

/**
 * The private HTTP listener: transactions are ours, because the library acknowledges them before they are handled
 * (feasibility A 3); other routes of the service (health, figures) come in front. Not for the open network.
 */
export class PrivateListener extends AppService {
  readonly #front: Express;
  readonly #check: TokenCheck;
  #listening: Server | undefined;

  constructor(
    options: Omit<TransactionRouteOptions, 'check'> & {
      readonly hsToken: string;
      readonly routes: RequestHandler | undefined;
    },
  ) {
    super({ homeserverToken: options.hsToken });
    this.#check = tokenCheck(options.hsToken);
    this.#front = express();
    this.#front.disable('x-powered-by');
    this.#front.disable('etag');
    this.#front.use(transactionRoute({ ...options, check: this.#check }));
    if (options.routes !== undefined) this.#front.use(options.routes);
    this.#front.use((_request, response) => {
      response.status(404).json(refusal('M_UNRECOGNIZED'));
    });
  }

  override async listen(port: number, hostname: string, backlog: number): Promise<void> {
    const server = createServer((request, response) => {
      // The library's app is of another Express version: a request that has been through ours would confuse it.
      const isForLibrary =
        libraryPaths.test(request.url ?? '') && this.#check(request.headers.authorization) === 200;
      if (isForLibrary) this.expressApp(request, response);
      else this.#front(request, response);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: hostname, backlog }, resolve);
    });
    this.#listening = server;
  }

  /** The port it listens on; of use where port 0 was asked for. */
  get port(): number {
    const address = this.#listening?.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  override async close(): Promise<void> {
    const server = this.#listening;
    if (server === undefined) return;
    this.#listening = undefined;
    await new Promise<void>((resolve) => {
      const sweep = setInterval(() => {
        server.closeIdleConnections(); // Node does it once: a connection whose answer is under way would stay for seconds
      }, sweepEveryMs);
      const force = setTimeout(() => {
        server.closeAllConnections();
      }, graceMs);
      server.close(() => {
        clearInterval(sweep);
        clearTimeout(force);
        resolve();
      });
    });
  }
}

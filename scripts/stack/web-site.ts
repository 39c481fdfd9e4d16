import { createServer, type Server } from 'node:http';
import express, { type Express } from 'express';
import { loopback } from './ports.ts';
import { StackError } from './stack-error.ts';

/** A web site of the stack that is being served. */
export type WebSite = {
  readonly url: string;
  stop(): Promise<void>;
};

/** An Express application with what every site of the stack has in common. */
export function siteApplication(): Express {
  const application = express();
  application.disable('x-powered-by');
  application.use((_request, response, next) => {
    response.set({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    next();
  });
  return application;
}

/** Serves an application on loopback until it is stopped; port 0 is any free one. */
export async function serveSite(application: Express, port: number): Promise<WebSite> {
  const server = createServer(application);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const sentence = `Port ${port} cannot be listened on: choose others with "npm start -- --ports 18120".`;
      reject(new StackError('port-taken', sentence, cause));
    });
    server.listen(port, loopback, resolve);
  });
  return {
    url: `http://localhost:${portOf(server, port)}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}

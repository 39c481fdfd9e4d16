import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { AddressReader } from './caller-address.ts';
import type { StatusSnapshot } from './caller-api.ts';
import { sendRefusal } from './error-handler.ts';
import { HttpError } from './http-error.ts';
import type { Limiters } from './limits.ts';
import type { AnswerHeaders } from './security-headers.ts';
import { createStatusStreams } from './status-streams.ts';

/** What the two status routes need. */
export type StatusRoutesDependencies = {
  readonly status: StatusSnapshot;
  readonly hostOrigins: readonly string[];
  readonly publicOrigin: string;
  readonly addressOf: AddressReader;
  readonly limiters: Limiters;
  readonly headers: AnswerHeaders;
};

/** The two handlers, and how to let go of the open streams. */
export type StatusRoutes = {
  /** `GET /api/status`. */
  readonly status: RequestHandler;
  /** `GET /api/status/stream`. */
  readonly stream: RequestHandler;
  readonly stop: () => void;
};

/**
 * The public status (R10). The answer lies ready as bytes and is renewed when the status changes, so that a request costs
 * neither a question to the database nor a conversion. The pages that may hold the widget may read it, nobody else's script.
 */
export function statusRoutes(dependencies: StatusRoutesDependencies): StatusRoutes {
  const { status, addressOf, limiters } = dependencies;
  const headersFor = createHeadersByOrigin(dependencies);
  const refuse = createForeignSiteRefusal(dependencies.headers);
  const streams = createStatusStreams();
  let json = Buffer.from(JSON.stringify(status.current()));
  const unsubscribe = status.subscribe(() => {
    const fresh = Buffer.from(JSON.stringify(status.current()));
    if (fresh.equals(json)) return;
    json = fresh;
    streams.send(json);
  });
  return {
    status: (request, response) => {
      const headers = headersFor(request);
      if (headers === undefined) {
        refuse(response);
        return;
      }
      response.writeHead(200, headers.json);
      response.end(json);
    },
    stream: async (request, response) => {
      const headers = headersFor(request);
      if (headers === undefined) {
        refuse(response);
        return;
      }
      const { limitKey } = addressOf(request);
      await limiters.status(limitKey);
      const giveBack = limiters.statusStreams(limitKey);
      if (giveBack === undefined) throw new HttpError('M_LIMIT_EXCEEDED', { retryAfterMs: 30_000 });
      response.once('close', giveBack);
      response.writeHead(200, headers.stream);
      streams.add(response, json);
    },
    stop: () => {
      unsubscribe();
      streams.stop();
    },
  };
}

/** Made once per origin that may read the answer, and once for whoever names none; undefined for every other website. */
function createHeadersByOrigin({ headers, hostOrigins, publicOrigin }: StatusRoutesDependencies) {
  const make = (origin: string | undefined) => {
    const common = { ...headers, ...readableBy(origin) };
    return {
      json: { ...common, 'content-type': 'application/json' },
      stream: { ...common, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
    };
  };
  const forNobody = make(undefined);
  const byOrigin = new Map([...hostOrigins, publicOrigin].map((origin) => [origin, make(origin)]));
  return ({ headers: { origin } }: IncomingMessage) =>
    origin === undefined ? forNobody : byOrigin.get(origin);
}

/** Says to the script of a website that is not ours why there is no chat: it has to read that, and nothing else (R12). */
function createForeignSiteRefusal(headers: AnswerHeaders): (response: ServerResponse) => void {
  const readable = { ...headers, ...readableBy('*') };
  return (response) => {
    sendRefusal(response, new HttpError('HELPLINE_NOT_HERE'), readable);
  };
}

function readableBy(origin: string | undefined): AnswerHeaders {
  return {
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Origin',
    ...(origin === undefined ? {} : { 'access-control-allow-origin': origin }),
  };
}

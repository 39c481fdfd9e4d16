import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { AddressReader } from './caller-address.ts';
import type { StatusSnapshot } from './caller-api.ts';
import { HttpError } from './http-error.ts';
import type { Limiters } from './limits.ts';
import type { AnswerHeaders } from './security-headers.ts';
import { createStatusStreams } from './status-streams.ts';

/** What the two status routes need. */
export type StatusRoutesDependencies = {
  readonly status: StatusSnapshot;
  readonly hostOrigins: readonly string[];
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
      response.writeHead(200, headersFor(request).json);
      response.end(json);
    },
    stream: async (request, response) => {
      const { limitKey } = addressOf(request);
      await limiters.status(limitKey);
      const giveBack = limiters.statusStreams(limitKey);
      if (giveBack === undefined) throw new HttpError('M_LIMIT_EXCEEDED', { retryAfterMs: 30_000 });
      response.once('close', giveBack);
      response.writeHead(200, headersFor(request).stream);
      streams.add(response, json);
    },
    stop: () => {
      unsubscribe();
      streams.stop();
    },
  };
}

/** Made once per origin that may read the answer, and once for everybody else. */
function createHeadersByOrigin(dependencies: StatusRoutesDependencies) {
  const make = (origin: string | undefined) => {
    const common = {
      ...dependencies.headers,
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Origin',
      ...(origin === undefined ? {} : { 'access-control-allow-origin': origin }),
    };
    return {
      json: { ...common, 'content-type': 'application/json' },
      stream: { ...common, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
    };
  };
  const forNobody = make(undefined);
  const byOrigin = new Map(dependencies.hostOrigins.map((origin) => [origin, make(origin)]));
  return (request: IncomingMessage) => byOrigin.get(request.headers.origin ?? '') ?? forNobody;
}

import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { HttpError } from '../http-error.ts';

/** One request to the homeserver; everything in it is the gateway's own writing. */
type Outgoing = {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: Buffer | null;
  /** Of the body. */
  readonly contentType: string;
  /** The homeserver may be silent this long, milliseconds. */
  readonly silenceMs: number;
  /** Aborted when the browser is gone or its conversation has ended. */
  readonly signal: AbortSignal;
};

/** The way to the homeserver, in the name of the application service. */
export interface HomeserverLink {
  /** The answer from its first byte on; throws `HELPLINE_UNREACHABLE` when there is none. */
  send(outgoing: Outgoing): Promise<IncomingMessage>;
  stop(): void;
}

/** An idle connection is given up before the homeserver does it (Twisted: 60 seconds). */
const idleMs = 20_000;

/** Keeps connections alive, so that a request costs no new one. */
export function createHomeserverLink(homeserver: {
  readonly url: string;
  readonly asToken: string;
}): HomeserverLink {
  const target = new URL(homeserver.url);
  const isSecure = target.protocol === 'https:';
  const connections = new (isSecure ? HttpsAgent : HttpAgent)({
    keepAlive: true,
    timeout: idleMs,
    scheduling: 'lifo',
  });
  const start = isSecure ? httpsRequest : httpRequest;
  const once = (outgoing: Outgoing, isRepeat: boolean): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      let hasAnswered = false;
      const request = start(target, {
        agent: connections,
        method: outgoing.method,
        path: outgoing.path,
        signal: outgoing.signal,
        timeout: outgoing.silenceMs,
        headers: headersOf(outgoing, homeserver.asToken),
      });
      request.once('response', (response) => {
        hasAnswered = true;
        resolve(response);
      });
      request.once('timeout', () => request.destroy(new HttpError('HELPLINE_UNREACHABLE')));
      request.on('error', (cause) => {
        if (hasAnswered) return; // whoever reads the answer sees it break off
        // An idle connection that was closed just as it was taken: nothing was read of the request (Node, reusedSocket).
        if (request.reusedSocket && !isRepeat && isReset(cause)) once(outgoing, true).then(resolve, reject);
        else reject(new HttpError('HELPLINE_UNREACHABLE', { cause }));
      });
      request.end(outgoing.body ?? undefined);
    });
  return {
    send: (outgoing) => once(outgoing, false),
    stop: () => {
      connections.destroy();
    },
  };
}

function headersOf({ body, contentType }: Outgoing, asToken: string): Record<string, string | number> {
  const authorization = { authorization: `Bearer ${asToken}` };
  if (body === null) return authorization;
  return { ...authorization, 'content-type': contentType, 'content-length': body.length };
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

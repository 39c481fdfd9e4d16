import { anyOf } from './any-of.ts';
import { GatewayError, readRefusal } from './gateway-error.ts';
import type { Line } from './line.ts';
import type { Surroundings } from './surroundings.ts';

/** One request of the gateway's allow-list (design 5.5). */
export type GatewayRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From `/_matrix` on, its parts already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  /** Instead of a body: what is uploaded, encrypted already. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** How long the server itself may take, milliseconds; 0 when it answers at once. */
  readonly longPollMs?: number;
};

/** The only thing in the worker that speaks HTTP. */
export interface GatewayClient {
  /** Answers the body's text. Throws a `GatewayError` for anything but success. */
  request(request: GatewayRequest): Promise<string>;
}

/** How long an answer may take before it counts as lost, milliseconds; mobile networks stall without closing. */
const patienceMs = 20_000;

/** Paths of the client API begin with this. */
export const clientApi = '/_matrix/client/v3';

/**
 * Makes a client that speaks with the bearer of one conversation until the signal is aborted. What is under way when the
 * line is renewed counts as lost at once.
 */
export function createGatewayClient(
  surroundings: Surroundings,
  bearer: string,
  { signal, line }: { readonly signal: AbortSignal; readonly line: Line },
): GatewayClient {
  return {
    async request(request) {
      const attempt = anyOf(signal, line.signal());
      void surroundings.wait(patienceMs + (request.longPollMs ?? 0), attempt.signal).then(attempt.give);
      try {
        return await exchange(surroundings, request, { bearer, signal: attempt.signal });
      } finally {
        attempt.give();
      }
    },
  };
}

type Credentials = { readonly bearer: string; readonly signal: AbortSignal };

async function exchange(
  surroundings: Surroundings,
  request: GatewayRequest,
  { bearer, signal }: Credentials,
): Promise<string> {
  const query = request.query === undefined ? '' : `?${new URLSearchParams(request.query).toString()}`;
  const { status, isSuccess, text } = await surroundings
    .fetch(`${surroundings.gatewayOrigin}${request.path}${query}`, {
      method: request.method,
      headers: headersFor(request, bearer),
      body: request.body ?? request.bytes ?? null,
      // Nothing of the answers may reach the disk, and nothing of ours another origin (feasibility D 6).
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    })
    .then(async (response) => ({
      status: response.status,
      isSuccess: response.ok,
      text: await response.text(),
    }))
    .catch((cause: unknown) => {
      throw new GatewayError('unreachable', { cause });
    });
  if (!isSuccess) throw readRefusal(status, text);
  return text;
}

function headersFor(request: GatewayRequest, bearer: string): Record<string, string> {
  const authorization = `Bearer ${bearer}`;
  if (request.bytes !== undefined) return { authorization, 'content-type': 'application/octet-stream' };
  return request.body === undefined
    ? { authorization }
    : { authorization, 'content-type': 'application/json' };
}

import type { Bridge } from 'matrix-appservice-bridge';
import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import { HomeserverError } from './homeserver-error.ts';
import { usualLimitMs, type HomeserverRequests } from './homeserver-requests.ts';

/** Sends requests through the library's intents: the host's, or that of one of our other users. */
export function bridgeRequests(bridge: Bridge, host: UserId): HomeserverRequests {
  return {
    send: async ({ method, path, query, body, as, limitMs }) => {
      const { matrixClient } = as === undefined || as === host ? bridge.getIntent() : bridge.getIntent(as);
      try {
        const answer: unknown = await matrixClient.doRequest(
          method,
          path,
          query ?? {},
          body,
          limitMs ?? usualLimitMs,
        );
        return answer;
      } catch (error) {
        throw homeserverError(error);
      }
    },
  };
}

const refusalSchema = z.object({ errcode: z.templateLiteral(['M_', z.string()]) });
/** What Node and the proxy in front of a homeserver say when it is not reached; anything else is a mistake of ours. */
const connectionSchema = z.object({
  code: z.enum([
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ]),
});
const timeoutSchema = z.object({ code: z.enum(['ETIMEDOUT', 'ESOCKETTIMEDOUT']) });
const gatewaySchema = z.object({ statusCode: z.union([z.literal(502), z.literal(503), z.literal(504)]) });

function homeserverError(error: unknown): HomeserverError {
  const refused = refusalSchema.safeParse(error);
  if (refused.success) return new HomeserverError(refused.data.errcode, error);
  if (timeoutSchema.safeParse(error).success) return new HomeserverError('timeout', error);
  const isUnreached = connectionSchema.or(gatewaySchema).safeParse(error).success;
  return new HomeserverError(isUnreached ? 'unreachable' : 'unexpected-answer', error);
}

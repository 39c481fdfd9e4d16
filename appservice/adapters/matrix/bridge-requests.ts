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
const connectionSchema = z.object({ code: z.string() });

function homeserverError(error: unknown): HomeserverError {
  const refused = refusalSchema.safeParse(error);
  if (refused.success) return new HomeserverError(refused.data.errcode, error);
  const broken = connectionSchema.safeParse(error).data?.code;
  if (broken === undefined) return new HomeserverError('unexpected-answer', error);
  const isTimeout = broken === 'ETIMEDOUT' || broken === 'ESOCKETTIMEDOUT';
  return new HomeserverError(isTimeout ? 'timeout' : 'unreachable', error);
}

import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { HomeserverHealth } from '../../ports/homeserver.ts';
import type { HomeserverRequests } from './homeserver-requests.ts';

/** An answer that takes longer is none (R12). */
const healthLimitMs = 2_000;

/** Asks with our own token who we are: another homeserver on the same address would not know (feasibility A 2). */
export function homeserverHealth(requests: HomeserverRequests, host: UserId): HomeserverHealth {
  const whoamiSchema = z.object({ user_id: z.literal(host) });
  return {
    isAnswering: async () => {
      const request = {
        method: 'GET',
        path: '/_matrix/client/v3/account/whoami',
        limitMs: healthLimitMs,
      } as const;
      const answer = await requests.send(request).catch(() => undefined);
      return whoamiSchema.safeParse(answer).success;
    },
  };
}

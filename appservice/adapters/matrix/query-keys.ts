import { z } from 'zod';
import { secondMs } from '../../domain/time.ts';
import type { UserId } from '../../domain/ids.ts';
import { HomeserverError, isHomeserverError } from './homeserver-error.ts';
import { ask, type HomeserverRequests } from './homeserver-requests.ts';

const answerSchema = z.looseObject({ failures: z.record(z.string(), z.unknown()).optional() });

/** Somebody has pressed a card that rings for 30 s: the answer of another server is not waited for any longer. */
const limitMs = 4 * secondMs;

/**
 * Asks for device and cross-signing keys (Client-Server API, `/keys/query`). `identity-unknown` when the server of whoever is
 * asked for does not answer, or not in time.
 */
export async function queryKeys(
  requests: HomeserverRequests,
  asker: UserId,
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const path = '/_matrix/client/v3/keys/query';
  const request = { method: 'POST', path, body, as: asker, limitMs } as const;
  const answer = await ask(requests, request, answerSchema).catch((error: unknown) => {
    throw isHomeserverError(error, 'timeout') ? new HomeserverError('identity-unknown', error) : error;
  });
  if (Object.keys(answer.failures ?? {}).length > 0) throw new HomeserverError('identity-unknown');
  return answer;
}

import type { CallerRequest, Comparison, PairTimes } from './comparison.ts';
import { takePairs } from './comparison.ts';

/** What a caller's browser asks before each send: the keys of the people in the room; here its own. */
export function keyQuery({ started }: Comparison): CallerRequest {
  return {
    method: 'POST',
    path: '/_matrix/client/v3/keys/query',
    body: { device_keys: { [started.userId]: [] } },
  };
}

/** Pairs of key queries. */
export function takeKeyQueries(comparison: Comparison, count: number): Promise<PairTimes> {
  const request = keyQuery(comparison);
  return takePairs(count, {
    gateway: async () => (await comparison.viaGateway(request)).durationMs,
    direct: async () => (await comparison.direct(request)).durationMs,
  });
}

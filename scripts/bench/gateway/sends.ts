import { randomUUID } from 'node:crypto';
import type { CallerRequest, Comparison, PairTimes } from './comparison.ts';
import { takePairs } from './comparison.ts';

/** An event as long as one with a hundred characters of text; nobody reads it. */
export function encryptedEvent(comparison: Comparison): CallerRequest {
  const { roomId, deviceId } = comparison.started;
  const type = 'm.room.encrypted';
  return {
    method: 'PUT',
    path: `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/send/${type}/${randomUUID()}`,
    body: {
      algorithm: 'm.megolm.v1.aes-sha2',
      ciphertext: 'A'.repeat(500),
      session_id: 'B'.repeat(43),
      sender_key: 'C'.repeat(43),
      device_id: deviceId,
    },
  };
}

/** Pairs of sends. */
export function takeSends(comparison: Comparison, count: number): Promise<PairTimes> {
  return takePairs(count, {
    gateway: async () => (await comparison.viaGateway(encryptedEvent(comparison))).durationMs,
    direct: async () => (await comparison.direct(encryptedEvent(comparison))).durationMs,
  });
}

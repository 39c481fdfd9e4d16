/** What `GET /api/status` and each event of `/api/status/stream` carry (R10, design 7). */
export type PublicStatus = {
  readonly state: 'online' | 'busy' | 'offline';
  readonly reason: 'closed' | 'holiday' | 'exceptional' | 'nobody' | 'fault' | null;
  /** ISO 8601 in UTC; null when online, busy or unknown. */
  readonly nextOpening: string | null;
};

/** What the widget shows when no status can be had: offline, never an open chat nobody reads (R12). */
export const unknownStatus: PublicStatus = { state: 'offline', reason: 'fault', nextOpening: null };

/** Reads a status that came over the wire; anything unexpected is `unknownStatus`. */
export function parsePublicStatus(value: unknown): PublicStatus {
  if (typeof value !== 'object' || value === null) return unknownStatus;
  const { state, reason, nextOpening } = value as Record<string, unknown>;
  if (state === 'online' || state === 'busy') return { state, reason: null, nextOpening: null };
  if (state !== 'offline') return unknownStatus;
  const known = ['closed', 'holiday', 'exceptional', 'nobody', 'fault'] as const;
  return {
    state,
    reason: known.find((each) => each === reason) ?? 'fault',
    nextOpening:
      typeof nextOpening === 'string' && !Number.isNaN(Date.parse(nextOpening)) ? nextOpening : null,
  };
}

/** Longest description of a fault, characters (R32). */
export const faultDescriptionLimitCharacters = 1_000;

/** Longest name of a browser that is taken along, characters. */
export const browserNameLimitCharacters = 300;

/**
 * Body of `POST /api/fault-reports` (R32). It is not end-to-end encrypted, and the form says so: time, code and own words, the
 * browser's name when ticked; nothing of a conversation. The answer is always 204, whatever happens.
 */
export type FaultReportRequest = {
  /** Milliseconds since 1970 by the device's clock. */
  readonly noticedAt: number;
  /** What the screen knew of it, such as `not-loaded`: lower-case letters and dashes. */
  readonly code: string;
  readonly description: string;
  readonly browser: string | null;
};

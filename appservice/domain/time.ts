/** An instant: milliseconds since the Unix epoch, UTC. Rules take it as an argument; only the Clock port makes one. */
export type Instant = number;

/** One second, in milliseconds. */
export const secondMs = 1_000;

/** One minute, in milliseconds. */
export const minuteMs = 60 * secondMs;

/** One day of 24 hours, in milliseconds. */
export const dayMs = 24 * 60 * minuteMs;

/** The time zone of the helpline's wall clock (R9), whatever the time zone of the process. */
export const helplineTimeZone = 'Europe/Brussels';

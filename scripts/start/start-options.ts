import { z } from 'zod';
import { evenStretches } from '../../appservice/domain/wall-clock.ts';
import { StackError } from '../stack/stack-error.ts';

/** What `scripts/start.mjs` read from the command line and hands over. */
export const startOptionsSchema = z.object({
  hasDemoCounsellor: z.boolean(),
  hours: z.enum(['always', 'real']),
  now: z.string().nullable(),
  portBase: z.number().int(),
  elementFolder: z.string().nullable(),
  isFresh: z.boolean(),
  /** When the command was typed, milliseconds since the epoch: what progress is counted from. */
  beganAtMs: z.number(),
});

/** The options of one start. */
export type StartOptions = z.infer<typeof startOptionsSchema>;

/**
 * The instant that `--now` means, in ISO 8601: without an offset it is what a clock on a wall in Brussels shows.
 *
 * @throws StackError `options` when no clock there ever shows it.
 */
export function startInstant(now: string | null): string | null {
  if (now === null) return null;
  const hasOffset = /(Z|[+-]\d{2}:\d{2})$/.test(now);
  const instant = hasOffset ? Date.parse(now) : brusselsInstant(now);
  if (instant === undefined || Number.isNaN(instant)) {
    throw new StackError('options', `--now names a time that does not exist in Brussels: "${now}".`);
  }
  return new Date(instant).toISOString();
}

function brusselsInstant(wallTime: string): number | undefined {
  const shown = Date.parse(`${wallTime}Z`);
  if (Number.isNaN(shown)) return undefined;
  const day = wallTime.slice(0, 10);
  return evenStretches(day)
    .map(({ start, end, offsetMs }) => ({ start, end, instant: shown - offsetMs }))
    .find(({ start, end, instant }) => instant >= start && instant < end)?.instant;
}

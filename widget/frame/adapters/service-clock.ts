import type { BrowserClock } from './browser-clock.ts';

/**
 * The device's clock, put right by the service's. Whether we open today or tomorrow, and the time beside one's own words, must
 * not depend on a phone whose clock is wrong by a day: the words of the counsellor carry the time of a server. Pauses go by the
 * device, which counts seconds rightly also where it does not know the day.
 */
export type ServiceClock = BrowserClock & {
  /** Takes the `Date` of an answer that has just come; what is none changes nothing. */
  readonly hearDate: (date: string | null) => void;
};

/**
 * A smaller difference is left, milliseconds: `Date` is in whole seconds and as old as the answer was long on its way, and a
 * time beside a message should be the one that the phone shows.
 */
const tolerableMs = 60_000;

/** Starts as the device's own clock. */
export function createServiceClock(device: BrowserClock): ServiceClock {
  let aheadMs = 0;
  return {
    ...device,
    nowMs: () => device.nowMs() + aheadMs,
    hearDate: (date) => {
      const differenceMs = Date.parse(date ?? '') - device.nowMs();
      if (Number.isNaN(differenceMs)) return;
      aheadMs = Math.abs(differenceMs) < tolerableMs ? 0 : differenceMs;
    },
  };
}

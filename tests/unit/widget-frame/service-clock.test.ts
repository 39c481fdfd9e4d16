import { describe, expect, test } from '@jest/globals';
import type { BrowserClock } from '../../../widget/frame/adapters/browser-clock.ts';
import { createServiceClock } from '../../../widget/frame/adapters/service-clock.ts';
import { nl } from '../../../widget/frame/texts/nl.ts';
import { openingMoment } from '../../../widget/frame/state/opening-moment.ts';
import { openingInWords } from '../../../widget/frame/texts/opening-in-words.ts';
import { drivenBrowserClock } from './driven-browser-clock.ts';

const dayMs = 86_400_000;
/** Monday 23 November 2026, 10:00 in Brussels. */
const monday = Date.UTC(2026, 10, 23, 9);
const date = new Date(monday).toUTCString();

/** A device whose clock goes wrong by so much. */
function deviceOff(byMs: number): BrowserClock {
  return { ...drivenBrowserClock(), nowMs: () => monday + byMs };
}

describe.each([
  ['a day late', -dayMs],
  ['a day early', dayMs],
  ['at its first day', -monday],
])('a device whose clock is %s', (_name, byMs) => {
  test('shows the service’s time once an answer has come', () => {
    const clock = createServiceClock(deviceOff(byMs));
    clock.hearDate(date);
    expect(clock.nowMs()).toBe(monday);
  });

  test('says rightly that we open today', () => {
    const clock = createServiceClock(deviceOff(byMs));
    clock.hearDate(date);
    const moment = openingMoment('2026-11-23T16:00:00Z', clock.nowMs());
    expect(moment === undefined ? '' : openingInWords(moment, nl)).toBe('We openen vandaag om 17 uur.');
  });

  test('keeps its own time for an answer without one', () => {
    const clock = createServiceClock(deviceOff(byMs));
    clock.hearDate(null);
    clock.hearDate('gisteren');
    expect(clock.nowMs()).toBe(monday + byMs);
  });
});

test('a clock that is set right meanwhile is believed again', () => {
  let nowMs = monday - dayMs;
  const clock = createServiceClock({ ...drivenBrowserClock(), nowMs: () => nowMs });
  clock.hearDate(date);
  nowMs = monday + 5_000;
  clock.hearDate(date);
  expect(clock.nowMs()).toBe(nowMs);
});

test('a clock that is right but for the way of the answer is left as it is', () => {
  const clock = createServiceClock(deviceOff(59_000));
  clock.hearDate(date);
  expect(clock.nowMs()).toBe(monday + 59_000);
});

test('a pause is as long as it is on a device with another day', async () => {
  const device = drivenBrowserClock();
  const clock = createServiceClock(device);
  clock.hearDate(date);
  const over = clock.wait(1_000);
  device.elapse(1_000);
  await expect(over).resolves.toBeUndefined();
});

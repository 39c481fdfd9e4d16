/**
 * Run by opening-hours.test.ts as a process of its own under several `TZ`s: compares the opening hours with the slow oracle
 * over twenty years and prints how many answers differ, and a digest of all answers.
 */
import { createHash } from 'node:crypto';
import { nextOpening, scheduleAt, type OpeningHours } from '../../../appservice/domain/opening-hours.ts';
import { minute, slowNextOpening, slowSchedule } from './slow-oracle.ts';

const span = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });
const evening = [span(1020, 1140)];
const hours: OpeningHours = {
  versions: [
    { validFrom: '2020-02-01', week: { 2: evening, 3: evening, 4: evening } },
    {
      validFrom: '2023-09-01',
      week: {
        1: [span(540, 720), span(780, 1320)],
        6: [span(1320, 1440)],
        7: [span(0, 135), span(150, 200)],
      },
    },
    { validFrom: '2031-03-30', week: { 5: [span(1380, 1440)], 6: [span(0, 60)], 7: [span(120, 180)] } },
  ],
  exceptions: [
    { day: '2021-03-28', spans: [span(90, 155), span(170, 190)] },
    { day: '2026-12-25', spans: [span(600, 700)] },
    { day: '2026-11-23', spans: [] },
  ],
  isClosedOnPublicHolidays: true,
};

const start = Date.UTC(2019, 11, 31);
const minutesOfTwentyYears = 20 * 366 * 1440;
const answers: string[] = [];
let mismatches = 0;

function compare(ours: unknown, slow: unknown): void {
  answers.push(String(ours));
  if (ours !== slow) mismatches += 1;
}

let seed = 1712;
for (let count = 0; count < 20_000; count += 1) {
  seed = (seed * 48_271) % 2_147_483_647;
  const instant = start + (seed % minutesOfTwentyYears) * minute + (seed % 60_000);
  compare(scheduleAt(hours, null, instant), slowSchedule(hours, null, instant));
}

for (let year = 2020; year < 2040; year += 1) {
  for (const month of [2, 9]) {
    const last = new Date(Date.UTC(year, month, 31));
    const midnight = last.getTime() - last.getUTCDay() * 1440 * minute - 120 * minute;
    for (let at = midnight; at < midnight + 420 * minute; at += 5 * minute) {
      compare(scheduleAt(hours, null, at), slowSchedule(hours, null, at));
    }
    const closure = { from: midnight - 90 * minute, until: null };
    for (const at of [midnight, midnight + 185 * minute, midnight + 260 * minute]) {
      const until = at + 3 * 1440 * minute;
      const ours = nextOpening(hours, closure, at);
      compare(
        ours === null || ours > until ? null : ours,
        slowNextOpening(hours, closure, { from: at, until }),
      );
    }
  }
}

const digest = createHash('sha256').update(answers.join()).digest('hex');
process.stdout.write(JSON.stringify({ compared: answers.length, mismatches, digest }));

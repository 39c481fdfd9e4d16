import { hasClosedBetween, type OpeningHours } from '../domain/opening-hours.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { recordDutyEnd } from './record-duty-end.ts';

/** What ending duty at closing time needs. */
export interface EndDutyAtClosingDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly eventLog: EventLog;
  readonly openingHours: OpeningHours;
}

/**
 * Ends every duty that began before a scheduled closing time which is over now (design 7); who came on after it, before the
 * next opening, stays. Running conversations go on. An exceptional closure ends no duty: the helpline may open again.
 */
export async function endDutyAtClosing(dependencies: EndDutyAtClosingDependencies): Promise<void> {
  const { unitOfWork, clock, eventLog, openingHours } = dependencies;
  const now = clock.now();
  const count = await unitOfWork.run(async (registers) => {
    const duties = await registers.duties.all();
    const over = duties.filter(
      ({ state, since }) => state !== 'off' && hasClosedBetween(openingHours, since, now),
    );
    for (const duty of over) await recordDutyEnd(registers, duty, { reason: 'closing-time', now });
    return over.length;
  });
  if (count > 0) eventLog.log({ event: 'duty.changed', code: 'closing-time' });
}

import type { UserId } from '../domain/ids.ts';
import { minuteMs } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { StaffPresence } from '../ports/homeserver.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { recordDutyEnd } from './record-duty-end.ts';

/** What ending the duty of unseen counsellors needs. */
export interface EndDutyOfUnseenDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly eventLog: EventLog;
  readonly presence: StaffPresence;
}

/** No device of a counsellor was seen for this long: off duty (design 7; the homeserver writes it down with a lag). */
const unseenLimitMs = 5 * minuteMs;

/**
 * Ends the duty of counsellors none of whose devices was seen for five minutes (design 7), and who did not come on in the
 * meantime. Where that is not known, or cannot be asked, duty stays: a missed ring is the only sign then.
 */
export async function endDutyOfUnseen(dependencies: EndDutyOfUnseenDependencies): Promise<void> {
  const { unitOfWork, clock, eventLog } = dependencies;
  const duties = await unitOfWork.run((registers) => registers.duties.all());
  for (const { counsellor } of duties.filter(({ state }) => state !== 'off')) {
    const unseenMs = await unseenForMs(dependencies, counsellor);
    if (unseenMs === undefined || unseenMs < unseenLimitMs) continue;
    const now = clock.now();
    const hasEnded = await unitOfWork.run(async (registers) => {
      const duty = await registers.duties.find(counsellor);
      if (duty === undefined || duty.state === 'off' || now - duty.since < unseenLimitMs) return false;
      await recordDutyEnd(registers, duty, { reason: 'unseen', now });
      return true;
    });
    if (hasEnded) eventLog.log({ event: 'duty.changed', code: 'unseen' });
  }
}

async function unseenForMs(
  { presence, eventLog }: EndDutyOfUnseenDependencies,
  counsellor: UserId,
): Promise<number | undefined> {
  try {
    return await presence.unseenForMs(counsellor);
  } catch (error) {
    if (!isCoded(error)) throw error;
    eventLog.log({ event: 'job.failed', job: 'end-duty-of-unseen', code: failureCode(error) });
    return undefined;
  }
}

import type { FaultReport } from '../domain/fault-report.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';

/** What reporting a fault needs. */
export interface ReportFaultDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
}

/**
 * Keeps what somebody reports as broken, and records that every coordinator is told in their own desk room (R32). The action holds
 * the report's number only, so that the words lie in one sealed place, and go with the last telling.
 */
export async function reportFault(
  { unitOfWork, clock, roster }: ReportFaultDependencies,
  fault: Omit<FaultReport, 'receivedAt'>,
): Promise<void> {
  const readers = roster.members.filter(({ role }) => role === 'coordinator').map(({ userId }) => userId);
  await unitOfWork.run(async ({ faultReports, actions }) => {
    const reportNumber = await faultReports.add({ ...fault, receivedAt: clock.now() }, readers);
    for (const reader of readers) {
      await actions.enqueue({
        key: actionKeys.fault(reportNumber, reader),
        lane: actionLanes.fault(reportNumber, reader),
        conversationId: null,
        action: { kind: 'tell-fault', reportNumber, reader },
      });
    }
  });
}

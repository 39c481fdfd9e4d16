import type { Action } from '../ports/actions.ts';
import type { DeskSender } from '../ports/desk.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { remarksMessage } from './report-feedback.ts';

/** What telling a coordinator something that lies elsewhere needs. */
export interface TellCoordinatorDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly sender: DeskSender;
}

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

const nothingSent = { ok: true, sent: null } as const;

/** Told already when the report is not there for this reader: a crash came between the telling and its record. */
export async function tellFault(
  { steps, unitOfWork, sender }: TellCoordinatorDependencies,
  key: string,
  { reportNumber, reader }: Of<'tell-fault'>,
): Promise<ActionOutcome> {
  const found = await steps.step('action.looked-up', () =>
    unitOfWork.run(async (registers) => ({
      roomId: await registers.deskRooms.find({ own: reader }),
      report: await registers.faultReports.find(reportNumber, reader),
    })),
  );
  const { roomId, report } = found;
  if (report === undefined) return nothingSent;
  if (roomId === undefined) return { ok: false, code: 'no-desk-room' };
  const message = { kind: 'fault', report } as const;
  const sent = await steps.step('action.carried-out', () =>
    sender.send({ roomId, key, message, mention: null }),
  );
  await steps.step('action.carried-out', () =>
    unitOfWork.run(({ faultReports }) => faultReports.markTold(reportNumber, reader)),
  );
  return { ok: true, sent };
}

/** Tells a coordinator callers' remarks, looked up now (R38). */
export async function tellRemarks(
  { steps, unitOfWork, sender }: TellCoordinatorDependencies,
  key: string,
  { reader }: Of<'tell-remarks'>,
): Promise<ActionOutcome> {
  const { roomId, message } = await steps.step('action.looked-up', () =>
    unitOfWork.run(async (registers) => ({
      roomId: await registers.deskRooms.find({ own: reader }),
      message: await remarksMessage(registers),
    })),
  );
  if (roomId === undefined) return { ok: false, code: 'no-desk-room' };
  const sent = await steps.step('action.carried-out', () =>
    sender.send({ roomId, key, message, mention: null }),
  );
  return { ok: true, sent };
}

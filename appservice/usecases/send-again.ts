import type { Action } from '../ports/actions.ts';
import type { DeskSender } from '../ports/desk.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What sending a card anew needs. */
export interface SendAgainDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly sender: DeskSender;
}

/** Sends a card anew into the room that took the place of a lost one; false while there is none. */
export async function sendAgain(
  { unitOfWork, steps, sender }: SendAgainDependencies,
  key: string,
  { of, to, message, mention }: Extract<Action, { readonly kind: 'desk-again' }>,
): Promise<boolean> {
  const roomId = await steps.step('action.looked-up', () =>
    unitOfWork.run(({ deskRooms }) => deskRooms.find(to)),
  );
  if (roomId === undefined) return false;
  const sent = await steps.step('action.carried-out', () => sender.send({ roomId, key, message, mention }));
  await steps.step('action.carried-out', () => unitOfWork.run(({ actions }) => actions.moveTo(of, sent)));
  return true;
}

import type { RoomId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomLevelsKeeper } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { invitersNow } from './may-be-in.ts';

/** What putting back the levels of a room needs. */
export interface PutBackLevelsDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly levels: RoomLevelsKeeper;
}

/** Puts back what people may do in a room of ours; who may invite is looked up now. A room that is ours no more is left alone. */
export async function putBackLevels(
  { unitOfWork, clock, steps, levels }: PutBackLevelsDependencies,
  { roomId }: { readonly roomId: RoomId },
): Promise<ActionOutcome> {
  const { inviters, isDesk } = await steps.step('action.looked-up', () =>
    unitOfWork.read(async (registers) => ({
      inviters: await invitersNow(registers, roomId, clock.now()),
      isDesk: (await registers.deskRooms.placeOf(roomId)) !== undefined,
    })),
  );
  if (inviters !== undefined) {
    await steps.step('action.carried-out', () => levels.putBackConversation(roomId, inviters));
  } else if (isDesk) {
    await steps.step('action.carried-out', () => levels.putBackDesk(roomId));
  }
  return { ok: true, sent: null };
}

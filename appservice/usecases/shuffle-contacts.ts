import { wallClockAt } from '../domain/wall-clock.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What the night's work on the contact register needs. */
export interface ShuffleContactsDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Once each night the contact register is written anew in random order (R51). Nothing happens on a day on which it was done. */
export async function shuffleContacts({ unitOfWork, clock }: ShuffleContactsDependencies): Promise<void> {
  const { day } = wallClockAt(clock.now());
  const shuffledOn = await unitOfWork.read(({ contactRegister }) => contactRegister.shuffledOn());
  if (shuffledOn === day) return;
  await unitOfWork.run(({ contactRegister }) => contactRegister.shuffle(day));
}

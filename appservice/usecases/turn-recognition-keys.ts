import { dueAtEarliestBefore, isRecognitionDue } from '../domain/recognition.ts';
import type { Clock } from '../ports/clock.ts';
import type { RecognitionKeys } from '../ports/recognition-keys.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What turning the recognition keys needs. */
export interface TurnRecognitionKeysDependencies {
  readonly recognitionKeys: RecognitionKeys;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/**
 * One turn of recognition (design 10): what is six months old goes, also while the keys cannot be read; this month's key is
 * there, and those of which every record is due are gone.
 */
export async function turnRecognitionKeys({
  recognitionKeys,
  unitOfWork,
  clock,
}: TurnRecognitionKeysDependencies): Promise<void> {
  const now = clock.now();
  const old = await unitOfWork.read(({ recognitions }) =>
    recognitions.recordedBefore(dueAtEarliestBefore(now)),
  );
  const due = old.filter(({ recordedAt }) => isRecognitionDue(recordedAt, now));
  if (due.length > 0) {
    await unitOfWork.run(async ({ recognitions }) => {
      for (const { conversationId } of due) await recognitions.remove(conversationId);
    });
  }
  await recognitionKeys.turn();
}

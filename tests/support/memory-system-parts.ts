import type { Clock } from '../../appservice/ports/clock.ts';
import { memoryBlindSigner } from './memory-feedback.ts';
import { memoryRecognitionKeys } from './memory-recognition.ts';
import { memoryResumeKeys } from './memory-resumes.ts';
import { memoryWordHasher } from './memory-word-hasher.ts';
import { memoryEventLog, memoryIds, memorySteps, memoryVault } from './memory-system.ts';

/** What the process itself brings, on fakes. */
export function memorySystemParts(clock: Clock, caseNumbers?: string[]) {
  return {
    steps: memorySteps(),
    ids: memoryIds(caseNumbers),
    vault: memoryVault(),
    resumeKeys: memoryResumeKeys(clock),
    recognitionKeys: memoryRecognitionKeys(clock),
    blindSigner: memoryBlindSigner(),
    eventLog: memoryEventLog(),
    wordHasher: memoryWordHasher(),
  };
}

import type { RecognitionKeys } from '../ports/recognition-keys.ts';

/** What turning the recognition keys needs. */
export interface TurnRecognitionKeysDependencies {
  readonly recognitionKeys: RecognitionKeys;
}

/** One turn of the keys of recognition (design 10): this month's is there, and those of which every record is due are gone. */
export async function turnRecognitionKeys({
  recognitionKeys,
}: TurnRecognitionKeysDependencies): Promise<void> {
  await recognitionKeys.turn();
}

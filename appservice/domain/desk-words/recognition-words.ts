import type { RecognitionMessage } from '../desk-messages/recognition-message.ts';

/** What the desk says about who may have called before, addresses and code words (R21, R23, R28, S6). */
export function recognitionWords(message: RecognitionMessage): string {
  return message.code;
}

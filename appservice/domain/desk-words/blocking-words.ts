import type { BlockingMessage } from '../desk-messages/blocking-message.ts';

/** What the desk says about blocks: made, lifted, listed, doubted (R35). */
export function blockingWords(message: BlockingMessage): string {
  return message.code;
}

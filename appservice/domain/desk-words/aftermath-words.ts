import type { AftermathMessage } from '../desk-messages/aftermath-message.ts';

/** What the desk says about conversations that are over: reopened, shared, looked at (R53, R55, S32). */
export function aftermathWords(message: AftermathMessage): string {
  return message.code;
}

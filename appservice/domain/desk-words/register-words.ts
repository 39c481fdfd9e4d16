import type { RegisterMessage } from '../desk-messages/register-message.ts';

/** What the desk says about the register of contacts and the dossier (R62 to R65). */
export function registerWords(message: RegisterMessage): string {
  return message.code;
}

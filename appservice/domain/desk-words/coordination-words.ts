import type { CoordinationMessage } from '../desk-messages/coordination-message.ts';

/** What the desk says about the coordinator: how things stand, stopping everything, off-boarding (S30, S37). */
export function coordinationWords(message: CoordinationMessage): string {
  return message.code;
}

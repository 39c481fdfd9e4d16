import type { ConversationScreen } from './frame-state.ts';
import { sayInLog } from './log.ts';

/** Says once that a reload would end the conversation, where the browser stores nothing (R85). */
export function notKept(screen: ConversationScreen): ConversationScreen {
  if (!screen.isKept) return screen;
  return { ...screen, isKept: false, log: sayInLog(screen.log, 'not-kept') };
}

import type { CourseMessage } from '../desk-messages/course-message.ts';

/** What the desk says about how a conversation goes on: rhythm, snippets, the end of a shift (R15, S5, S40). */
export function courseWords(message: CourseMessage): string {
  return message.code;
}

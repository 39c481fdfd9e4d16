import type { Caller } from './caller.ts';
import type { Mark } from '../../widget/frame/state/log.ts';

const marks: readonly Mark[] = ['held', 'unsent', 'sending', 'sent', 'delivered', 'read'];

/** Marks that say that the homeserver has the words. */
const claims: ReadonlySet<Mark | undefined> = new Set<Mark>(['sent', 'delivered', 'read']);

/** The marks below the caller's own messages whose words are like these, oldest first. */
export async function shownMarks(caller: Caller, words: RegExp): Promise<readonly (Mark | undefined)[]> {
  const lines = await caller.line(words).allTextContents();
  return lines.map((line) => marks.find((mark) => line.endsWith(caller.texts[`mark.${mark}`])));
}

/** Whether a mark says that the homeserver has the words. */
export function claimsToBeSent(mark: Mark | undefined): boolean {
  return claims.has(mark);
}

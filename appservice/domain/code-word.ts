/** How often a word may be wrong in one conversation; then it is locked there (S6). */
export const mostWrongWords = 3;

/** The code word of a conversation: agreed on in it, or known again in it, and how often a wrong one was tried (S6). */
export type CodeWord = {
  /** Null while none was agreed on or known again. */
  readonly hash: string | null;
  readonly wrongTries: number;
};

/** A conversation in which nobody has said anything about a code word. */
export const noCodeWord: CodeWord = { hash: null, wrongTries: 0 };

/** Whether no word is compared any more in this conversation. */
export function isLocked({ wrongTries }: CodeWord): boolean {
  return wrongTries >= mostWrongWords;
}

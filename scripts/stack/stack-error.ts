/** Which part of preparing, starting or stopping the stack failed. */
export type StackProblem =
  | 'already-running'
  | 'appservice'
  | 'database'
  | 'disk'
  | 'homeserver'
  | 'install'
  | 'options'
  | 'port-taken'
  | 'unsupported';

/**
 * A failure of the stack, told to a person: its message is one sentence that says what to do,
 * and `npm start` prints that sentence and nothing else.
 */
export class StackError extends Error {
  override readonly name = 'StackError';
  readonly code: StackProblem;

  constructor(code: StackProblem, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}

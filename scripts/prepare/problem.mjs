/** Something that keeps the stack from being prepared: one sentence that says what to do, and nothing else is printed. */
export class Problem extends Error {
  name = 'Problem';

  /** `exitCode` is 2 for what was typed wrongly, 1 for everything else. */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Prints a problem's sentence and ends with a failure; anything else is a defect of ours and is thrown on. */
export function endWith(failure) {
  if (!(failure instanceof Problem)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exit(failure.exitCode);
}

/** Why a benchmark could not be carried out; a speed is never an error. */
export type BenchProblem = 'no-such-benchmark' | 'process-ended' | 'no-answer' | 'refused' | 'start-failed';

/** A benchmark broke: its message is one sentence for a person. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code: BenchProblem;

  constructor(code: BenchProblem, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}

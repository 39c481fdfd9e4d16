/** Why no verdict about any mutation can be given; the message is one sentence for a person. */
export class MutateError extends Error {
  override readonly name = 'MutateError';
  readonly code: 'tests-are-red' | 'no-such-mutation';

  constructor(code: MutateError['code'], sentence: string) {
    super(sentence);
    this.code = code;
  }
}

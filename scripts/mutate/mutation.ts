/** One rule taken out of one domain file: what a test must notice. */
export type Mutation = {
  /** The file, below `appservice/domain`. */
  readonly file: string;
  /** The rule that is gone, in words. */
  readonly rule: string;
  /** The text of the rule; stands in the file exactly once. */
  readonly find: string;
  /** What stands there instead. */
  readonly replace: string;
};

/**
 * What the doctor found: one sentence, which says what to do when it is not well. With `lines`, printed below it one by
 * one, it is a note: nothing is wrong, but there is something to look at.
 */
export type Finding = {
  readonly isWell: boolean;
  readonly sentence: string;
  readonly lines?: readonly string[];
};

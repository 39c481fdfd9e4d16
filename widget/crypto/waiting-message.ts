/** Words of the caller that wait to be let out. */
export type WaitingMessage = {
  readonly id: string;
  readonly body: string;
  /** Not the caller's own words, such as the intake. */
  readonly isAutomatic?: boolean;
};

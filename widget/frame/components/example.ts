/** One state of a component, for the catalogue, the accessibility run and the documentation alike. */
export type Example<Props> = {
  /** What is to be seen, in a few words. */
  readonly name: string;
  readonly props: Props;
};

/** For a component that takes nothing. */
export type NoProps = Readonly<Record<string, never>>;

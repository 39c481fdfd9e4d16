/** All that the catalogue can show. The tests and the pictures go through exactly this list. */
export type CatalogueList = {
  readonly languages: readonly string[];
  /** For whom the words can be: everybody, or children. */
  readonly audiences: readonly string[];
  readonly components: readonly {
    /** The name of its folder. */
    readonly name: string;
    readonly examples: readonly string[];
  }[];
};

/** What is to be shown: one state, or all states of a component below each other. */
export type ShowRequest = {
  readonly component: string;
  readonly example: string | null;
  readonly language: string;
  readonly audience: string;
};

/** What the page of an example offers to a browser that is driven: the list, and a change of what is shown without a reload. */
export type Stage = {
  readonly list: CatalogueList;
  /** False when there is no such component, example, language or audience. */
  readonly show: (request: ShowRequest) => Promise<boolean>;
};

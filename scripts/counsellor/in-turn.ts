/** Does one thing after the other, in the order in which they were asked for: what is piped in does not overtake itself. */
export type Turns = { add(work: () => Promise<void>): void; done(): Promise<void> };

/** Begins with nothing to do. A failure is told and stops nothing that follows. */
export function createTurns(onFailure: (failure: unknown) => void): Turns {
  let last = Promise.resolve();
  return {
    add: (work) => {
      last = last.then(work).catch(onFailure);
    },
    done: () => last,
  };
}

/** Wakes one loop: a ring while nobody listens is kept until somebody does. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, or at once when one is kept. */
  heard(): Promise<void>;
}

/** Makes a bell. */
export function createBell(): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async heard() {
      if (!isRung) await new Promise<void>((resolve) => (wake = resolve));
      wake = undefined;
      isRung = false;
    },
  };
}

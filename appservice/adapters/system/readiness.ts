/** What a process knows of itself: set by the composition root, asked by health and status. */
export interface Readiness {
  /** Whether callers are served: false until the public listener is open. */
  isServing: () => Promise<boolean>;
  /** False while this process leads and its desk is not in touch; a process that does not lead has no desk. */
  isDeskReady: boolean;
  /** Whether the desk can ring somebody. */
  isAnswering(): Promise<boolean>;
}

/** A process that does not serve yet. */
export function createReadiness(): Readiness {
  const readiness: Readiness = {
    isServing: () => Promise.resolve(false),
    isDeskReady: true,
    isAnswering: () => Promise.resolve(readiness.isDeskReady),
  };
  return readiness;
}

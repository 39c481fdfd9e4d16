/** What a process knows of itself: set by the composition root, asked by health and status. */
export interface Readiness {
  /** Whether callers are served: false until the public listener is open. */
  isServing: () => Promise<boolean>;
  /** This process leads; whether its desk is in touch. */
  readonly lead: (isDeskReady: boolean) => void;
  /** Another process leads, and has the desk. */
  readonly follow: () => void;
  /** Whether the desk can ring somebody; not before it is known who leads. */
  isAnswering(): Promise<boolean>;
}

/** A process that does not serve yet. */
export function createReadiness(): Readiness {
  let isDeskReady = false;
  return {
    isServing: () => Promise.resolve(false),
    lead: (isReady) => {
      isDeskReady = isReady;
    },
    follow: () => {
      isDeskReady = true;
    },
    isAnswering: () => Promise.resolve(isDeskReady),
  };
}

/** The shortest time between two tellings, milliseconds. */
export const spaceMs = 1_000;

/** Passes values on, none too soon after another. */
export interface SpacedTeller<Value> {
  readonly tell: (value: Value) => void;
  /** Nothing more is passed on. */
  readonly stop: () => void;
}

/**
 * Passes the first value on at once and each later one a second after the one before, the newest of what came meanwhile:
 * a status that comes and goes is not said twice in one breath to people who hear the screen.
 */
export function createSpacedTeller<Value>(passOn: (value: Value) => void): SpacedTeller<Value> {
  let kept: { readonly value: Value } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pass = (): void => {
    timer = undefined;
    if (kept === undefined) return;
    timer = setTimeout(pass, spaceMs);
    const { value } = kept;
    kept = undefined;
    passOn(value);
  };
  return {
    tell: (value) => {
      kept = { value };
      if (timer === undefined) pass();
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}

import type { Effect } from './state/effect.ts';
import { effectsOf } from './state/effects-of.ts';
import type { FrameEvent } from './state/frame-event.ts';
import type { FrameState } from './state/frame-state.ts';
import { reduce } from './state/reduce.ts';

/** Holds the frame's only state. */
export interface Store {
  readonly state: () => FrameState;
  readonly tell: (event: FrameEvent) => void;
  /** Forgets everything and takes no event any more (S3). */
  readonly forget: () => void;
}

/** What happens after each event. */
export type StoreFollowers = {
  readonly paint: (state: FrameState) => void;
  readonly perform: (effect: Effect) => void;
};

/**
 * Makes the store. An event that comes while another is being taken waits for its turn. When a follower breaks, its error goes
 * to whoever told the event, and the store takes the next one all the same: the one that shows what can be done now.
 */
export function createStore(first: FrameState, { paint, perform }: StoreFollowers): Store {
  let state = first;
  let hasForgotten = false;
  let isBusy = false;
  const waiting: FrameEvent[] = [];

  const take = (event: FrameEvent): void => {
    const before = state;
    state = reduce(before, event);
    paint(state);
    effectsOf(before, event, state).forEach(perform);
  };
  const tell = (event: FrameEvent): void => {
    if (hasForgotten) return;
    waiting.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) take(next);
    } finally {
      isBusy = false;
    }
  };
  return {
    state: () => state,
    tell,
    forget: () => {
      state = reduce(state, { kind: 'left' });
      hasForgotten = true;
      waiting.length = 0;
    },
  };
}

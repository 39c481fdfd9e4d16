import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../widget/frame/state/effect.ts';
import { initialState, type FrameState } from '../../../widget/frame/state/frame-state.ts';
import { createStore, type StoreFollowers } from '../../../widget/frame/store.ts';
import { nowMs, opened } from './frame-play.ts';

const first = initialState({ language: 'nl', audience: 'everybody', nowMs, brusselsProvince: null });
const nothing = (): void => undefined;
const [open] = opened;

/** A store whose followers may break once. */
function createBreakingStore(broken: keyof StoreFollowers) {
  const painted: FrameState[] = [];
  const performed: Effect[] = [];
  let isBroken = false;
  const breakAt = (follower: keyof StoreFollowers): void => {
    if (isBroken || follower !== broken) return;
    isBroken = true;
    throw new RangeError(follower);
  };
  const store = createStore(first, {
    paint: (state) => {
      breakAt('paint');
      painted.push(state);
    },
    perform: (effect) => {
      breakAt('perform');
      performed.push(effect);
    },
  });
  return { store, painted, performed };
}

describe('the store', () => {
  test.each(['paint', 'perform'] as const)('goes on with the next event when %s breaks', (broken) => {
    const { store, painted } = createBreakingStore(broken);
    expect(() => {
      if (open !== undefined) store.tell(open);
    }).toThrow(broken);
    store.tell({ kind: 'frame-broke' });
    expect(painted.at(-1)?.screen.name).toBe('failed');
  });

  test('takes an event that comes while another is being taken after it, in order', () => {
    const seen: number[] = [];
    const store = createStore(first, {
      paint: ({ shiftPresses }) => {
        seen.push(shiftPresses);
        if (shiftPresses === 1) store.tell({ kind: 'shift-counted', presses: 2 });
      },
      perform: nothing,
    });
    store.tell({ kind: 'shift-counted', presses: 1 });
    expect(seen).toEqual([1, 2]);
  });

  test('takes no event any more once it has forgotten', () => {
    const store = createStore(first, { paint: nothing, perform: nothing });
    store.forget();
    store.tell({ kind: 'frame-broke' });
    expect(store.state().screen.name).toBe('left');
  });
});

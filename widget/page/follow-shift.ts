import { asksToLeave, countShift, noShiftPresses, shiftPauseLimitMs, type KeyNews } from './shift-presses.ts';

/** What whoever follows the keys of one page wants to hear. */
export interface ShiftListener {
  /** One or two bare presses so far. */
  readonly counted: (presses: number) => void;
  /** The pause was too long, or another key came in between; the count begins anew. */
  readonly timedOut: () => void;
  /** Shift was pressed three times. */
  readonly leave: () => void;
}

/** Counts Shift in this page until the page ends. Keys are looked at before anything else on the page can stop them. */
export function followShift(listener: ShiftListener): void {
  let presses = noShiftPresses;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reset = (): void => {
    presses = noShiftPresses;
    listener.timedOut();
  };
  const hear = (news: KeyNews): void => {
    const before = presses.count;
    presses = countShift(presses, news);
    if (presses.count === before) return;
    clearTimeout(timer);
    if (presses.count === 0) {
      listener.timedOut();
    } else if (asksToLeave(presses)) {
      presses = noShiftPresses;
      listener.leave();
    } else {
      listener.counted(presses.count);
      timer = setTimeout(reset, shiftPauseLimitMs);
    }
  };
  for (const kind of ['down', 'up'] as const) {
    addEventListener(
      `key${kind}`,
      (event) => {
        if (!event.repeat) hear(keyNews(kind, event));
      },
      true,
    );
  }
  addEventListener(
    'pointerdown',
    (event) => {
      hear({ kind: 'pointer', isShift: false, hasOtherModifier: false, atMs: event.timeStamp });
    },
    true,
  );
}

function keyNews(kind: 'down' | 'up', event: KeyboardEvent): KeyNews {
  return {
    kind,
    isShift: event.key === 'Shift',
    hasOtherModifier: event.ctrlKey || event.altKey || event.metaKey,
    atMs: event.timeStamp,
  };
}

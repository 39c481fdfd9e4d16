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
  for (const kind of ['keydown', 'keyup', 'pointerdown'] as const) {
    addEventListener(
      kind,
      (event) => {
        if (!isRepeated(event)) hear(keyNews(event));
      },
      true,
    );
  }
}

/** A key that is held down says so again and again. */
function isRepeated(event: KeyboardEvent | PointerEvent): boolean {
  return 'repeat' in event && event.repeat;
}

function keyNews(event: KeyboardEvent | PointerEvent): KeyNews {
  return {
    isUp: event.type === 'keyup',
    isBareShift: 'key' in event && event.key === 'Shift' && !(event.ctrlKey || event.altKey || event.metaKey),
    atMs: event.timeStamp,
  };
}
